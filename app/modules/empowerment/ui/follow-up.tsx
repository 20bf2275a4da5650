import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { ConfirmDialog } from "#ui/dialog.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { DateTime } from "#ui/time.tsx";
import type { DecisionDetail } from "../view-models.ts";

/** After the decision: has the customer got it, how did it end, and taking it back while it is not given. */
export function FollowUp({ decision }: { decision: DecisionDetail }) {
  const { t } = useTranslation("decide");
  const { may, givenAt, result } = decision;
  const cancel = may.cancel && <CancelDecision />;
  if (!may.give && !may.result && givenAt === null && result === null) return cancel || null;
  return (
    <Card title={t("decision.result")}>
      {givenAt === null ? may.give && <GiveNow /> : <Given by={decision.givenBy?.name ?? null} at={givenAt} />}
      <Outcome decision={decision} />
      {may.result &&
        (givenAt === null && result === null ? (
          <Fold summary={t("decision.resultAdd")}>
            <ResultForm decision={decision} />
          </Fold>
        ) : (
          <ResultForm decision={decision} />
        ))}
      {cancel}
    </Card>
  );
}

function GiveNow() {
  const { t } = useTranslation("decide");
  const { state, formData } = useNavigation();
  return (
    <Form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <span>{t("decision.notGiven")}</span>
      <Button name="intent" value="given" variant="primary" pending={state !== "idle" && formData?.get("intent") === "given"}>
        {t("decision.giveNow")}
      </Button>
    </Form>
  );
}

function Given({ by, at }: { by: string | null; at: string }) {
  const { t } = useTranslation("decide");
  return (
    <p className="flex flex-wrap items-center gap-2">
      <Badge tone="good">{t("decision.given")}</Badge>
      <span className="text-muted">
        {by} · <DateTime iso={at} />
      </span>
    </p>
  );
}

/** How it ended, as far as that is known. */
function Outcome({ decision }: { decision: DecisionDetail }) {
  const { t } = useTranslation(["decide", "empowerment"]);
  const { result, csat, resultNote, repeatContactAt, boughtAgainAt } = decision;
  if (result === null && repeatContactAt === null && boughtAgainAt === null) return null;
  return (
    <p className="flex flex-wrap items-center gap-2">
      {result && <Badge tone={result === "resolved" ? "good" : "warn"}>{t(`empowerment:result.${result}`)}</Badge>}
      {csat !== null && <span>{csat}/5</span>}
      {resultNote && <span>{resultNote}</span>}
      {repeatContactAt && <Badge tone="warn">{t("decision.repeat")}</Badge>}
      {boughtAgainAt && <Badge tone="good">{t("decision.bought")}</Badge>}
    </p>
  );
}

function ResultForm({ decision }: { decision: DecisionDetail }) {
  const { t } = useTranslation(["decide", "empowerment"]);
  const { state, formData } = useNavigation();
  return (
    <Form method="post" className="flex flex-col gap-4">
      <RadioChips
        label={t("decision.result")}
        hideLabel
        name="result"
        layout="words"
        required
        selected={decision.result ?? ""}
        options={(["resolved", "partly", "unresolved"] as const).map((result) => ({ value: result, label: t(`empowerment:result.${result}`) }))}
      />
      <RadioChips
        label={t("decision.csat")}
        name="csat"
        layout="words"
        selected={decision.csat === null ? "" : String(decision.csat)}
        options={[{ value: "", label: t("decision.csatNone") }, ...["1", "2", "3", "4", "5"].map((score) => ({ value: score, label: score }))]}
      />
      <Field label={t("decision.resultNote")} name="note" defaultValue={decision.resultNote ?? ""} optional>
        <TextArea rows={2} maxLength={2000} />
      </Field>
      <Button name="intent" value="result" className="self-start" pending={state !== "idle" && formData?.get("intent") === "result"}>
        {t("decision.resultSave")}
      </Button>
    </Form>
  );
}

function CancelDecision() {
  const { t } = useTranslation("decide");
  const busy = useNavigation().state !== "idle";
  return (
    <ConfirmDialog
      trigger={t("decision.cancel")}
      triggerVariant="quiet"
      title={t("decision.cancelTitle")}
      description={t("decision.cancelText")}
      confirm={t("decision.cancel")}
      tone="danger"
      pending={busy}
    >
      <input type="hidden" name="intent" value="cancel" />
    </ConfirmDialog>
  );
}
