import { postHours } from "#composition/leading-api.server.ts";
import { hoursBody } from "#modules/reviews/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "leading.write",
    body: hoursBody,
    idempotent: true,
    handler: async ({ actingFor, body, remember }) => answer(201, await postHours(await actingFor(null), body, remember)),
  }),
});
export const loader = route.loader;
export const action = route.action;
