import { cyclesJson, postCycle } from "#composition/leading-writes-api.server.ts";
import { cycleBody } from "#modules/reviews/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "leading.read", handler: async () => answer(200, { items: await cyclesJson() }) }),
  POST: endpoint({ permission: "leading.cycles", body: cycleBody, idempotent: true, handler: async ({ actingFor, body: { day }, remember }) => answer(201, await postCycle(await actingFor(null), day, remember)) }),
});
export const loader = route.loader;
export const action = route.action;
