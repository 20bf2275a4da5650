import { z } from "zod";
import { resultsJson } from "#composition/pulses-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({
    permission: "pulses.read",
    query: z.strictObject({ group: z.string().max(120).optional() }),
    handler: async ({ actor, param, query: { group } }) => answer(200, await resultsJson(actor, param("id"), group ?? null)),
  }),
});
export const loader = route.loader;
export const action = route.action;
