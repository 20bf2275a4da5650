import { imagesJson, postImage } from "#composition/courses-api.server.ts";
import { imageBody } from "#modules/learning/authoring/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "courses.read", handler: async ({ param }) => answer(200, { items: await imagesJson(param("code")), nextCursor: null }) }),
  POST: endpoint({ permission: "courses.edit", idempotent: true, body: imageBody, handler: async ({ actor, param, body, remember }) => answer(201, await postImage(actor, param("code"), body, remember)) }),
});
export const loader = route.loader;
export const action = route.action;
