import { z } from "zod";
import { loggedJson, postLogged } from "#composition/leading-api.server.ts";
import { loggedBody } from "#modules/reviews/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery } from "#platform/http/paging.ts";

const route = api({
  GET: endpoint({
    permission: "leading.read",
    query: z.strictObject(pageQuery),
    handler: async ({ actor, query: { limit, cursor } }) => {
      const rows = await loggedJson(actor, { limit: limit + 1, cursor });
      return answer(200, pageOf(rows, limit, (row) => row, ({ at, id }) => [new Date(at).getTime(), id]));
    },
  }),
  POST: endpoint({
    permission: "leading.write",
    body: loggedBody,
    idempotent: true,
    handler: async ({ actingFor, body, t, locale, remember }) => answer(201, await postLogged(await actingFor(null), body, { t, locale }, remember)),
  }),
});
export const loader = route.loader;
export const action = route.action;
