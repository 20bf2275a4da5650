import { signalJson } from "#composition/complaints.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "customers.look-up", handler: ({ param }) => answer(200, signalJson(param("ref"), systemClock.now())) }),
});
export const loader = route.loader;
export const action = route.action;
