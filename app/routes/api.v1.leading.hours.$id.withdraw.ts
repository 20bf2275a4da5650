import { postWithdrawal } from "#composition/leading-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "leading.write",
    idempotent: true,
    handler: async ({ actingFor, param, remember }) => answer(200, await postWithdrawal(await actingFor(null), param("id"), remember)),
  }),
});
export const loader = route.loader;
export const action = route.action;
