import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { threadPanel } from "#composition/thread.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { policyFrame, matrixView } from "#modules/empowerment/public.server.ts";
import { RuleMatrix } from "#modules/empowerment/ui/designer/rule-matrix.tsx";
import { ThreadPanel } from "#modules/thread/ui/thread-panel.tsx";
import { page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";

export const loader = page("policies.read", async ({ actor, params, url, t, locale }) => {
  const version = Number(params.version);
  const asked = (name: string) => url.searchParams.get(name)?.trim() ?? "";
  const filter = { q: asked("q"), gesture: asked("gesture"), role: asked("role"), effect: asked("effect") };
  const [matrix, frame] = await Promise.all([matrixView(actor, version, filter), policyFrame(actor, version)]);
  if (matrix === null) throw notFound();
  const thread = await threadPanel(actor, { kind: "policy", id: String(version) }, { t, locale, at: systemClock.now() });
  return json({ thread, matrix, filter, version, mayEdit: frame.mayEdit });
});

export default function PolicyRulesPage() {
  const { thread, ...shown } = useLoaderData<typeof loader>();
  return (
    <>
      <RuleMatrix {...shown} />
      <ThreadPanel thread={thread} />
    </>
  );
}
