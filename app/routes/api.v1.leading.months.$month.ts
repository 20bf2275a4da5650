import { putMonth } from "#composition/leading-writes-api.server.ts";
import { monthBody } from "#modules/reviews/api-schemas.ts";
import { monthText } from "#modules/reviews/schemas.ts";
import { notFound } from "#platform/http/refusal.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  PUT: endpoint({
    permission: "leading.write",
    body: monthBody,
    handler: async ({ actingFor, param, body }) => {
      const month = monthText.safeParse(param("month"));
      if (!month.success) throw notFound();
      return answer(200, await putMonth(await actingFor(null), month.data, body));
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
