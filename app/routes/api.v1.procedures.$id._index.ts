import { askedByPerson } from "#composition/improvements-api.server.ts";
import { procedureJson } from "#composition/procedures-api.server.ts";
import { procedureBody } from "#modules/improvements/api-schemas.ts";
import { saveProcedure } from "#modules/improvements/public.server.ts";
import { procedureFields } from "#modules/improvements/schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { parseInput } from "#platform/http/zod-faults.ts";

const route = api({
  GET: endpoint({ permission: "procedures.read", handler: async ({ actor, param }) => answer(200, await procedureJson(actor, param("id"))) }),
  PUT: endpoint({
    permission: "procedures.edit",
    body: procedureBody,
    handler: async ({ actor, param, body }) => {
      const asked = askedByPerson(actor);
      await saveProcedure(param("id"), parseInput(procedureFields, { owner: null, law: null, ...body }), asked);
      return answer(200, await procedureJson(asked.actor, param("id")));
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
