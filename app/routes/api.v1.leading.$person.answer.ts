import { postMonthAnswer } from "#composition/leading-writes-api.server.ts";
import { answerBody } from "#modules/reviews/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({ permission: "leading.write", body: answerBody, handler: async ({ actingFor, param, body }) => answer(200, await postMonthAnswer(await actingFor(null), param("person"), body)) }),
});
export const loader = route.loader;
export const action = route.action;
