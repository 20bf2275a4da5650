import { putReason } from "#composition/leading-writes-api.server.ts";
import { missedBody } from "#modules/reviews/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  PUT: endpoint({ permission: "leading.write", body: missedBody, handler: async ({ actingFor, param, body: { reason } }) => answer(200, await putReason(await actingFor(null), param("id"), reason)) }),
});
export const loader = route.loader;
export const action = route.action;
