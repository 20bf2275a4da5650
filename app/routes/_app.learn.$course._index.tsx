import { json } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { CircleCheck, CircleDashed, Circle } from "lucide-react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { openingsFor } from "#composition/learning.server.ts";
import { threadPanel } from "#composition/thread.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { courseView, startAttempt } from "#modules/learning/public.server.ts";
import { CertificateList } from "#modules/learning/ui/certificate-list.tsx";
import { CourseAbout } from "#modules/learning/ui/course-about.tsx";
import { CourseBadges } from "#modules/learning/ui/course-list.tsx";
import { useText } from "#modules/learning/ui/use-text.ts";
import type { LessonLine } from "#modules/learning/view-models.ts";
import { ThreadPanel } from "#modules/thread/ui/thread-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ name: string }> = { title: "learning:named", titleParams: ({ name }) => ({ name }) };

export const loader = page("learning.read", async ({ actor, params, t, locale }) => {
  const now = systemClock.now();
  const code = params["course"] ?? "";
  const course = await courseView(actor, code, now, openingsFor(actor, now));
  if (course === null) throw notFound();
  return json({ course, name: course.title[locale] || course.title.vi, takes: can(actor, "learning.take"), thread: await threadPanel(actor, { kind: "course", id: code }, { t, locale, at: now }) });
});

/** Begins the course, or goes on with the attempt that runs, and opens the lesson to take. */
export const action = act("learning.take", async ({ actor, params }) => {
  const now = systemClock.now();
  const code = params["course"] ?? "";
  await startAttempt(code, { actor, source: "screen", now });
  const course = await courseView(actor, code, now, new Map());
  return redirectWithToast(`/learn/${encodeURIComponent(code)}${course?.next == null ? "" : `/${encodeURIComponent(course.next)}`}`, { key: "learning:course.begun" });
});

const ICONS = { done: CircleCheck, started: CircleDashed, open: Circle };

function Lesson({ course, lesson }: { course: string; lesson: LessonLine }) {
  const { t } = useTranslation("learning");
  const text = useText();
  const state = lesson.done ? "done" : lesson.started ? "started" : "open";
  const Icon = ICONS[state];
  return (
    <li>
      <Link to={`/learn/${course}/${lesson.code}`} className="flex min-h-target items-center gap-3 px-1 py-2 hover:bg-sunken">
        <Icon aria-hidden className={lesson.done ? "size-6 shrink-0 text-good" : "size-6 shrink-0 text-muted"} />
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{text(lesson.title)}</span>
          <span className="block text-sm text-muted">
            {t(`course.kind.${lesson.kind}`)} · {t("courses.minutes", { minutes: lesson.minutes })}
            {state !== "open" && <> · {t(`course.${state}`)}</>}
          </span>
        </span>
      </Link>
    </li>
  );
}

export default function CoursePage() {
  const { t } = useTranslation("learning");
  const text = useText();
  const { course, takes, thread } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer.refusal : null;
  const { attempt, next } = course;
  const running = attempt?.state === "running";
  return (
    <Page wide>
      <PageHeader title={text(course.title)} lead={text(course.summary)} back={{ to: "/learn", label: t("title") }} />
      <FormErrors refusal={refused} />
      <Columns
        aside={
          <>
            <CourseAbout course={course} />
            {course.certificates.length > 0 && <Card title={t("certificates.title")} className="gap-1"><CertificateList certificates={course.certificates} /></Card>}
            <ThreadPanel thread={thread} />
          </>
        }
      >
        <div className="flex flex-wrap gap-2"><CourseBadges course={course} /></div>
        {course.unverified && <Banner tone="waiting">{t("course.completed")}</Banner>}
        <Card title={t("course.why")}>
          <p className="max-w-prose">{text(course.why)}</p>
          <p className="text-muted">{t("course.serves", { lens: t(`course.lens.${course.serves.kind as "need"}`), text: text(course.serves.text) })}</p>
        </Card>
        {takes && running && next !== null && <LinkButton to={`/learn/${course.code}/${next}`} variant="primary" size="large" className="self-start">{t("course.resume")}</LinkButton>}
        {takes && attempt === null && (
          <Form method="post"><Button type="submit" variant="primary" size="large">{t("course.start")}</Button></Form>
        )}
        <Card title={t("course.lessons")} className="gap-1">
          <ol className="flex flex-col divide-y divide-line">{course.lessons.map((lesson) => <Lesson key={lesson.code} course={course.code} lesson={lesson} />)}</ol>
        </Card>
        {takes && attempt !== null && !running && (
          <Form method="post" className="flex flex-col gap-1">
            <Button type="submit" className="self-start">{t("course.again")}</Button>
            <p className="text-sm text-muted">{t("course.againHint")}</p>
          </Form>
        )}
        {course.shares.length > 0 && (
          <Card title={t("course.shares")}>
            <ul className="flex flex-col divide-y divide-line">
              {course.shares.map((share) => (
                <li key={share.id} className="py-3">
                  <p className="max-w-prose whitespace-pre-line">{share.text}</p>
                  <p className="text-sm text-muted">{t("course.sharedBy", { name: share.name, at: share.at })}</p>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </Columns>
    </Page>
  );
}
