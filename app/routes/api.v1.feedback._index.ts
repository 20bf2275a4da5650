import { z } from "zod";
import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { postFeedback } from "#composition/feedback-api.server.ts";
import { feedbackJson, feedbackOfBody } from "#modules/listening/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery, periodQuery } from "#platform/http/paging.ts";

const query = (timeZone: string) =>
  z.strictObject({
    ...pageQuery,
    ...periodQuery(timeZone),
    touchpoint: z.string().max(64).optional(),
    site: z.string().max(64).optional(),
    tone: z.enum(["low", "middle", "high"]).optional(),
    unread: z.enum(["true", "false"]).optional(),
  });

const route = api({
  GET: endpoint({
    permission: "feedback.read",
    query,
    handler: async ({ actor, query: { limit, cursor, ...filter } }) => {
      const rows = await feedbackJson(actor, filter, { limit: limit + 1, cursor });
      return answer(200, pageOf(rows, limit, (row) => row, (row) => [Date.parse(row.receivedAt), row.id]));
    },
  }),
  POST: endpoint({
    permission: "feedback.add",
    idempotent: true,
    body: feedbackOfBody,
    handler: async ({ actor, body, remember }) => {
      const { id, added } = await postFeedback(body, askedOverApi(actor), remember);
      return answer(added ? 201 : 200, { id, added }, { location: `/api/v1/feedback/${id}` });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
