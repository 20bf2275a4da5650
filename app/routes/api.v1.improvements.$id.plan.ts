import { records } from "#composition/improvements.server.ts";
import { actedOn, stepOwners } from "#composition/improvements-api.server.ts";
import { planBody } from "#modules/improvements/api-schemas.ts";
import { planImprovement } from "#modules/improvements/public.server.ts";
import { planFields } from "#modules/improvements/schemas.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "improvements.answer",
    idempotent: true,
    body: planBody,
    handler: async ({ actor, param, body, remember }) =>
      answer(200, await actedOn(actor, param("id"), remember, (asked, kept) => planImprovement(param("id"), parseInput(planFields, { ...body, steps: stepOwners(body.steps) }), asked, records, kept))),
  }),
});
export const loader = route.loader;
export const action = route.action;
