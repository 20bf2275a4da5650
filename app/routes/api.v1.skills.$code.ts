import { putSkill, skillJson } from "#composition/courses-api.server.ts";
import { skillBody } from "#modules/learning/authoring/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "courses.read", handler: async ({ param }) => answer(200, await skillJson(param("code"))) }),
  PUT: endpoint({ permission: "courses.edit", body: skillBody, handler: async ({ actor, param, body }) => answer(200, await putSkill(actor, param("code"), body)) }),
});
export const loader = route.loader;
export const action = route.action;
