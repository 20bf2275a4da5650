import { findingsJson } from "#composition/courses-api.server.ts";
import { courseContent } from "#modules/learning/schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({ POST: endpoint({ permission: "courses.read", body: courseContent, handler: async ({ body, t }) => answer(200, await findingsJson(body, t)) }) });
export const loader = route.loader;
export const action = route.action;
