import { courseText, versionDocument } from "#modules/learning/public.server.ts";
import { page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";

/** The newest text of a course as a file that reads back in: its draft, else the version in use. */
export const loader = page("courses.read", async ({ params }) => {
  const code = params["code"] ?? "";
  const found = (await versionDocument(code, "draft")) ?? (await versionDocument(code, null));
  if (found === null) throw notFound();
  return new Response(courseText(found.content), {
    headers: { "Content-Type": "application/json; charset=utf-8", "Content-Disposition": `attachment; filename="${found.content.code}-${found.number}.json"`, "Cache-Control": "private, no-store" },
  });
});
