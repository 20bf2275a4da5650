import { versionOf } from "#composition/decisions-api.server.ts";
import { simulateBody } from "#modules/empowerment/api-schemas.ts";
import { startSimulation } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { instantOrDay } from "#platform/http/paging.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";

function edge(path: "from" | "to", typed: string | null | undefined, timeZone: string): Date | null {
  const at = typed == null ? null : instantOrDay(typed, timeZone);
  if (typed != null && at === null) throw invalidInput({ path, code: "instant_or_day" });
  return at;
}

const route = api({
  POST: endpoint({
    permission: "policies.read-drafts",
    body: simulateBody,
    handler: async ({ actor, param, body: { from, to, ...wish }, timeZone }) => {
      const started = await startSimulation(actor, versionOf(param("version")), { ...wish, from: edge("from", from, timeZone), to: edge("to", to, timeZone) });
      const finished = await started.finished;
      if (finished.state === "cancelled") throw new Refusal("state_changed");
      if (finished.state === "failed") throw finished.error === "process_ended" ? new Refusal("busy", { retryAfter: 10 }) : new Refusal("unexpected", { params: { id: started.id } });
      return answer(200, { id: started.id, ...finished.report });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
