import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { endAssignment } from "#modules/learning/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "courses.assign",
    idempotent: true,
    handler: async ({ actor, param, remember }) => {
      const asked = askedOverApi(actor);
      const ended = { id: param("id"), endedAt: asked.now.toISOString() };
      await endAssignment(param("code"), ended.id, asked, (tx) => remember?.(tx, { status: 200, body: ended }));
      return answer(200, ended);
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
