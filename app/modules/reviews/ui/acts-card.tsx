import { useTranslation } from "react-i18next";
import { LinkButton } from "#ui/button.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import type { Wait } from "../domain/ledger.ts";
import type { Figure, HoursView } from "../view-models.ts";
import { ActList, type ListedAct } from "./act-list.tsx";
import { HoursItem } from "./hours-parts.tsx";
import { useWords } from "./use-words.ts";

interface Act extends ListedAct {
  /** How it waited on the desk; null for what did not. */
  readonly wait: Wait | null;
}

interface Props {
  shown: { readonly figure: Figure; readonly hidden: number; readonly acts: readonly Act[]; readonly hours: readonly HoursView[] };
  back: string;
}

/** Each act behind a figure that the reader may know of. */
export function ActsCard({ shown: { figure, acts, hours, hidden }, back }: Props) {
  const { t } = useTranslation("leading");
  return (
    <Card title={t("acts.title", { figure: t(`figures.${figure}`) })} aside={<LinkButton to={back} preventScrollReset variant="quiet">{t("acts.close")}</LinkButton>}>
      {acts.length + hours.length === 0 && <p className="text-muted">{t("acts.none")}</p>}
      <ActList acts={acts} more={({ wait }) => wait && <WaitLine wait={wait} />} />
      {hours.length > 0 && <ul className="flex flex-col gap-3">{hours.map((one) => <HoursItem key={one.id} hours={one} />)}</ul>}
      {hidden > 0 && <p className="text-muted">{t("acts.hidden", { count: hidden })}</p>}
    </Card>
  );
}

/** How long something lay on the desk, and whether past its time. */
function WaitLine({ wait: { end, minutes, late } }: { wait: Wait }) {
  const { t } = useTranslation("leading");
  const { format } = useWords();
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
      {t(`acts.waited.${end}`, { wait: format.duration(minutes ?? 0) })}
      {late && <Badge tone="warn">{t("acts.late")}</Badge>}
    </p>
  );
}
