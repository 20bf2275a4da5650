import { versionOf } from "#composition/decisions-api.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { respondBody } from "#modules/empowerment/publishing/api-schemas.ts";
import { type Responded, respondPolicy, responseJson } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { notFound } from "#platform/http/refusal.ts";

const view = ({ at, ...responded }: Responded) => ({ ...responded, at: at.toISOString() });

const route = api({
  GET: endpoint({
    permission: "policies.read",
    handler: async ({ actor, param }) => {
      const found = await responseJson(actor, versionOf(param("version")), systemClock.now());
      if (found === null) throw notFound();
      return answer(200, found);
    },
  }),
  POST: endpoint({
    permission: "policies.acknowledge",
    idempotent: true,
    body: respondBody,
    handler: async ({ actor, param, body, remember }) =>
      answer(200, view(await respondPolicy(actor, versionOf(param("version")), body, { remember: async (tx, made) => remember?.(tx, { status: 200, body: view(made) }) }))),
  }),
});
export const loader = route.loader;
export const action = route.action;
