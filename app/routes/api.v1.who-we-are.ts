import { putWhoWeAre } from "#composition/leading-writes-api.server.ts";
import { whoBody } from "#modules/reviews/api-schemas.ts";
import { whoWeAre } from "#modules/reviews/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "who-we-are.read", handler: async () => answer(200, await whoWeAre()) }),
  PUT: endpoint({ permission: "who-we-are.edit", body: whoBody, handler: async ({ actingFor, body }) => answer(200, await putWhoWeAre(await actingFor(null), body)) }),
});
export const loader = route.loader;
export const action = route.action;
