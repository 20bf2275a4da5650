import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { editCourseBy } from "#composition/course-edit.server.ts";
import { editorView } from "#modules/learning/public.server.ts";
import { FindingList, FindingSummary } from "#modules/learning/ui/authoring/finding-list.tsx";
import { HeadFields } from "#modules/learning/ui/authoring/head-fields.tsx";
import { LessonOrder } from "#modules/learning/ui/authoring/lesson-order.tsx";
import { PartForm } from "#modules/learning/ui/authoring/part-form.tsx";
import { NOTHING_SENT } from "#modules/learning/ui/authoring/sent.ts";
import { useBilingual } from "#modules/learning/ui/authoring/use-bilingual.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors } from "#ui/form-errors.tsx";
import { TextInput } from "#ui/inputs.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "courses:course.edit" };

export const loader = page("courses.edit", async ({ params }) => {
  const editor = await editorView(params["code"] ?? "");
  if (editor === null) throw notFound();
  return json({ editor });
});

export const action = act("courses.edit", async ({ actor, params, form }) => {
  const { to, toast } = await editCourseBy(actor, params["code"] ?? "", form);
  return redirectWithToast(to, toast);
});

export default function EditCoursePage() {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const { editor } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const busy = useNavigation().state !== "idle";
  const { content, number, findings, marks, by, updatedAt, revision } = editor;
  const intent = refused?.typed["intent"];
  const sent = refused !== null && intent === "save" ? { refusal: refused.refusal, typed: refused.typed } : NOTHING_SENT;
  const publishing = refused !== null && intent === "publish" ? refused : null;
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return (
    <Page wide>
      <PageHeader
        title={t("edit.title", { title: text(content.title) || content.code })}
        lead={by === null ? t("edit.lead", { number, at: updatedAt }) : t("edit.leadBy", { number, at: updatedAt, name: by })}
        back={{ to: `/courses/${content.code}`, label: text(content.title) || content.code }}
        actions={
          <>
            <LinkButton to={`/courses/${content.code}/preview`}>{t("edit.preview")}</LinkButton>
            <LinkButton to={`/courses/${content.code}/images`} variant="quiet">{t("edit.images")}</LinkButton>
          </>
        }
      />
      {refused !== null && intent !== "save" && intent !== "publish" && <FormErrors refusal={refused.refusal} />}
      <Columns
        aside={
          <>
            <Card title={t("findings.title")}>
              <FindingSummary findings={findings} />
              <FindingList course={content} findings={findings} />
            </Card>
            <Card title={t("publish.title")}>
              <p className="text-sm text-muted">{t("publish.lead")}</p>
              <Form method="post" className="flex flex-col gap-3">
                {publishing && <FormErrors refusal={publishing.refusal} />}
                <input type="hidden" name="revision" value={revision} />
                <input type="hidden" name="intent" value="publish" />
                <Field label={t("publish.note")} hint={t("publish.noteHint")} id="note" name="note" defaultValue={publishing?.typed["note"] ?? ""} errors={errorsAt(publishing?.refusal, "note")} optional><TextInput maxLength={600} /></Field>
                <Button variant="primary" pending={busy} disabled={errors > 0} className="self-start">{t("publish.act", { number })}</Button>
              </Form>
            </Card>
          </>
        }
      >
        <LessonOrder course={content} findings={findings} mark={marks.lessons} />
        <Card title={t("edit.head")}>
          <PartForm key={marks.head} sent={sent} mark={marks.head}>
            <HeadFields content={content} skills={editor.skills} sent={sent} />
          </PartForm>
        </Card>
      </Columns>
    </Page>
  );
}
