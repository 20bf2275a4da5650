import { postLook } from "#composition/leading-api.server.ts";
import { lookBody } from "#modules/reviews/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({ permission: "leading.write", body: lookBody, handler: async ({ actingFor, param, body }) => answer(200, await postLook(await actingFor(null), param("id"), body)) }),
});
export const loader = route.loader;
export const action = route.action;
