/**
 * Tâm's own engine: all of it, from the request as it comes over the wire.
 * @param {import("./settle.mjs").Workload} workload
 * @param {{ entry: string, explained: boolean }} options `entry` is the module that exports `compilePolicy`
 */
export async function build({ document }, { entry, explained }) {
  const { compilePolicy } = await import(entry);
  const policy = compilePolicy(document);
  if (!explained) return { decide: policy.evaluate };
  return { decide: (request, facts) => policy.explain(request, facts).verdict };
}
