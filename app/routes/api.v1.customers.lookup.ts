import { customerJson } from "#composition/customer-api.server.ts";
import { lookupBody } from "#modules/customers/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({ permission: "customers.look-up", body: lookupBody, handler: async ({ body, ...reader }) => answer(200, await customerJson(body, reader)) }),
});
export const loader = route.loader;
export const action = route.action;
