import { z } from "zod";
import { postRecognition } from "#composition/recognition-api.server.ts";
import { evidenceSources } from "#composition/recognition-evidence.server.ts";
import { findPersonByEmail } from "#modules/people/public.server.ts";
import { recogniseBody, recognitionStates } from "#modules/recognition/api-schemas.ts";
import { recognitionList } from "#modules/recognition/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery, periodQuery } from "#platform/http/paging.ts";

const query = (timeZone: string) =>
  z.strictObject({ ...pageQuery, ...periodQuery(timeZone), value: z.string().max(64).optional(), state: recognitionStates.optional(), receiver: z.string().max(254).optional(), giver: z.string().max(254).optional() });

const idOf = (email: string | undefined) => (email === undefined ? undefined : (findPersonByEmail(email)?.id ?? "nobody"));

const route = api({
  GET: endpoint({
    permission: "recognitions.read",
    query,
    handler: async ({ actor, query: { limit, cursor, receiver, giver, ...filter } }) => {
      const rows = await recognitionList(actor, { ...filter, receiverId: idOf(receiver), giverId: idOf(giver) }, { limit: limit + 1, cursor }, evidenceSources);
      return answer(200, pageOf(rows, limit, (row) => row, (row) => [Date.parse(row.at), row.id]));
    },
  }),
  POST: endpoint({
    permission: "recognitions.give",
    idempotent: true,
    body: recogniseBody,
    handler: async ({ actor, body, remember }) => {
      const { id } = await postRecognition(actor, body, remember);
      return answer(201, { id }, { location: `/api/v1/recognitions/${id}` });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
