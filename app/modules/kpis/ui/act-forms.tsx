import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Badge, Progress } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { errorsAt, FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { DateInput, TextArea, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { KpiView } from "../view-models.ts";

export interface Sent {
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

function TargetForm({ kpi, sent }: { kpi: KpiView; sent: Sent }) {
  const { t } = useTranslation("kpis");
  const busy = useNavigation().state !== "idle";
  const mine = sent.typed["intent"] === "target";
  const { target } = kpi.definition;
  const at = (name: string, before: string | number | undefined = "") => ({ id: name, name, defaultValue: (mine ? sent.typed[name] : undefined) ?? String(before), errors: mine ? errorsAt(sent.refusal, name) : [] });
  return (
    <Form method="post" className="flex flex-col gap-4">
      {mine && <FormErrors refusal={sent.refusal} fields={{ value: "value", by: "by", reason: "reason", improvement: "improvement" }} />}
      <div className="flex flex-wrap gap-4">
        <Field label={t("target.value")} {...at("value", target?.value)} optional><TextInput inputMode="decimal" autoComplete="off" /></Field>
        <Field label={t("target.by")} {...at("by", target?.by)} optional><DateInput /></Field>
      </div>
      <Field label={t("target.reason")} hint={t("target.reasonHint")} {...at("reason")} required><TextArea maxLength={500} /></Field>
      <Field label={t("target.improvement")} hint={t("target.improvementHint")} {...at("improvement")} optional><TextInput inputMode="url" autoComplete="off" /></Field>
      <Button name="intent" value="target" variant="primary" pending={busy} className="self-start">{t("target.save")}</Button>
    </Form>
  );
}

function RecountForm({ kpi, sent }: { kpi: KpiView; sent: Sent }) {
  const { t } = useTranslation("kpis");
  const mine = sent.typed["intent"] === "recount";
  const { recount } = kpi;
  const open = recount !== null && (recount.state === "waiting" || recount.state === "running");
  return (
    <Form method="post" className="flex flex-col gap-4">
      {mine && <FormErrors refusal={sent.refusal} fields={{ from: "from" }} />}
      <p className="text-muted">{t("recount.hint")}</p>
      {recount !== null && (
        <div className="flex flex-col gap-2">
          <Badge tone={recount.state === "done" ? "good" : open ? "waiting" : "neutral"}>{t(`recount.state.${recount.state}` as "recount.state.done")}</Badge>
          <Progress value={recount.done} max={recount.of} label={t("recount.progress", { done: recount.done, of: recount.of })} />
        </div>
      )}
      {open ? (
        <>
          <input type="hidden" name="recount" value={recount.id} />
          <Button name="intent" value="cancel-recount" className="self-start">{t("recount.cancel")}</Button>
        </>
      ) : (
        <>
          <Field label={t("recount.from")} id="from" name="from" defaultValue={mine ? (sent.typed["from"] ?? "") : ""} errors={mine ? errorsAt(sent.refusal, "from") : []} required><DateInput /></Field>
          <Button name="intent" value="recount" className="self-start">{t("recount.ask")}</Button>
        </>
      )}
    </Form>
  );
}

/** What those who write KPIs may do with one that is in use. */
export function KpiActs({ kpi, sent }: { kpi: KpiView; sent: Sent }) {
  const { t } = useTranslation("kpis");
  if (!kpi.may.design || kpi.status !== "active") return null;
  const sentIntent = sent.refusal === null ? "" : (sent.typed["intent"] ?? "");
  return (
    <Card>
      <Fold summary={t("target.title")} open={sentIntent === "target"}><TargetForm kpi={kpi} sent={sent} /></Fold>
      {kpi.definition.source.kind === "computed" && <Fold summary={t("recount.title")} open={sentIntent.includes("recount") || kpi.recount?.state === "running"}><RecountForm kpi={kpi} sent={sent} /></Fold>}
      <Fold summary={t("retire.title")}>
        <Form method="post" className="flex flex-col gap-3">
          <p className="text-muted">{t("retire.hint")}</p>
          <Button name="intent" value="retire" variant="danger" className="self-start">{t("retire.act")}</Button>
        </Form>
      </Fold>
    </Card>
  );
}
