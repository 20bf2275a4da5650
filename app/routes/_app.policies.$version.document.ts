import { policyDocument } from "#modules/empowerment/public.server.ts";
import { page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";

/** The version as a file: what `tam policy import`, the API and the import form take. */
export const loader = page("policies.read", async ({ actor, params }) => {
  const document = await policyDocument(actor, Number(params.version));
  if (document === null) throw notFound();
  return new Response(`${JSON.stringify(document, null, 2)}\n`, {
    headers: { "Content-Type": "application/json; charset=utf-8", "Content-Disposition": `attachment; filename="policy-${Number(params.version)}.json"` },
  });
});
