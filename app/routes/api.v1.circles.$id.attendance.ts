import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { attendanceBody } from "#modules/stories/api-schemas.ts";
import { markAttendance } from "#modules/stories/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "circles.join",
    body: attendanceBody,
    handler: async ({ actor, param, body }) => {
      const id = param("id");
      await markAttendance(id, body.came, askedOverApi(actor));
      return answer(200, { id });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
