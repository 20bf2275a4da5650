import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { assignmentFields } from "#modules/learning/assignments/schemas.ts";
import { assignCourse, assignmentsView, versionRows } from "#modules/learning/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { notFound } from "#platform/http/refusal.ts";

const route = api({
  GET: endpoint({
    permission: "assignments.read",
    handler: async ({ actor, param }) => {
      const code = param("code");
      if ((await versionRows(code)) === null) throw notFound();
      return answer(200, { items: (await assignmentsView(actor, code, systemClock.now())).assignments, nextCursor: null });
    },
  }),
  POST: endpoint({
    permission: "courses.assign",
    idempotent: true,
    body: assignmentFields,
    handler: async ({ actor, param, body, remember }) => {
      const id = await assignCourse(param("code"), body, askedOverApi(actor), async (tx, made) => remember?.(tx, { status: 201, body: { id: made } }));
      return answer(201, { id });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
