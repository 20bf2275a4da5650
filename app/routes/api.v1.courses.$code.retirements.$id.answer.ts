import { postRetirement } from "#composition/courses-api.server.ts";
import { retirementBody } from "#modules/learning/authoring/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "courses.edit",
    idempotent: true,
    body: retirementBody,
    handler: async ({ actor, param, body, remember }) => answer(200, await postRetirement(actor, { code: param("code"), id: param("id") }, body, remember)),
  }),
});
export const loader = route.loader;
export const action = route.action;
