import { z } from "zod";
import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { pulsesJson } from "#composition/pulses-api.server.ts";
import { savePulse } from "#modules/pulse/public.server.ts";
import { pulseFields } from "#modules/pulse/schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery } from "#platform/http/paging.ts";

const route = api({
  GET: endpoint({
    permission: "pulses.read",
    query: z.strictObject(pageQuery),
    handler: async ({ actor, query: { limit, cursor } }) => {
      const rows = await pulsesJson(actor);
      const from = cursor === null ? 0 : rows.findIndex(({ id }) => id === cursor[0]) + 1;
      return answer(200, pageOf(rows.slice(from, from + limit + 1), limit, (row) => row, ({ id }) => [id]));
    },
  }),
  POST: endpoint({
    permission: "pulses.design",
    idempotent: true,
    body: pulseFields,
    handler: async ({ actor, body, remember }) => {
      const { id } = await savePulse(body, askedOverApi(actor), null, (tx, made) => remember?.(tx, { status: 201, body: { id: made }, location: `/api/v1/pulses/${made}` }));
      return answer(201, { id }, { location: `/api/v1/pulses/${id}` });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
