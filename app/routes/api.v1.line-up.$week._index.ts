import { putCard } from "#composition/circles-api.server.ts";
import { cardBody } from "#modules/stories/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  PUT: endpoint({ permission: "line-up.choose", body: cardBody, handler: async ({ actor, param, body }) => answer(200, await putCard(actor, param("week"), body)) }),
});
export const loader = route.loader;
export const action = route.action;
