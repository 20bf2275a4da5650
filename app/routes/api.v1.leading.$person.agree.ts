import { postAgreement } from "#composition/leading-writes-api.server.ts";
import { agreeBody } from "#modules/reviews/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({ permission: "leading.write", body: agreeBody, handler: async ({ actingFor, param, body: { cycle, commitments } }) => answer(200, await postAgreement(await actingFor(null), param("person"), cycle, commitments ?? null)) }),
});
export const loader = route.loader;
export const action = route.action;
