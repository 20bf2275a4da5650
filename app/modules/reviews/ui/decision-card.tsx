import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import type { DecisionView } from "../view-models.ts";
import { useWords } from "./use-words.ts";

const TONES = { as_hoped: "good", mixed: "waiting", otherwise: "warn" } as const;

/** A decision of the log; with `whole` on its own page, where its title stands above. */
export function DecisionCard({ decision, whole = false }: { decision: DecisionView; whole?: boolean }) {
  const { t } = useTranslation("leading");
  const { format } = useWords();
  const { id, person, title, words, lens, serves, givenUp, at, reviewOn, verdict, happened, lookedAt, due } = decision;
  return (
    <Card
      as="article"
      title={whole ? undefined : <Link to={`/leading/decisions/${id}`} className="inline-flex min-h-target items-center underline underline-offset-4">{title}</Link>}
      aside={verdict !== null ? <Badge tone={TONES[verdict]}>{t(`decisions.verdicts.${verdict}`)}</Badge> : due && <Badge tone="waiting">{t("decisions.dueNow")}</Badge>}
    >
      <p className="text-sm text-muted">{t("decisions.by", { name: person.name, at })}</p>
      <p className="whitespace-pre-line">{words}</p>
      <DefinitionList items={[{ label: t("decisions.lens"), value: `${t(`decisions.lenses.${lens}`)}: ${serves}` }, { label: t("decisions.givenUp"), value: givenUp }]} />
      {happened !== null && lookedAt !== null ? (
        <>
          <p className="text-sm text-muted">{t("decisions.lookedAt", { at: lookedAt })}</p>
          <p className="whitespace-pre-line">{happened}</p>
        </>
      ) : (
        <p className="text-sm text-muted">{t("decisions.review", { day: format.day(reviewOn) })}</p>
      )}
    </Card>
  );
}
