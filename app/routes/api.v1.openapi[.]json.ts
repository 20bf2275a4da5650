import { json } from "@remix-run/node";
import { openApiDocument } from "#composition/openapi/document.server.ts";
import { publicApi } from "#platform/http/api.server.ts";

const route = publicApi(() => json(openApiDocument(), { headers: { "Cache-Control": "public, max-age=300" } }));
export const loader = route.loader;
