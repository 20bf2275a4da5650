import { circleCalendar } from "#composition/circles.server.ts";
import { page } from "#platform/http/page.server.ts";

/** A circle for one's calendar. */
export const loader = page("circles.read", async ({ actor, params }) =>
  new Response(await circleCalendar(actor, params["id"] ?? ""), {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": 'attachment; filename="circle.ics"', "Cache-Control": "no-store" },
  }),
);
