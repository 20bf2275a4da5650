import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Table } from "#ui/table.tsx";
import { Card } from "#ui/layout.tsx";
import type { Bilingual } from "../view-models.ts";
import { useWords } from "./use-words.ts";

interface Props {
  matrix: {
    readonly values: readonly { readonly code: string; readonly name: Bilingual }[];
    readonly stages: readonly { readonly stage: "discover" | "choose" | "buy" | "receive" | "use" | "get_help" | "return" | "stay"; readonly cells: readonly (number | null)[]; readonly kpis: readonly { readonly code: string; readonly name: Bilingual }[] }[];
  };
  openKpis: boolean;
}

/** Values × stages of the journey with the evidence that customers feel them; what is empty is shown as empty. */
export function ValueMatrix({ matrix: { values, stages }, openKpis }: Props) {
  const { t } = useTranslation("leading");
  const { local, format } = useWords();
  return (
    <Card title={t("who.matrix")}>
      <p className="max-w-prose text-muted">{t("who.matrixLead")}</p>
      <Table
        caption={t("who.matrix")}
        rows={stages}
        rowKey={({ stage }) => stage}
        columns={[
          { key: "stage", header: t("who.stage"), names: true, cell: ({ stage }) => t(`who.stages.${stage}`) },
          ...values.map(({ code, name }, index) => ({
            key: code,
            header: local(name),
            numeric: true,
            cell: ({ cells }: Props["matrix"]["stages"][number]) => {
              const n = cells[index] ?? null;
              return n === null ? <span className="text-muted">{t("who.empty")}</span> : <Link to={`/organisation/values/${encodeURIComponent(code)}`} className="inline-flex min-h-target items-center underline underline-offset-4">{format.number(n)}</Link>;
            },
          })),
          {
            key: "kpis",
            header: t("who.measured"),
            cell: ({ kpis }) =>
              kpis.length === 0 ? <span className="text-muted">{t("who.empty")}</span> : (
                <ul>
                  {kpis.map(({ code, name }) => <li key={code}>{openKpis ? <Link to={`/kpis/${encodeURIComponent(code)}`} className="inline-flex min-h-target items-center underline underline-offset-4">{local(name)}</Link> : local(name)}</li>)}
                </ul>
              ),
          },
        ]}
      />
    </Card>
  );
}
