import { useTranslation } from "react-i18next";
import { LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/layout.tsx";
import type { FeedbackRow } from "../view-models.ts";
import { FeedbackLine } from "./feedback-list.tsx";

/** On a decision's page: what the customer answered about it, or the way to ask. */
export function DecisionAnswers({ decisionId, answers, mayAsk }: { decisionId: string; answers: readonly FeedbackRow[]; mayAsk: boolean }) {
  const { t } = useTranslation("listening");
  if (answers.length === 0 && !mayAsk) return null;
  return (
    <Card title={answers.length === 0 ? t("ask.card") : t("ask.answersTitle")}>
      {answers.map((row) => (
        <FeedbackLine key={row.id} row={row} />
      ))}
      {answers.length === 0 && (
        <>
          <p>{t("ask.cardLead")}</p>
          <LinkButton to={`/decisions/${decisionId}/ask`} className="self-start">{t("ask.open")}</LinkButton>
        </>
      )}
    </Card>
  );
}
