import { z } from "zod";
import { figuresJson } from "#modules/listening/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { periodQuery } from "#platform/http/paging.ts";

const query = (timeZone: string) => z.strictObject({ ...periodQuery(timeZone), touchpoint: z.string().max(64).optional(), site: z.string().max(64).optional() });

const route = api({ GET: endpoint({ permission: "feedback.read", query, handler: async ({ actor, query: filter }) => answer(200, await figuresJson(actor, filter)) }) });
export const loader = route.loader;
export const action = route.action;
