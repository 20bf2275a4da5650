import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { words } from "#i18n/words.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { Button } from "#ui/button.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { errorsAt, type RefusalLike } from "#ui/form-errors.tsx";
import { TextArea, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { Bilingual } from "../definition.ts";
import type { Finding, Severity } from "../lint/findings.ts";
import type { FindingView } from "../lint/findings.server.ts";
import { useFigures } from "./use-figures.ts";

type Names = Readonly<Record<string, Bilingual>>;

const TONE: Readonly<Record<Severity, "bad" | "warn" | "info">> = { must: "bad", should: "warn", pattern: "info" };

/** What a finding says of its evidence, in a sentence. */
export function useFindingWords(names: Names): (finding: Finding) => { readonly title: string; readonly what: string; readonly fix: string } {
  const { t } = useTranslation("kpiLint");
  const format = useFormat();
  const { local } = useFigures();
  const name = (key: string, fallback = key) => (names[key] === undefined ? fallback : local(names[key]));
  const kpisOf = (codes: readonly string[]) => codes.map((code) => name(code));
  return ({ code, kpis, scorecard, evidence }) => {
    const { departments = [], roles = [], missing = [], stage, from = "", to = "", changes = [], moved = [], n, minimum, periods, tau, share } = evidence;
    const params = {
      kpi: name(kpis[0] ?? ""), other: name(kpis[1] ?? ""), kpis: format.list(kpisOf(kpis)), scorecard: scorecard === null ? "" : name(scorecard),
      departments: format.list(departments.map((each) => name(`department:${each}`, each))), roles: format.list(roles.map((role) => words(t, "kpis:role", { code: role }))), missing: missing.join(", "),
      stage: stage === undefined ? "" : words(t, "kpis:stage", { code: stage }), from: from === "" ? "" : format.day(from), to: to === "" ? "" : format.day(to),
      changes: format.list(changes.map((each) => `${each.from ?? "–"} → ${each.to ?? "–"} (${format.date(each.at)})`)),
      moved: moved.map(({ kpi, first, last }) => t("moved", { kpi: name(kpi), first, last })).join("; "), n, minimum, periods, tau, share,
    };
    return { title: t(`finding.${code}`), what: words(t, "kpiLint:what", { code, params }), fix: t(`fix.${code}`) };
  };
}

interface StandProps {
  finding: FindingView;
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
}

function StandForms({ finding: { key, letStand }, refusal, typed }: StandProps) {
  const { t } = useTranslation("kpiLint");
  if (letStand !== null) {
    return (
      <Form method="post" className="print:hidden">
        <input type="hidden" name="finding" value={key} />
        <Button name="intent" value="open-again">{t("openAgain")}</Button>
      </Form>
    );
  }
  const mine = typed["finding"] === key;
  return (
    <Fold summary={t("letStand")} open={mine} className="print:hidden">
      <Form method="post" className="flex flex-col gap-3">
        <input type="hidden" name="finding" value={key} />
        <Field label={t("reason")} id={`reason-${key}`} name="reason" defaultValue={mine ? typed["reason"] : undefined} errors={mine ? errorsAt(refusal, "reason") : []} required>
          <TextArea rows={2} maxLength={500} />
        </Field>
        <Field label={t("until")} id={`until-${key}`} name="until" defaultValue={mine ? typed["until"] : undefined} errors={mine ? errorsAt(refusal, "until") : []} required>
          <TextInput type="date" className="max-w-56" />
        </Field>
        <Button name="intent" value="let-stand" className="self-start">{t("letStandSave")}</Button>
      </Form>
    </Fold>
  );
}

/** One finding with its evidence and mend; for HR, what to do with it. */
export function FindingCard({ finding, names, mayLetStand, refusal, typed }: StandProps & { names: Names; mayLetStand: boolean }) {
  const { t } = useTranslation("kpiLint");
  const format = useFormat();
  const { title, what, fix } = useFindingWords(names)(finding);
  return (
    <Card as="article" level={3} title={title} aside={<Badge tone={TONE[finding.severity]}>{t(`severity.${finding.severity}`)}</Badge>} className="break-inside-avoid">
      <p className="max-w-prose">{what}</p>
      <p className="max-w-prose"><span className="font-semibold">{t("fixLabel")}:</span> {fix}</p>
      {finding.letStand !== null && <p className="text-muted">{t("stands", { by: finding.letStand.by, until: format.day(finding.letStand.until), reason: finding.letStand.reason })}</p>}
      {mayLetStand && <StandForms finding={finding} refusal={refusal} typed={typed} />}
    </Card>
  );
}

/** What lint says of one KPI, beside its form or figures; nothing when it has nothing to say. */
export function KpiFindings({ findings, names }: { findings: readonly Finding[]; names: Names }) {
  const { t } = useTranslation("kpiLint");
  const say = useFindingWords(names);
  if (findings.length === 0) return null;
  return (
    <Card title={t("ofKpi")}>
      <ul className="flex flex-col gap-4">
        {findings.map((finding) => {
          const { title, what, fix } = say(finding);
          return (
            <li key={finding.key} className="flex flex-col items-start gap-1">
              <Badge tone={TONE[finding.severity]}>{title}</Badge>
              <p>{what}</p>
              <p className="text-muted">{fix}</p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
