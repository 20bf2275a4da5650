import { useTranslation } from "react-i18next";
import { LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/layout.tsx";
import { holdsCases, type Stage } from "../domain/value-stages.ts";
import type { Bilingual } from "../view-models.ts";
import { ActList, type ListedAct } from "./act-list.tsx";
import { useWords } from "./use-words.ts";

interface Props {
  shown: { readonly value: Bilingual; readonly stage: Stage; readonly acts: readonly ListedAct[]; readonly hidden: number };
  may: { readonly kpis: boolean; readonly recognise: boolean; readonly surveys: boolean; readonly tell: boolean };
}

/** What stands behind one value at one stage; where nothing does, what to do first. */
export function CellCard({ shown: { value, stage, acts, hidden }, may }: Props) {
  const { t } = useTranslation("leading");
  const { local } = useWords();
  const empty = acts.length + hidden === 0;
  return (
    <Card title={t("who.cell", { value: local(value), stage: t(`who.stages.${stage}`) })} aside={<LinkButton to="/who-we-are" preventScrollReset variant="quiet">{t("acts.close")}</LinkButton>}>
      {!empty && acts.length === 0 && <p className="text-muted">{t("acts.none")}</p>}
      <ActList acts={acts} />
      {acts.length > 0 && hidden > 0 && <p className="text-muted">{t("acts.hidden", { count: hidden })}</p>}
      {empty && (
        <>
          <p className="max-w-prose">{t(holdsCases(stage) ? "who.firstCase" : "who.firstStage")}</p>
          <div className="flex flex-wrap gap-3">
            {may.recognise && holdsCases(stage) && <LinkButton to="/recognition/new">{t("who.recognise")}</LinkButton>}
            {may.surveys && <LinkButton to="/listening/surveys">{t("who.ask")}</LinkButton>}
            {may.tell && <LinkButton to="/stories/new">{t("who.tell")}</LinkButton>}
            {may.kpis && <LinkButton to="/kpis" variant="quiet">{t("who.measure")}</LinkButton>}
          </div>
        </>
      )}
    </Card>
  );
}
