import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { addScenarioNode, editorView, lessonPart, markOf, saveLesson } from "#modules/learning/public.server.ts";
import { FindingList } from "#modules/learning/ui/authoring/finding-list.tsx";
import { LessonFields } from "#modules/learning/ui/authoring/lesson-fields.tsx";
import { NodeList } from "#modules/learning/ui/authoring/node-list.tsx";
import { PartForm } from "#modules/learning/ui/authoring/part-form.tsx";
import { ScenarioGraph } from "#modules/learning/ui/authoring/scenario-graph.tsx";
import { withinPart } from "#modules/learning/ui/authoring/sent.ts";
import { useBilingual } from "#modules/learning/ui/authoring/use-bilingual.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "courses:course.edit" };

export const loader = page("courses.edit", async ({ params }) => {
  const editor = await editorView(params["code"] ?? "");
  const index = editor?.content.lessons.findIndex(({ code }) => code === params["lesson"]) ?? -1;
  const lesson = editor?.content.lessons[index];
  if (editor === null || lesson === undefined) throw notFound();
  return json({ course: editor.content, lesson, index, mark: markOf(lessonPart(lesson.code).read(editor.content)), findings: editor.findings.filter((found) => found.lesson === lesson.code) });
});

export const action = act("courses.edit", async ({ actor, params, form }) => {
  const [code, lesson] = [params["code"] ?? "", params["lesson"] ?? ""];
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  const here = `/courses/${encodeURIComponent(code)}/edit/${encodeURIComponent(lesson)}`;
  const intent = form.get("intent");
  if (intent === "add-turn" || intent === "add-ending") {
    const node = await addScenarioNode(code, lesson, { kind: intent === "add-turn" ? "turn" : "ending" }, asked);
    return redirectWithToast(`${here}/${encodeURIComponent(node)}`, { key: "courses:scenario.added" });
  }
  await saveLesson(code, lesson, form, asked);
  return redirectWithToast(here, { key: "courses:edit.saved" });
});

export default function EditLessonPage() {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const { course, lesson, index, mark, findings } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const sent = { refusal: withinPart(refused?.refusal ?? null, `lessons.${index}.`), typed: refused?.typed ?? {} };
  const faulty = new Set(findings.flatMap(({ node, severity }) => (node !== null && severity === "error" ? [node] : [])));
  const hrefOf = (node: string) => `/courses/${course.code}/edit/${lesson.code}/${node}`;
  const scenario = lesson.kind === "scenario" ? lesson.scenario : null;
  return (
    <Page wide>
      <PageHeader
        title={text(lesson.title) || t("edit.untitled")}
        lead={t(`edit.kind.${lesson.kind}`)}
        back={{ to: `/courses/${course.code}/edit`, label: text(course.title) || course.code }}
        actions={<LinkButton to={`/courses/${course.code}/preview/${lesson.code}`}>{t("edit.preview")}</LinkButton>}
      />
      <Columns
        aside={
          <>
            <Card title={t("findings.title")}>{findings.length === 0 ? <p>{t("findings.noneHere")}</p> : <FindingList course={course} findings={findings} />}</Card>
            {scenario && <Card title={t("scenario.nodes")}><NodeList scenario={scenario} hrefOf={hrefOf} faulty={faulty} /></Card>}
          </>
        }
      >
        {scenario && (
          <Card title={t("scenario.graph")}>
            <p className="text-sm text-muted">{t("scenario.graphHint")}</p>
            <ScenarioGraph scenario={scenario} hrefOf={hrefOf} faulty={faulty} current={null} />
            <Form method="post" className="flex flex-wrap gap-3">
              <Button name="intent" value="add-turn">{t("scenario.addTurn")}</Button>
              <Button name="intent" value="add-ending">{t("scenario.addEnding")}</Button>
            </Form>
          </Card>
        )}
        <Card>
          <PartForm key={mark} sent={sent} mark={mark}>
            <LessonFields lesson={lesson} sent={sent} />
          </PartForm>
        </Card>
      </Columns>
    </Page>
  );
}
