import { actedOn } from "#composition/improvements-api.server.ts";
import { confirmBody } from "#modules/improvements/api-schemas.ts";
import { confirmImprovement } from "#modules/improvements/public.server.ts";
import { confirmFields } from "#modules/improvements/schemas.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "improvements.report",
    idempotent: true,
    body: confirmBody,
    handler: async ({ actor, param, body, remember }) =>
      answer(200, await actedOn(actor, param("id"), remember, (asked, kept) => confirmImprovement(param("id"), parseInput(confirmFields, body), asked, kept))),
  }),
});
export const loader = route.loader;
export const action = route.action;
