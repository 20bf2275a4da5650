import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { doInLesson, ownDecisions } from "#composition/learning.server.ts";
import { newId } from "#kernel/ids.ts";
import { lessonView } from "#modules/learning/public.server.ts";
import { PracticeLesson } from "#modules/learning/ui/practice-lesson.tsx";
import { QuizLesson } from "#modules/learning/ui/quiz-lesson.tsx";
import { ReadLesson, ReadText } from "#modules/learning/ui/read-lesson.tsx";
import { ReflectionLesson } from "#modules/learning/ui/reflection-lesson.tsx";
import { ScenarioPlayer } from "#modules/learning/ui/scenario-player.tsx";
import { useKeptAnswers } from "#modules/learning/ui/use-kept-answers.ts";
import { useText } from "#modules/learning/ui/use-text.ts";
import { nearColleagues } from "#modules/people/public.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast, safeRedirect } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Badge, Banner } from "#ui/feedback.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ name: string }> = { title: "learning:named", titleParams: ({ name }) => ({ name }) };

export const loader = page("learning.read", async ({ actor, params, url, locale }) => {
  const wish = { play: url.searchParams.get("play"), again: url.searchParams.has("again") };
  const lesson = await lessonView(actor, params["course"] ?? "", params["lesson"] ?? "", wish);
  if (lesson === null) throw notFound();
  const practises = lesson.body.kind === "practice";
  const beside = practises ? { decisions: await ownDecisions(actor), colleagues: await nearColleagues(actor) } : null;
  return json({ lesson, name: lesson.title[locale] || lesson.title.vi, beside, takes: can(actor, "learning.take"), self: actor.personId, id: newId() });
});

export const action = act(
  "learning.take",
  async ({ actor, params, form, remember }) => {
    const { href, toast } = await doInLesson(actor, params["course"] ?? "", params["lesson"] ?? "", form, remember);
    return toast === null ? safeRedirect(href) : redirectWithToast(href, { key: toast });
  },
  { idempotent: true },
);

export default function LessonPage() {
  const { t } = useTranslation("learning");
  const text = useText();
  const { lesson, beside, takes, self, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const sent = { refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} };
  const kept = useKeptAnswers(self);
  const { body, course } = lesson;
  return (
    <Page>
      <PageHeader
        title={text(lesson.title)}
        lead={
          <span className="flex flex-wrap items-center gap-3">
            {t("lesson.place", { position: lesson.position, total: lesson.total })}
            {lesson.done && <Badge tone="good">{t("lesson.done")}</Badge>}
          </span>
        }
        back={{ to: `/learn/${course.code}`, label: text(course.title) }}
      />
      {kept.waiting && <Banner tone="warn" live="status">{t("lesson.kept")}</Banner>}
      {kept.sent && !kept.waiting && <Banner tone="good" live="status">{t("lesson.keptSent")}</Banner>}
      {takes ? (
        <>
          {body.kind === "read" && <ReadLesson view={body.read} sent={sent} last={lesson.after === null} done={lesson.done} />}
          {body.kind === "scenario" && <ScenarioPlayer view={body.scenario} sent={sent} id={id} onSubmit={kept.onSubmit} />}
          {body.kind === "quiz" && <QuizLesson view={body.quiz} sent={sent} id={id} onSubmit={kept.onSubmit} />}
          {body.kind === "practice" && <PracticeLesson view={body.practice} sent={sent} idempotencyKey={id} decisions={beside?.decisions ?? []} colleagues={beside?.colleagues ?? []} onSubmit={kept.onSubmit} />}
          {body.kind === "reflection" && <ReflectionLesson view={body.reflection} sent={sent} />}
        </>
      ) : (
        body.kind === "read" && <ReadText view={body.read} />
      )}
      {lesson.done && (
        <nav className="flex flex-wrap gap-3">
          {lesson.after !== null && <LinkButton to={`/learn/${course.code}/${lesson.after}`} variant="primary">{t("lesson.nextLesson")}</LinkButton>}
          <LinkButton to={`/learn/${course.code}`}>{t("lesson.toCourse")}</LinkButton>
        </nav>
      )}
    </Page>
  );
}
