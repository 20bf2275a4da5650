import { Link } from "@remix-run/react";
import { type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Button } from "#ui/button.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt } from "#ui/form-errors.tsx";
import { Select, TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { DateTime } from "#ui/time.tsx";
import type { Tone } from "#ui/tone.ts";
import { LONGEST_REPORT_LINE } from "../schemas.ts";
import type { PracticeView, ReportLine } from "../view-models.ts";
import { LessonForm, type Sent, useSent } from "./lesson-form.tsx";
import { useText } from "./use-text.ts";

const TONES: Readonly<Record<ReportLine["state"], Tone>> = { waiting: "waiting", signed_off: "good", again: "info" };

/** Where a report stands. */
export function ReportBadge({ state }: { state: ReportLine["state"] }) {
  const { t } = useTranslation("learning");
  return <Badge tone={TONES[state]}>{t(`practice.state.${state}`)}</Badge>;
}

export interface OwnDecision {
  readonly id: string;
  readonly number: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly at: string;
}

export interface PracticeProps {
  readonly view: PracticeView;
  readonly sent: Sent;
  readonly idempotencyKey: string;
  readonly decisions: readonly OwnDecision[];
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  readonly onSubmit?: ((event: FormEvent<HTMLFormElement>) => void) | undefined;
}

const LINES = ["said", "felt", "unsaid"] as const;

function ReportForm({ sent, idempotencyKey, decisions, colleagues, onSubmit }: Omit<PracticeProps, "view">) {
  const { t } = useTranslation("learning");
  const text = useText();
  const format = useFormat();
  const { busy, refusal, typed } = useSent(sent, "report");
  return (
    <Card title={t("practice.tell")}>
      <LessonForm intent="report" sent={{ refusal, typed }} fields={Object.fromEntries([...LINES, "decisionId", "observerId"].map((name) => [name, name]))} onSubmit={onSubmit}>
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <p className="text-sm text-muted">{t("practice.noNames")}</p>
        {LINES.map((line) => (
          <Field key={line} label={t(`practice.${line}`)} id={line} name={line} {...(line === "unsaid" ? { hint: t("practice.unsaidHint") } : {})} defaultValue={typed[line]} errors={errorsAt(refusal, line)} required>
            <TextArea rows={2} maxLength={LONGEST_REPORT_LINE} />
          </Field>
        ))}
        {decisions.length > 0 && (
          <Field label={t("practice.decision")} id="decisionId" name="decisionId" defaultValue={typed["decisionId"]} errors={errorsAt(refusal, "decisionId")} optional>
            <Select placeholder={t("practice.decisionNone")} options={decisions.map(({ id, number, name, at }) => ({ value: id, label: `${number} · ${text(name)} · ${format.date(at)}` }))} />
          </Field>
        )}
        {colleagues.length > 0 && (
          <Field label={t("practice.observer")} id="observerId" name="observerId" hint={t("practice.observerHint")} defaultValue={typed["observerId"]} errors={errorsAt(refusal, "observerId")} optional>
            <Select placeholder options={colleagues.map(({ id, name }) => ({ value: id, label: name }))} />
          </Field>
        )}
        <Button type="submit" variant="primary" pending={busy} className="sm:self-start">{t("practice.send")}</Button>
      </LessonForm>
    </Card>
  );
}

/** The task with a real customer, what an observer looks for, the report in three lines, and what came of earlier ones. */
export function PracticeLesson({ view, ...form }: PracticeProps) {
  const { t } = useTranslation("learning");
  const text = useText();
  return (
    <div className="flex flex-col gap-6">
      <Card>
        <p className="max-w-prose text-lg">{text(view.task)}</p>
        <p>{t("practice.times", { count: view.times })}</p>
        <div>
          <h2 className="font-semibold">{t("practice.look")}</h2>
          <ul className="mt-1 list-disc pl-5">{view.observe.map((one, index) => <li key={index}>{text(one)}</li>)}</ul>
        </div>
      </Card>
      {view.reports.length > 0 && (
        <Card title={t("practice.mine")}>
          <ul className="flex flex-col divide-y divide-line">
            {view.reports.map(({ id, at, state }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
                <Link to={`/learn/practice/${id}`} className="inline-flex min-h-target items-center underline underline-offset-4"><DateTime iso={at} /></Link>
                <ReportBadge state={state} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <ReportForm {...form} />
    </div>
  );
}
