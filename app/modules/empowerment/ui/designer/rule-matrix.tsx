import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { words } from "#i18n/words.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Badge, Banner, EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { Select, TextInput } from "#ui/inputs.tsx";
import { type Column, Table } from "#ui/table.tsx";
import type { MatrixFilter, MatrixRow, MatrixView } from "../../design/view-models.ts";
import { RuleConditions } from "../rule-conditions.tsx";
import { useBilingual } from "../verdict-panel.tsx";

const EFFECT_TONE = { grant: "good", prohibit: "bad", require: "info" } as const;

interface RuleMatrixProps {
  readonly matrix: MatrixView;
  readonly filter: MatrixFilter;
  readonly version: number;
  readonly mayEdit: boolean;
}

/** The rules of a version as a delegation-of-authority matrix: what, who, when, how much. */
export function RuleMatrix({ matrix, filter, version, mayEdit }: RuleMatrixProps) {
  const { t } = useTranslation(["designer", "decide", "ui"]);
  const format = useFormat();
  const name = useBilingual();
  const columns = useColumns(matrix.currency, version, mayEdit);
  const filtered = Object.values(filter).some((value) => value !== "");
  const groups = byGestures(matrix.rows);
  return (
    <>
      {mayEdit && (
        <Banner
          tone="info"
          action={
            <LinkButton to={`/policies/${version}/rules/new`} variant="primary">
              {t("matrix.add")}
            </LinkButton>
          }
        >
          {t("matrix.editedNow")}
        </Banner>
      )}
      <MatrixFilterForm matrix={matrix} filter={filter} filtered={filtered} />
      <p className="text-muted">{t("matrix.shown", { shown: matrix.rows.length, total: matrix.total })}</p>
      {matrix.rows.length === 0 && (
        <EmptyState title={filtered ? t("matrix.none") : undefined}>
          {filtered && (
            <Link to={`/policies/${version}`} className="underline underline-offset-4">
              {t("matrix.clear")}
            </Link>
          )}
        </EmptyState>
      )}
      {groups.map((group) => (
        <Table key={group.key} caption={group.gestures.length === 0 ? t("matrix.anyGesture") : format.list(group.gestures.map((gesture) => name(gesture.name)))} showCaption columns={columns} rows={group.rows} rowKey={(rule) => rule.code} />
      ))}
    </>
  );
}

/** Rules of the same gestures together, in the order in which they come. */
function byGestures(rows: readonly MatrixRow[]) {
  const groups = new Map<string, { key: string; gestures: MatrixRow["gestures"]; rows: MatrixRow[] }>();
  for (const row of rows) {
    const key = row.gestures.map(({ code }) => code).join(" ");
    const group = groups.get(key) ?? { key, gestures: row.gestures, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function MatrixFilterForm({ matrix, filter, filtered }: { matrix: MatrixView; filter: MatrixFilter; filtered: boolean }) {
  const { t } = useTranslation(["designer", "ui"]);
  const name = useBilingual();
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3">
      <Field label={t("matrix.search")} name="q" defaultValue={filter.q} className="min-w-0 flex-1 basis-56">
        <TextInput type="search" />
      </Field>
      <Field label={t("matrix.gesture")} name="gesture" defaultValue={filter.gesture} className="basis-44">
        <Select placeholder={t("matrix.anyGesture")} options={matrix.gestures.map((gesture) => ({ value: gesture.code, label: name(gesture.name) }))} />
      </Field>
      <Field label={t("matrix.role")} name="role" defaultValue={filter.role} className="basis-44">
        <Select placeholder={t("matrix.anyRole")} options={matrix.roles.map((code) => ({ value: code, label: words(t, "ui:role", { code }) }))} />
      </Field>
      <Field label={t("matrix.effect")} name="effect" defaultValue={filter.effect} className="basis-40">
        <Select placeholder={t("matrix.anyEffect")} options={(["grant", "prohibit", "require"] as const).map((value) => ({ value, label: t(`rule.effects.${value}`) }))} />
      </Field>
      <Button>{t("matrix.filter")}</Button>
      {filtered && (
        <Link to="." className="inline-flex min-h-target items-center underline underline-offset-4">
          {t("matrix.clear")}
        </Link>
      )}
    </Form>
  );
}

function useColumns(currency: string, version: number, mayEdit: boolean): readonly Column<MatrixRow>[] {
  const { t } = useTranslation(["designer", "decide", "ui"]);
  const format = useFormat();
  const name = useBilingual();
  const role = (code: string) => words(t, "ui:role", { code });
  const howMuch = (rule: MatrixRow): string[] => [
    ...(rule.perCase ? [format.money(rule.perCase)] : []),
    ...(rule.percentOfOrder === null ? [] : [t("matrix.share", { percent: rule.percentOfOrder })]),
    ...(rule.effect === "grant" && !rule.perCase && rule.percentOfOrder === null ? [t("matrix.noAmount")] : []),
  ];
  const duties = (rule: MatrixRow): string[] => [
    ...(["note", "evidence"] as const).filter((duty) => rule.duties[duty]).map((duty) => t(`decide:verdict.duty.${duty}`)),
    ...(rule.secondPersonAbove ? [t("matrix.second", { above: rule.secondPersonAbove })] : []),
  ];
  return [
    {
      key: "rule",
      header: t("matrix.rule"),
      names: true,
      width: "sm:w-[28%]",
      cell: (rule) => (
        <span className="flex flex-col items-start gap-1">
          <Link to={mayEdit ? `/policies/${version}/rules/${rule.code}` : `/policies/rules/${rule.code}`} className="underline underline-offset-4" title={rule.code}>
            {name(rule.name)}
          </Link>
          {rule.effect !== "grant" && <Badge tone={EFFECT_TONE[rule.effect]}>{t(`rule.effects.${rule.effect}`)}</Badge>}
          {rule.reviewBy && rule.reviewDue && <span className="text-sm font-normal text-warn">{t("matrix.reviewDue", { day: format.day(rule.reviewBy) })}</span>}
        </span>
      ),
    },
    { key: "who", header: t("matrix.who"), width: "sm:w-[16%]", cell: (rule) => (rule.roles.length === 0 ? t("matrix.anyRole") : format.list(rule.roles.map(role))) },
    { key: "when", header: t("matrix.when"), width: "sm:w-[28%]", cell: (rule) => <RuleConditions conditions={rule.conditions} currency={currency} dense /> },
    { key: "howMuch", header: t("matrix.howMuch"), numeric: true, width: "sm:w-[14%]", cell: (rule) => <Lines of={howMuch(rule)} /> },
    { key: "duties", header: t("matrix.duties"), cell: (rule) => <Lines of={duties(rule)} /> },
  ];
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <>
      {of.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </>
  );
}
