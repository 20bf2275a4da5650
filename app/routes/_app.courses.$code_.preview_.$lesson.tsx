import { json, redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { previewOf, stepsAfter, stepsIn, versionDocument } from "#modules/learning/public.server.ts";
import { NOTHING_SENT } from "#modules/learning/ui/authoring/sent.ts";
import { useBilingual } from "#modules/learning/ui/authoring/use-bilingual.ts";
import { QuizLesson } from "#modules/learning/ui/quiz-lesson.tsx";
import { ReadText } from "#modules/learning/ui/read-lesson.tsx";
import { ScenarioPlayer } from "#modules/learning/ui/scenario-player.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "courses:preview.title" };

export const loader = page("courses.read", async ({ params, url }) => {
  const code = params["code"] ?? "";
  const found = (await versionDocument(code, "draft")) ?? (await versionDocument(code, null));
  const preview = found === null ? null : previewOf(found.content, params["lesson"] ?? "", stepsIn(url.searchParams.get("done")));
  if (preview?.lesson == null) throw notFound();
  return json({ course: preview.course, lesson: preview.lesson });
});

/** Nothing is stored: what was chosen goes into the address. */
export const action = act("courses.edit", ({ params, form, url }) => {
  const steps = stepsAfter(form, stepsIn(url.searchParams.get("done")));
  const here = `/courses/${encodeURIComponent(params["code"] ?? "")}/preview/${encodeURIComponent(params["lesson"] ?? "")}`;
  return redirect(`${here}?done=${encodeURIComponent(steps.join("."))}`, 303);
});

export default function PreviewLessonPage() {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const { course, lesson } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { body } = lesson;
  const here = `/courses/${course.code}/preview/${lesson.code}`;
  return (
    <Page>
      <PageHeader title={text(lesson.title) || t("edit.untitled")} back={{ to: `/courses/${course.code}/preview`, label: text(course.title) || course.code }} />
      <Banner tone="info">{t("preview.banner")}</Banner>
      {body.kind === "read" && <ReadText view={body.read} />}
      {body.kind === "scenario" && (body.scenario === null ? <Banner tone="warn">{t("preview.broken")}</Banner> : <ScenarioPlayer view={body.scenario} sent={NOTHING_SENT} id="preview" />)}
      {body.kind === "quiz" && <QuizLesson view={body.quiz} sent={NOTHING_SENT} id="preview" />}
      {body.kind === "practice" && (
        <Card>
          <p className="max-w-prose text-lg">{text(body.task)}</p>
          <p className="text-muted">{t("preview.practice")}</p>
          <p className="font-semibold">{t("preview.observe")}</p>
          <ul className="list-disc pl-5">{body.observe.map((one, index) => <li key={index}>{text(one)}</li>)}</ul>
        </Card>
      )}
      {body.kind === "reflection" && (
        <Card>
          <p className="max-w-prose text-lg">{text(body.prompt)}</p>
          <p className="text-muted">{t("preview.reflection")}</p>
        </Card>
      )}
      {(search.get("done") ?? "") !== "" && <LinkButton to={here} variant="quiet" className="self-start">{t("preview.again")}</LinkButton>}
    </Page>
  );
}
