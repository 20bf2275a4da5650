import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { makeDraft } from "#composition/course-drafts.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { courseRows, LIBRARY, skillChoices } from "#modules/learning/public.server.ts";
import { storyForScenario } from "#modules/stories/public.server.ts";
import { LibraryCard } from "#modules/learning/ui/authoring/library-card.tsx";
import { NewCourseFields } from "#modules/learning/ui/authoring/new-course-fields.tsx";
import { NOTHING_SENT } from "#modules/learning/ui/authoring/sent.ts";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors } from "#ui/form-errors.tsx";
import { CONTROL, TextInput } from "#ui/inputs.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "courses:create.title" };

export const loader = page("courses.edit", async ({ actor, url }) => {
  const [rows, skills] = await Promise.all([courseRows(systemClock.now()), skillChoices()]);
  const known = new Set(rows.map(({ code }) => code));
  const library = LIBRARY.map(({ code, title, summary, lessons }) => ({ code, title, summary, lessons: lessons.length, minutes: lessons.reduce((sum, { minutes }) => sum + minutes, 0), taken: known.has(code) }));
  const story = await storyForScenario(actor, url.searchParams.get("story") ?? "");
  return json({ skills, library, decision: url.searchParams.get("decision") ?? "", story: story === null ? null : { id: story.id, title: story.parts.title ?? "", language: story.language }, idempotencyKey: newId() });
});

const place = (code: string) => `/courses/${encodeURIComponent(code)}/edit`;

export const action = act(
  "courses.edit",
  async ({ actor, form, remember }) => redirectWithToast(place((await makeDraft(actor, form, remember, place)).code), { key: "courses:create.made" }),
  { idempotent: true },
);

export default function NewCoursePage() {
  const { t } = useTranslation("courses");
  const { skills, library, decision, story, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const { state, formData } = useNavigation();
  const busy = (intent: string) => state !== "idle" && formData?.get("intent") === intent;
  const sentBy = (intent: string) => (refused?.typed["intent"] === intent ? { refusal: refused.refusal, typed: refused.typed } : NOTHING_SENT);
  const [blank, made, told, file] = [sentBy("blank"), sentBy("decision"), sentBy("story"), sentBy("file")];
  const hidden = (intent: string) => (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="idempotencyKey" value={`${idempotencyKey}-${intent}`} />
    </>
  );
  return (
    <Page wide>
      <PageHeader title={t("create.title")} back={{ to: "/courses", label: t("title") }} />
      <Columns aside={<LibraryCard library={library} idempotencyKey={idempotencyKey} sent={sentBy("library")} />}>
        {story !== null && (
          <Card title={t("create.story")}>
            <p lang={story.language} className="font-semibold">{story.title}</p>
            <p className="max-w-prose text-muted">{t("create.storyLead")}</p>
            <Form method="post" className="flex flex-col gap-4">
              {hidden("story")}
              <input type="hidden" name="story" value={story.id} />
              <FormErrors refusal={told.refusal} fields={{ code: "story-ref" }} />
              <NewCourseFields prefix="story" skills={skills} sent={told} />
              <Button variant="primary" pending={busy("story")} className="self-start">{t("create.fromDecision")}</Button>
            </Form>
          </Card>
        )}
        <Card title={t("create.blank")}>
          <p className="max-w-prose text-muted">{t("create.blankLead")}</p>
          <Form method="post" className="flex flex-col gap-4">
            {hidden("blank")}
            <FormErrors refusal={blank.refusal} fields={{ code: "blank-ref" }} />
            <NewCourseFields prefix="blank" skills={skills} sent={blank} />
            <Button variant={story === null ? "primary" : "secondary"} pending={busy("blank")} className="self-start">{t("create.make")}</Button>
          </Form>
        </Card>
        <Card title={t("create.decision")}>
          <p className="max-w-prose text-muted">{t("create.decisionLead")}</p>
          <Form method="post" className="flex flex-col gap-4">
            {hidden("decision")}
            <FormErrors refusal={made.refusal} fields={{ code: "decision-ref", number: "decision-number" }} />
            <Field label={t("create.number")} hint={t("create.numberHint")} id="decision-number" name="number" defaultValue={made.typed["number"] ?? decision} errors={errorsAt(made.refusal, "number")} required><TextInput maxLength={64} autoComplete="off" /></Field>
            <NewCourseFields prefix="decision" skills={skills} sent={made} />
            <Button pending={busy("decision")} className="self-start">{t("create.fromDecision")}</Button>
          </Form>
        </Card>
        <Card title={t("create.file")}>
          <p className="max-w-prose text-muted">{t("create.fileLead")}</p>
          <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
            {hidden("file")}
            <FormErrors refusal={file.refusal} fields={{ file: "course-file" }} />
            <Field label={t("create.chooseFile")} id="course-file" name="file" errors={errorsAt(file.refusal, "file")} required><input type="file" id="course-file" name="file" accept="application/json,.json" required className={CONTROL} /></Field>
            <Button pending={busy("file")} className="self-start">{t("create.read")}</Button>
          </Form>
        </Card>
      </Columns>
    </Page>
  );
}
