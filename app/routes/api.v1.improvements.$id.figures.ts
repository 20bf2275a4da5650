import { actedOn } from "#composition/improvements-api.server.ts";
import { figuresBody } from "#modules/improvements/api-schemas.ts";
import { recordFigures } from "#modules/improvements/public.server.ts";
import { figureFields } from "#modules/improvements/schemas.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "improvements.answer",
    idempotent: true,
    body: figuresBody,
    handler: async ({ actor, param, body, remember }) =>
      answer(200, await actedOn(actor, param("id"), remember, (asked, kept) => recordFigures(param("id"), parseInput(figureFields, body), asked, kept))),
  }),
});
export const loader = route.loader;
export const action = route.action;
