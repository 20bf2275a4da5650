import { putCircle, readCircle } from "#composition/circles-api.server.ts";
import { circleChange } from "#modules/stories/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "circles.read", handler: async ({ actor, param }) => answer(200, await readCircle(actor, param("id"))) }),
  PUT: endpoint({ permission: "circles.join", body: circleChange, handler: async ({ actor, param, body }) => answer(200, await putCircle(actor, param("id"), body)) }),
});
export const loader = route.loader;
export const action = route.action;
