import { z } from "zod";
import { systemClock } from "#kernel/clock.ts";
import { certificateRows } from "#modules/learning/public.server.ts";
import { findPersonByEmail } from "#modules/people/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery } from "#platform/http/paging.ts";

const route = api({
  GET: endpoint({
    permission: "learning.read",
    query: z.strictObject({ ...pageQuery, course: z.string().max(64).optional(), person: z.string().max(254).optional() }),
    handler: async ({ actor, query: { limit, cursor, course, person } }) => {
      const personId = person === undefined ? undefined : (findPersonByEmail(person)?.id ?? "nobody");
      const rows = await certificateRows(actor, { course, personId }, { limit: limit + 1, cursor }, systemClock.now());
      return answer(200, pageOf(rows, limit, (row) => row, (row) => [Date.parse(row.givenAt), row.id]));
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
