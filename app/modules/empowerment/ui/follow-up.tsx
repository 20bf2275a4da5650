import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { ConfirmDialog } from "#ui/dialog.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { DateTime } from "#ui/time.tsx";
import type { DecisionDetail } from "../view-models.ts";

/** After the decision: has the customer got it, how did it end, and taking it back while it is not given. */
export function FollowUp({ decision }: { decision: DecisionDetail }) {
  const { t } = useTranslation(["decide", "empowerment"]);
  const busy = useNavigation().state !== "idle";
  const { may } = decision;
  if (!may.give && !may.result && !may.cancel && decision.givenAt === null && decision.result === null) return null;
  return (
    <Card title={t("decision.result")}>
      <div className="flex flex-col gap-5">
        {decision.givenAt ? (
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone="good">{t("decision.given")}</Badge>
            <span className="text-muted">
              {decision.givenBy?.name} · <DateTime iso={decision.givenAt} />
            </span>
          </p>
        ) : (
          may.give && (
            <Form method="post" className="flex flex-wrap items-center gap-4">
              <span>{t("decision.notGiven")}</span>
              <Button name="intent" value="given" variant="primary" pending={busy}>
                {t("decision.giveNow")}
              </Button>
            </Form>
          )
        )}
        {decision.result && (
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone={decision.result === "resolved" ? "good" : "warn"}>{t(`empowerment:result.${decision.result}`)}</Badge>
            {decision.csat !== null && <span>{decision.csat}/5</span>}
            {decision.resultNote && <span>{decision.resultNote}</span>}
          </p>
        )}
        {(decision.repeatContactAt || decision.boughtAgainAt) && (
          <p className="flex flex-wrap gap-2">
            {decision.repeatContactAt && <Badge tone="warn">{t("decision.repeat")}</Badge>}
            {decision.boughtAgainAt && <Badge tone="good">{t("decision.bought")}</Badge>}
          </p>
        )}
        {may.result && (
          <Form method="post" className="flex flex-col gap-4">
            <RadioChips
              label={t("decision.result")}
              hideLabel
              name="result"
              required
              selected={decision.result ?? ""}
              options={(["resolved", "partly", "unresolved"] as const).map((result) => ({ value: result, label: t(`empowerment:result.${result}`) }))}
            />
            <RadioChips
              label={t("decision.csat")}
              name="csat"
              optional
              selected={decision.csat === null ? "" : String(decision.csat)}
              options={[{ value: "", label: t("decision.csatNone") }, ...["1", "2", "3", "4", "5"].map((score) => ({ value: score, label: score }))]}
            />
            <Field label={t("decision.resultNote")} name="note" defaultValue={decision.resultNote ?? ""} optional>
              <TextArea rows={2} maxLength={2000} />
            </Field>
            <div>
              <Button name="intent" value="result" pending={busy}>
                {t("decision.resultSave")}
              </Button>
            </div>
          </Form>
        )}
        {may.cancel && (
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
        )}
      </div>
    </Card>
  );
}
