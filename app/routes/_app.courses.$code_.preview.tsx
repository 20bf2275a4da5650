import { json } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { previewOf, versionDocument } from "#modules/learning/public.server.ts";
import { useBilingual } from "#modules/learning/ui/authoring/use-bilingual.ts";
import { page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { Banner } from "#ui/feedback.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "courses:preview.title" };

export const loader = page("courses.read", async ({ params }) => {
  const code = params["code"] ?? "";
  const found = (await versionDocument(code, "draft")) ?? (await versionDocument(code, null));
  const preview = found === null ? null : previewOf(found.content, null, []);
  if (preview === null) throw notFound();
  return json({ preview });
});

export default function PreviewPage() {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const format = useFormat();
  const { course, lessons } = useLoaderData<typeof loader>().preview;
  return (
    <Page>
      <PageHeader title={text(course.title) || course.code} lead={text(course.summary)} back={{ to: `/courses/${course.code}`, label: t("title") }} />
      <Banner tone="info">{t("preview.banner")}</Banner>
      <Card title={t("preview.lessons")}>
        {lessons.length === 0 && <p className="text-muted">{t("preview.empty")}</p>}
        <ol className="flex flex-col divide-y divide-line">
          {lessons.map(({ code, title, kind, minutes }) => (
            <li key={code} className="py-1">
              <Link to={`/courses/${course.code}/preview/${code}`} className="inline-flex min-h-target items-center font-semibold underline underline-offset-4">{text(title) || t("edit.untitled")}</Link>
              <span className="block text-sm text-muted">{t(`edit.kind.${kind}`)} · {format.duration(minutes)}</span>
            </li>
          ))}
        </ol>
      </Card>
    </Page>
  );
}
