import { postAnswer } from "#composition/learning-api.server.ts";
import { lessonBody } from "#modules/learning/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({ permission: "learning.take", body: lessonBody, handler: async ({ actor, param, body }) => answer(201, await postAnswer(actor, param("id"), body)) }),
});
export const loader = route.loader;
export const action = route.action;
