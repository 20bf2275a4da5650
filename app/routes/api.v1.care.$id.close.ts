import { systemClock } from "#kernel/clock.ts";
import { closeCare } from "#modules/care/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "care.ask",
    handler: async ({ actor, param }) => {
      const id = param("id");
      await closeCare(id, { actor, source: "api", now: systemClock.now() });
      return answer(200, { id });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
