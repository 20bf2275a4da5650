import { z } from "zod";
import { postCircle } from "#composition/circles-api.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { circleBody } from "#modules/stories/api-schemas.ts";
import { circleList } from "#modules/stories/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({
    permission: "circles.read",
    query: z.strictObject({ when: z.enum(["coming", "past"]).default("coming") }),
    handler: async ({ actor, query: { when } }) => answer(200, { items: await circleList(actor, when, systemClock.now()), nextCursor: null }),
  }),
  POST: endpoint({
    permission: "circles.join",
    idempotent: true,
    body: circleBody,
    handler: async ({ actor, body, remember }) => {
      const { id } = await postCircle(actor, body, remember);
      return answer(201, { id }, { location: `/api/v1/circles/${id}` });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
