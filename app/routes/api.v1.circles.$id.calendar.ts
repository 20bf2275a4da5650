import { circleCalendar } from "#composition/circles.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({
    permission: "circles.read",
    handler: async ({ actor, param }) =>
      answer(200, await circleCalendar(actor, param("id")), { headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": 'attachment; filename="circle.ics"' } }),
  }),
});
export const loader = route.loader;
export const action = route.action;
