import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Fold } from "#ui/fold.tsx";
import { Card } from "#ui/layout.tsx";
import { Table } from "#ui/table.tsx";
import type { GroupRow, SimulationReport } from "../../domain/simulation/report.ts";
import type { Names } from "./use-names.ts";

const SHOWN = 12;

const isChanged = ({ before, after, waitingMinutesSaved }: GroupRow) =>
  before.granted !== after.granted || before.escalated !== after.escalated || before.refused !== after.refused || before.cost !== after.cost || waitingMinutesSaved !== 0;

const size = ({ before, after }: GroupRow) => Math.abs(after.granted - before.granted) + Math.abs(after.escalated - before.escalated) + Math.abs(after.refused - before.refused);

interface GroupProps {
  readonly title: string;
  readonly rows: readonly GroupRow[];
  readonly name: (code: string | null) => string;
  readonly currency: string;
  readonly open?: boolean;
}

function Group({ title, rows, name, currency, open = false }: GroupProps) {
  const { t } = useTranslation("simulation");
  const format = useFormat();
  const changed = rows.filter(isChanged).sort((a, b) => size(b) - size(a));
  const pair = (before: number, after: number) => (before === after ? format.number(before) : t("figure.beforeAfter", { before, after }));
  const money = (minor: number) => format.moneyCompact({ minor, currency });
  const wait = (minutes: number) => (minutes === 0 ? "0" : minutes < 0 ? t("figure.waitingMore", { minutes: -minutes }) : format.duration(minutes));
  return (
    <Fold summary={title} open={open}>
      {changed.length === 0 ? (
        <p className="text-muted">{t("group.unchanged")}</p>
      ) : (
        <Table
          caption={title}
          rows={changed.slice(0, SHOWN)}
          rowKey={({ code }) => code ?? ""}
          columns={[
            { key: "name", header: title, names: true, cell: ({ code }) => name(code) },
            { key: "alone", header: t("group.alone"), numeric: true, cell: ({ before, after }) => pair(before.granted, after.granted) },
            { key: "asked", header: t("group.asked"), numeric: true, cell: ({ before, after }) => pair(before.escalated, after.escalated) },
            { key: "cost", header: t("group.cost"), numeric: true, cell: ({ before, after }) => (before.cost === after.cost ? money(before.cost) : `${money(before.cost)} → ${money(after.cost)}`) },
            { key: "waiting", header: t("group.waiting"), numeric: true, cell: ({ waitingMinutesSaved }) => wait(waitingMinutesSaved) },
          ]}
        />
      )}
      {changed.length > SHOWN && <p className="text-sm text-muted">{t("group.more", { count: changed.length - SHOWN })}</p>}
    </Fold>
  );
}

/** Where the version would make a difference; what stays as it was is left out. */
export function ReportGroups({ report, names }: { report: SimulationReport; names: Names }) {
  const { t } = useTranslation("simulation");
  const { currency } = report;
  return (
    <Card title={t("group.title")}>
      <p className="text-muted">{t("group.lead")}</p>
      <Group open title={t("group.rule")} rows={report.byRule} name={names.rule} currency={currency} />
      <Group title={t("group.gesture")} rows={report.byGesture} name={names.gesture} currency={currency} />
      <Group title={t("group.role")} rows={report.byRole} name={names.role} currency={currency} />
      <Group title={t("group.department")} rows={report.byDepartment} name={names.department} currency={currency} />
      <Group title={t("group.site")} rows={report.bySite} name={names.site} currency={currency} />
    </Card>
  );
}

/** Who would be asked how often. */
export function ReportApprovers({ report, names }: { report: SimulationReport; names: Names }) {
  const { t } = useTranslation("simulation");
  const format = useFormat();
  if (report.approvers.length === 0) return null;
  return (
    <Card title={t("approvers.title")}>
      <Table
        caption={t("approvers.title")}
        rows={report.approvers}
        rowKey={({ role }) => role ?? ""}
        columns={[
          { key: "role", header: t("approvers.role"), names: true, cell: ({ role }) => names.role(role) },
          { key: "before", header: t("approvers.before"), numeric: true, cell: ({ perWeekBefore }) => format.number(perWeekBefore, 1) },
          { key: "after", header: t("approvers.after"), numeric: true, cell: ({ perWeekAfter }) => format.number(perWeekAfter, 1) },
          { key: "total", header: t("approvers.total"), numeric: true, cell: ({ before, after }) => t("figure.beforeAfter", { before, after }) },
        ]}
      />
    </Card>
  );
}
