import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { words } from "#i18n/words.ts";
import { Banner } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import { Table } from "#ui/table.tsx";
import type { Assumption, Irreproducible, NotJudged, SimulationReport } from "../../domain/simulation/report.ts";
import type { Names } from "./use-names.ts";

/** Whether the recorded versions make of the recorded cases what they made then. */
export function ReportGate({ report: { reproduced } }: { report: SimulationReport }) {
  const { t } = useTranslation("simulation");
  const { cases, same, withoutVersion, different } = reproduced;
  const verdict = ({ outcome, reason }: Irreproducible["replayed"] | Irreproducible["recorded"]) =>
    `${t(`outcome.${outcome}`)}${reason === null ? "" : `, ${words(t, "simulation:reason", { code: reason }, "simulation:reason.other")}`}`;
  const sound = cases > 0 && same === cases;
  return (
    <Card title={t("gate.title")}>
      {sound && <p>{t("gate.sound", { count: cases })}</p>}
      {cases > 0 && !sound && <Banner tone="warn">{t("gate.unsound", { same, cases })}</Banner>}
      {withoutVersion > 0 && <p>{t("gate.without", { count: withoutVersion })}</p>}
      {different.length > 0 && (
        <Table
          caption={t("gate.differing")}
          showCaption
          rows={different}
          rowKey={({ id }) => id}
          columns={[
            { key: "case", header: t("example.number"), names: true, cell: ({ id, label }) => <Link to={`/decisions/${id}`} className="inline-flex min-h-target items-center text-accent underline underline-offset-4">{label}</Link> },
            { key: "recorded", header: t("gate.recorded"), cell: ({ recorded }) => verdict(recorded) },
            { key: "replayed", header: t("gate.replayed"), cell: ({ replayed }) => verdict(replayed) },
          ]}
        />
      )}
    </Card>
  );
}

/** The facts a case lacks, by name. */
function useFacts() {
  const { t } = useTranslation("simulation");
  const format = useFormat();
  return (paths: readonly string[]) => format.list(paths.map((path) => words(t, "simulation:fact", { code: path.replaceAll(".", "_") }, "simulation:fact.other")));
}

export function ReportNotJudged({ notJudged }: { notJudged: readonly NotJudged[] }) {
  const { t } = useTranslation("simulation");
  const format = useFormat();
  const facts = useFacts();
  if (notJudged.length === 0) return null;
  const why = ({ reason, params }: NotJudged) => {
    const named = "facts" in params && Array.isArray(params.facts) ? { facts: facts(params.facts) } : params;
    return words(t, "simulation:notJudged", { code: reason, params: { ...named } }, "simulation:notJudged.other");
  };
  return (
    <Card title={t("notJudgedTitle")}>
      <p className="max-w-prose">{t("notJudgedLead")}</p>
      <Table
        caption={t("notJudgedTitle")}
        rows={notJudged}
        rowKey={(row) => `${row.reason} ${JSON.stringify(row.params)}`}
        columns={[
          { key: "why", header: t("notJudgedReason"), names: true, cell: why },
          { key: "cases", header: t("notJudgedCases"), numeric: true, cell: ({ cases }) => format.number(cases) },
        ]}
      />
    </Card>
  );
}

/** What had to be assumed, each in a sentence. */
export function ReportAssumptions({ assumptions, names }: { assumptions: readonly Assumption[]; names: Names }) {
  const { t } = useTranslation("simulation");
  const said = ({ code, params }: Assumption) => {
    const { role } = params;
    return words(t, "simulation:assumption", { code, params: typeof role === "string" ? { ...params, role: names.role(role) } : { ...params } }, "simulation:assumption.other");
  };
  return (
    <Card title={t("assumptionsTitle")}>
      <p className="text-muted">{t("assumptionsLead")}</p>
      <ul className="flex max-w-prose list-disc flex-col gap-2 pl-5">
        {assumptions.map((assumption) => (
          <li key={assumption.code}>{said(assumption)}</li>
        ))}
      </ul>
    </Card>
  );
}
