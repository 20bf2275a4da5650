import { askedByPerson } from "#composition/improvements-api.server.ts";
import { personOnly } from "#composition/decisions-api.server.ts";
import type { PersonActor } from "#access/actor.ts";
import { chooseTopics, ownTopics } from "#modules/notifications/public.server.ts";
import { choicesBody } from "#modules/notifications/schemas.ts";
import { env } from "#platform/env.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const choices = async (actor: PersonActor) => answer(200, { mailLeaves: env.SMTP_URL !== null, topics: await ownTopics(actor) });

const route = api({
  GET: endpoint({ permission: "notifications.read", handler: ({ actor }) => choices(personOnly(actor)) }),
  PUT: endpoint({
    permission: "account.self",
    body: choicesBody,
    handler: async ({ actor, body }) => {
      const asked = askedByPerson(actor);
      await chooseTopics(body.topics, asked);
      return choices(asked.actor);
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
