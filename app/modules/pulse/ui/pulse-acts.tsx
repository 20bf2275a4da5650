import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { ConfirmDialog } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors } from "#ui/form-errors.tsx";
import { DateInput } from "#ui/inputs.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import type { Question } from "../bank.ts";
import type { PulseFields } from "../schemas.ts";
import { QuestionList } from "./question-list.tsx";
import { type Sent, useSent } from "./small-forms.tsx";

interface LaunchProps {
  readonly id: string;
  readonly revision: number;
  readonly fields: PulseFields;
  readonly questions: readonly Question[];
  /** How many are asked; null: too few to launch. */
  readonly wouldAsk: number | null;
  readonly sent: Sent;
}

/** The draft as it is stored, read over once more before it is launched: nothing of it can be changed afterwards. */
export function LaunchReview({ id, revision, fields, questions, wouldAsk, sent }: LaunchProps) {
  const { t } = useTranslation("pulse");
  const format = useFormat();
  const { refusal, busy } = useSent(sent, "launch");
  const { mode, kScores, kComments, opensOn, closesOn, remindOn } = fields;
  return (
    <Card title={t("page.launchTitle")}>
      <FormErrors refusal={refusal} />
      <DefinitionList
        items={[
          { label: t("form.titleVi"), value: fields.titleVi },
          { label: t("form.titleEn"), value: fields.titleEn },
          { label: t("page.invited"), value: wouldAsk === null ? t("page.tooFew") : t("page.people", { count: wouldAsk }) },
          { label: t("page.days"), value: t("list.from", { from: format.day(opensOn), to: format.day(closesOn) }) },
          remindOn !== null && { label: t("form.remindOn"), value: format.day(remindOn) },
          { label: t("page.promise"), value: t("page.promiseValue", { mode: t(`mode.${mode}`), scores: kScores, comments: kComments }) },
        ]}
      />
      <QuestionList questions={questions} />
      <p className="font-semibold">{t("page.launchHint")}</p>
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="revision" value={revision} />
        {wouldAsk !== null && <Button name="intent" value="launch" variant="primary" pending={busy}>{t("page.launchTo", { count: wouldAsk })}</Button>}
        <LinkButton to={`/pulses/${id}`}>{t("page.editAgain")}</LinkButton>
      </Form>
    </Card>
  );
}

/** What HR can do to a draft beside writing it, or to a pulse that runs; `aboutSomebody`: whose results few may read. */
export function PulseActs({ state, revision, aboutSomebody, sent }: { state: string; revision: number; aboutSomebody: boolean; sent: Sent }) {
  const { t } = useTranslation("pulse");
  const navigating = useNavigation().state !== "idle";
  const discard = useSent(sent, "discard");
  const extend = useSent(sent, "extend");
  const close = useSent(sent, "close");
  if (state === "draft") {
    return (
      <Card title={t("page.discard")}>
        <p className="text-sm">{t("page.discardHint")}</p>
        <FormErrors refusal={discard.refusal} />
        <ConfirmDialog trigger={t("page.discard")} triggerVariant="quiet" title={t("page.discardTitle")} description={t("page.discardText")} confirm={t("page.discard")} pending={navigating}>
          <input type="hidden" name="intent" value="discard" />
          <input type="hidden" name="revision" value={revision} />
        </ConfirmDialog>
      </Card>
    );
  }
  if (state === "closed") return null;
  return (
    <>
      <Card title={t("page.extend")}>
        <Form method="post" className="flex flex-col gap-4">
          <FormErrors refusal={extend.refusal} fields={{ closesOn: "extend-closesOn" }} />
          <Field label={t("page.extendTo")} id="extend-closesOn" name="closesOn" defaultValue={extend.typed["closesOn"]} errors={errorsAt(extend.refusal, "closesOn")} required>
            <DateInput />
          </Field>
          <Button name="intent" value="extend" pending={extend.busy} className="self-start">{t("page.extend")}</Button>
        </Form>
      </Card>
      {state === "open" && (
        <Card title={t("page.close")}>
          <p className="text-sm">{t(aboutSomebody ? "circle.closeHint" : "page.closeHint")}</p>
          <FormErrors refusal={close.refusal} />
          <ConfirmDialog trigger={t("page.close")} triggerVariant="danger" title={t("page.closeTitle")} description={t("page.closeText")} confirm={t("page.close")} pending={navigating}>
            <input type="hidden" name="intent" value="close" />
          </ConfirmDialog>
        </Card>
      )}
    </>
  );
}
