import { askedByPerson } from "#composition/improvements-api.server.ts";
import { reviewBody } from "#modules/improvements/api-schemas.ts";
import { reviewProcedure } from "#modules/improvements/public.server.ts";
import { reviewFields } from "#modules/improvements/schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { parseInput } from "#platform/http/zod-faults.ts";

const route = api({
  POST: endpoint({
    permission: "procedures.review",
    idempotent: true,
    body: reviewBody,
    handler: async ({ actor, param, body, remember }) => {
      const id = param("id");
      const said = { id, decision: body.decision, reviewBy: body.decision === "stop" ? null : (body.reviewBy ?? null) };
      await reviewProcedure(id, parseInput(reviewFields, { reviewBy: null, ...body }), askedByPerson(actor), (tx) => remember?.(tx, { status: 200, body: said }));
      return answer(200, said);
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
