import { z } from "zod";
import { askedByPerson } from "#composition/improvements-api.server.ts";
import { proceduresJson } from "#composition/procedures-api.server.ts";
import { procedureBody } from "#modules/improvements/api-schemas.ts";
import { saveProcedure } from "#modules/improvements/public.server.ts";
import { procedureFields } from "#modules/improvements/schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { parseInput } from "#platform/http/zod-faults.ts";

const query = z.strictObject({ department: z.string().max(64).optional(), show: z.enum(["due", "ended"]).optional() });

const route = api({
  GET: endpoint({ permission: "procedures.read", query, handler: async ({ actor, query: filter }) => answer(200, { items: await proceduresJson(actor, filter), nextCursor: null }) }),
  POST: endpoint({
    permission: "procedures.edit",
    idempotent: true,
    body: procedureBody,
    handler: async ({ actor, body, remember }) => {
      const made = (id: string) => ({ status: 201, body: { id, code: body.code }, location: `/api/v1/procedures/${id}` });
      const id = await saveProcedure(null, parseInput(procedureFields, { owner: null, law: null, ...body }), askedByPerson(actor), (tx, saved) => remember?.(tx, made(saved)));
      const { status, body: said, location } = made(id);
      return answer(status, said, { location });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
