import { askCustomer } from "#composition/listening.server.ts";
import { askedByPerson } from "#composition/improvements-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "feedback.ask",
    handler: async ({ actor, param, url }) => {
      const asked = askedByPerson(actor);
      const { address, until } = await askCustomer(asked.actor, param("id"), url, asked.now, "api");
      return answer(201, { url: address, expiresAt: until });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
