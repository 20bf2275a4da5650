import { postDiscussed } from "#composition/circles-api.server.ts";
import { discussionBody } from "#modules/stories/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({ permission: "line-up.discuss", body: discussionBody, handler: async ({ actor, param, body }) => answer(200, await postDiscussed(actor, param("week"), body)) }),
});
export const loader = route.loader;
export const action = route.action;
