import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { addScenarioNode, editorView, markOf, nodePart, removeScenarioNode, saveNode } from "#modules/learning/public.server.ts";
import { FindingList } from "#modules/learning/ui/authoring/finding-list.tsx";
import { NodeFields } from "#modules/learning/ui/authoring/node-fields.tsx";
import { PartForm } from "#modules/learning/ui/authoring/part-form.tsx";
import { ScenarioGraph } from "#modules/learning/ui/authoring/scenario-graph.tsx";
import { withinPart } from "#modules/learning/ui/authoring/sent.ts";
import { useBilingual } from "#modules/learning/ui/authoring/use-bilingual.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "courses:course.edit" };

export const loader = page("courses.edit", async ({ params }) => {
  const editor = await editorView(params["code"] ?? "");
  const index = editor?.content.lessons.findIndex(({ code }) => code === params["lesson"]) ?? -1;
  const lesson = editor?.content.lessons[index];
  const place = lesson?.kind === "scenario" ? lesson.scenario.nodes.findIndex(({ code }) => code === params["node"]) : -1;
  const node = lesson?.kind === "scenario" ? lesson.scenario.nodes[place] : undefined;
  if (editor === null || lesson?.kind !== "scenario" || node === undefined) throw notFound();
  const findings = editor.findings.filter((found) => found.lesson === lesson.code);
  return json({ course: editor.content, lesson, node, prefix: `lessons.${index}.scenario.nodes.${place}.`, mark: markOf(nodePart(lesson.code, node.code).read(editor.content)), findings });
});

export const action = act("courses.edit", async ({ actor, params, form }) => {
  const [code, lesson, node] = [params["code"] ?? "", params["lesson"] ?? "", params["node"] ?? ""];
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  const at = (one: string) => `/courses/${encodeURIComponent(code)}/edit/${encodeURIComponent(lesson)}${one === "" ? "" : `/${encodeURIComponent(one)}`}`;
  const intent = String(form.get("intent") ?? "");
  if (intent === "remove-node") {
    await removeScenarioNode(code, lesson, node, form, asked);
    return redirectWithToast(at(""), { key: "courses:scenario.removed" });
  }
  await saveNode(code, lesson, node, form, asked);
  const [, kind, choice] = /^lead (turn|ending) ([A-Za-z0-9_-]{1,64})$/.exec(intent) ?? [];
  if (kind === undefined || choice === undefined) return redirectWithToast(at(node), { key: "courses:edit.saved" });
  const added = await addScenarioNode(code, lesson, { kind: kind as "turn" | "ending", from: { node, choice } }, asked);
  return redirectWithToast(at(added), { key: "courses:scenario.added" });
});

export default function EditNodePage() {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const { course, lesson, node, prefix, mark, findings } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const sent = { refusal: withinPart(refused?.refusal ?? null, prefix), typed: refused?.typed ?? {} };
  const faulty = new Set(findings.flatMap((found) => (found.node !== null && found.severity === "error" ? [found.node] : [])));
  const own = findings.filter((found) => found.node === node.code);
  const name = t(node.kind === "turn" ? "scenario.turn" : "scenario.ending", { code: node.code });
  const base = `/courses/${course.code}/edit/${lesson.code}`;
  return (
    <Page wide>
      <PageHeader title={name} lead={text(lesson.title)} back={{ to: base, label: t("scenario.back") }} />
      <Columns
        aside={
          <>
            <Card title={t("findings.title")}>{own.length === 0 ? <p>{t("findings.noneHere")}</p> : <FindingList course={course} findings={own} />}</Card>
            <Card title={t("scenario.graph")}><ScenarioGraph scenario={lesson.scenario} hrefOf={(code) => `${base}/${code}`} faulty={faulty} current={node.code} /></Card>
            <Form method="post">
              <input type="hidden" name="mark" value={mark} />
              <p className="text-sm text-muted">{t("scenario.removeHint")}</p>
              <Button name="intent" value="remove-node" variant="quiet" className="-ml-4">{t("scenario.remove", { what: name })}</Button>
            </Form>
          </>
        }
      >
        <Card>
          <PartForm key={mark} sent={sent} mark={mark}>
            <NodeFields node={node} scenario={lesson.scenario} sent={sent} />
          </PartForm>
        </Card>
      </Columns>
    </Page>
  );
}
