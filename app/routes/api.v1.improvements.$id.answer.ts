import { actedOn } from "#composition/improvements-api.server.ts";
import { answerImprovement } from "#modules/improvements/public.server.ts";
import { answerBody, answerFields } from "#modules/improvements/schemas.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "improvements.answer",
    idempotent: true,
    body: answerBody,
    handler: async ({ actor, param, body, remember }) =>
      answer(200, await actedOn(actor, param("id"), remember, (asked, kept) => answerImprovement(param("id"), parseInput(answerFields, body), asked, kept))),
  }),
});
export const loader = route.loader;
export const action = route.action;
