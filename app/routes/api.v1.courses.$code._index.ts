import { coursesJson } from "#modules/learning/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { notFound } from "#platform/http/refusal.ts";

const route = api({
  GET: endpoint({
    permission: "learning.read",
    handler: async ({ param }) => {
      const course = (await coursesJson()).find(({ code }) => code === param("code"));
      if (course === undefined) throw notFound();
      return answer(200, course);
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
