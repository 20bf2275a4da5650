import { z } from "zod";
import { postStory } from "#composition/stories.server.ts";
import { storyBody } from "#modules/stories/api-schemas.ts";
import { storyList } from "#modules/stories/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery, periodQuery } from "#platform/http/paging.ts";

const query = (timeZone: string) =>
  z.strictObject({ ...pageQuery, ...periodQuery(timeZone), value: z.string().max(64).optional(), touchpoint: z.string().max(80).optional(), search: z.string().max(100).optional() });

const route = api({
  GET: endpoint({
    permission: "stories.read",
    query,
    handler: async ({ actor, query: { limit, cursor, ...filter } }) => {
      const rows = await storyList(actor, filter, { limit: limit + 1, cursor });
      return answer(200, pageOf(rows, limit, (row) => row, (row) => [Date.parse(row.at), row.id]));
    },
  }),
  POST: endpoint({
    permission: "stories.tell",
    idempotent: true,
    body: storyBody,
    handler: async ({ actor, body, remember, t, locale }) => {
      const { id } = await postStory(actor, body, { t, locale }, remember);
      return answer(201, { id }, { location: `/api/v1/stories/${id}` });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
