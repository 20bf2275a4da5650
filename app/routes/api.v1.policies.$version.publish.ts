import { versionOf } from "#composition/decisions-api.server.ts";
import { publishBody } from "#modules/empowerment/api-schemas.ts";
import { type Published, publishPolicy } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { instantOrDay } from "#platform/http/paging.ts";
import { invalidInput } from "#platform/http/refusal.ts";

const view = ({ version, state, effectiveFrom }: Published) => ({ version, state, effectiveFrom: effectiveFrom.toISOString() });

const route = api({
  POST: endpoint({
    permission: "policies.publish",
    idempotent: true,
    body: publishBody,
    handler: async ({ actor, param, body: { effectiveFrom: typed, note }, timeZone, remember }) => {
      const effectiveFrom = typed == null ? null : instantOrDay(typed, timeZone);
      if (typed != null && effectiveFrom === null) throw invalidInput({ path: "effectiveFrom", code: "instant_or_day" });
      const published = await publishPolicy(actor, versionOf(param("version")), { effectiveFrom, note }, { remember: async (tx, made) => remember?.(tx, { status: 200, body: view(made) }) });
      return answer(200, view(published));
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
