import { patchPerson, personJson } from "#composition/people-api.server.ts";
import { findRecord, personPatch } from "#modules/people/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { notFound } from "#platform/http/refusal.ts";

const route = api({
  GET: endpoint({
    permission: "people.read",
    handler: async ({ actor, param }) => {
      const record = await findRecord(actor, param("id"));
      if (record === null) throw notFound();
      return answer(200, personJson(record));
    },
  }),
  PATCH: endpoint({
    permission: "people.edit",
    body: personPatch,
    handler: async ({ actor, param, body }) => answer(200, await patchPerson(actor, param("id"), body)),
  }),
});
export const loader = route.loader;
export const action = route.action;
