import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Table } from "#ui/table.tsx";
import { classes } from "#ui/classes.ts";
import { Fold } from "#ui/fold.tsx";
import { Card } from "#ui/layout.tsx";
import type { Stage } from "../domain/value-stages.ts";
import type { Bilingual } from "../view-models.ts";
import { useWords } from "./use-words.ts";

interface Named {
  readonly code: string;
  readonly name: Bilingual;
}

/** How many customers rated, and how many of them were content. */
interface Felt {
  readonly rated: number;
  readonly content: number;
}

interface StageRow {
  readonly stage: Stage;
  /** By value, in the order of the values; null: no evidence. */
  readonly cells: readonly ((Felt & { readonly thanks: number }) | null)[];
  /** null: no touchpoint is known to stand at this stage. */
  readonly felt: Felt | null;
  readonly kpis: readonly Named[];
}

interface Props {
  matrix: { readonly values: readonly Named[]; readonly may: { readonly kpis: boolean }; readonly stages: readonly StageRow[] };
}

/** Values × stages of the journey with the evidence that customers feel them; what is empty is shown as empty. */
export function ValueMatrix({ matrix: { values, stages, may } }: Props) {
  const { t } = useTranslation("leading");
  const { local } = useWords();
  return (
    <Card title={t("who.matrix")}>
      <p className="max-w-prose text-muted">{t("who.matrixLead")}</p>
      <Table
        caption={t("who.matrix")}
        rows={stages}
        rowKey={({ stage }) => stage}
        columns={[
          {
            key: "stage",
            header: t("who.stage"),
            names: true,
            cell: ({ stage, felt, kpis }) => (
              <div className="sm:min-w-36">
                {t(`who.stages.${stage}`)}
                {felt !== null && felt.rated > 0 && <span className="block text-sm font-normal text-muted">{t("who.felt", { content: felt.content, rated: felt.rated })}</span>}
                {kpis.length > 0 && <StageKpis kpis={kpis} may={may.kpis} />}
              </div>
            ),
          },
          ...values.map(({ code, name }, index) => ({
            key: code,
            header: local(name),
            cell: ({ cells, stage }: StageRow) => {
              const cell = cells[index] ?? null;
              return (
                <Link
                  to={`/who-we-are?value=${encodeURIComponent(code)}&stage=${stage}#evidence`}
                  className={classes("inline-flex min-h-target flex-col justify-center underline underline-offset-4", cell === null && "text-muted")}
                  aria-label={t("who.open", { value: local(name), stage: t(`who.stages.${stage}`), what: cell === null ? t("who.empty") : t("who.proved", { n: cell.thanks }) })}
                >
                  <span className="sm:whitespace-nowrap">{cell === null ? t("who.empty") : t("who.proved", { n: cell.thanks })}</span>
                  {cell !== null && cell.rated > 0 && <span className="text-sm">{t("who.felt", { content: cell.content, rated: cell.rated })}</span>}
                </Link>
              );
            },
          })),
        ]}
      />
    </Card>
  );
}

/** The KPIs that measure a stage, one press away. */
function StageKpis({ kpis, may }: { kpis: Props["matrix"]["stages"][number]["kpis"]; may: boolean }) {
  const { t } = useTranslation("leading");
  const { local } = useWords();
  return (
    <Fold summary={<span className="text-sm font-normal text-muted">{t("who.measured", { count: kpis.length })}</span>}>
      <ul className="text-sm font-normal">
        {kpis.map(({ code, name }) => <li key={code} className="py-0.5">{may ? <Link to={`/kpis/${encodeURIComponent(code)}`} className="inline-flex min-h-target items-center underline underline-offset-4">{local(name)}</Link> : local(name)}</li>)}
      </ul>
    </Fold>
  );
}
