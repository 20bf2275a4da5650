import { useTranslation } from "react-i18next";
import { LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/layout.tsx";
import type { Figure } from "../view-models.ts";
import { ActList, type ListedAct } from "./act-list.tsx";

interface Props {
  shown: { readonly figure: Figure; readonly hidden: number; readonly acts: readonly ListedAct[] };
  back: string;
}

/** Each act behind a figure that the reader may know of. */
export function ActsCard({ shown: { figure, acts, hidden }, back }: Props) {
  const { t } = useTranslation("leading");
  return (
    <Card title={t("acts.title", { figure: t(`figures.${figure}`) })} aside={<LinkButton to={back} variant="quiet">{t("acts.close")}</LinkButton>}>
      {acts.length === 0 && <p className="text-muted">{t("acts.none")}</p>}
      <ActList acts={acts} />
      {hidden > 0 && <p className="text-muted">{t("acts.hidden", { count: hidden })}</p>}
    </Card>
  );
}
