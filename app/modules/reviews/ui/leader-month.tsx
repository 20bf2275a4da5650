import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { Card, Columns } from "#ui/layout.tsx";
import { LinkButton } from "#ui/button.tsx";
import type { Figure, LeadingPage } from "../view-models.ts";
import { ActsCard } from "./acts-card.tsx";
import { CommitmentsCard } from "./commitments-card.tsx";
import { LedgerCard } from "./ledger-card.tsx";
import { MonthNav } from "./month-nav.tsx";
import { UpwardCard } from "./upward-card.tsx";
import { useWords } from "./use-words.ts";
import { WordsCard } from "./words-card.tsx";

interface Props {
  page: LeadingPage;
  shown: Parameters<typeof ActsCard>[0]["shown"] | null;
  change: Parameters<typeof WordsCard>[0]["change"];
  /** Address of this page. */
  at: string;
  /** What hangs on this month, drawn by the page. */
  thread: ReactNode;
  sent: { readonly refusal: RefusalLike | null; readonly typed: Readonly<Record<string, string>> };
}

/** A leader's month: the same page for them and for whoever reviews them. */
export function LeaderMonth({ page, shown, change, at, thread, sent }: Props) {
  const { t } = useTranslation("leading");
  const { format } = useWords();
  const { ledger, commitments, sayDo, cycle, may, closed, month, relation, person } = page;
  const to = (figure: Figure) => `${at}?month=${month}&show=${figure}`;
  const title = relation === "below" ? t("manager", { name: person.name }) : t("commitments.title");
  const promises = <CommitmentsCard commitments={commitments} sayDo={sayDo} cycle={cycle} nextLevel={page.nextLevel} may={may} title={title} all={ledger !== null} sent={sent} />;
  const errors = { words: "words", loyal: "loyal", answer: "answer", reason: `reason-${sent.typed["commitment"] ?? ""}` };
  if (ledger === null) return promises;
  return (
    <>
      <MonthNav at={at} month={month} earlier={page.earlier} later={page.later} />
      <FormErrors refusal={sent.refusal} fields={errors} />
      <Columns
        aside={
          <>
            <UpwardCard upward={page.upward} of={relation === "self" ? null : person.name} />
            {thread}
            {closed.length > 0 && (
              <Card title={t("closed.title")}>
                {closed.map((one) => (
                  <LinkButton key={one.id} to={`/leading/reviews/${one.id}`} variant="quiet" className="self-start">{t("closed.item", { from: format.day(one.from), to: format.day(one.to) })}</LinkButton>
                ))}
              </Card>
            )}
          </>
        }
      >
        {shown && <ActsCard shown={shown} back={`${at}?month=${month}`} />}
        <LedgerCard ledger={ledger} at={to} />
        {promises}
        <WordsCard page={page} change={change} sent={sent} />
      </Columns>
    </>
  );
}
