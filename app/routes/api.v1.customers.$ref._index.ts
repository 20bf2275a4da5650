import { customerJson } from "#composition/customer-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "customers.look-up", handler: async ({ param, ...reader }) => answer(200, await customerJson({ ref: param("ref") }, reader)) }),
});
export const loader = route.loader;
export const action = route.action;
