import { putDraft } from "#composition/courses-api.server.ts";
import { versionDocument } from "#modules/learning/public.server.ts";
import { courseContent } from "#modules/learning/schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { notFound } from "#platform/http/refusal.ts";

const route = api({
  GET: endpoint({
    permission: "courses.read",
    handler: async ({ param }) => {
      const code = param("code");
      const found = await versionDocument(code, "draft");
      if (found === null) throw notFound();
      const { number, state, revision, content } = found;
      return answer(200, { code, number, state, revision, document: content }, { etag: String(revision) });
    },
  }),
  PUT: endpoint({
    permission: "courses.edit",
    body: courseContent,
    handler: async ({ actor, param, body, request, ifMatch }) => {
      const saved = await putDraft(actor, param("code"), body, request.headers.has("If-Match") ? ifMatch() : null);
      return answer(200, saved, { etag: String(saved.revision) });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
