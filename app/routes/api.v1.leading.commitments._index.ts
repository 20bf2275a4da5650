import { putCommitments } from "#composition/leading-writes-api.server.ts";
import { commitmentsBody } from "#modules/reviews/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  PUT: endpoint({ permission: "leading.write", body: commitmentsBody, handler: async ({ actingFor, body }) => answer(200, await putCommitments(await actingFor(null), body)) }),
});
export const loader = route.loader;
export const action = route.action;
