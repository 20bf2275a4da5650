import { useTranslation } from "react-i18next";
import { ROLES } from "#access/roles.ts";
import { CheckChips, RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, type RefusalLike } from "#ui/form-errors.tsx";
import { DateInput, IntegerInput, Select, TextArea, TextInput } from "#ui/inputs.tsx";
import { CADENCES, CES_CONVENTIONS, COUNTS, DIRECTIONS, type KpiDefinition, LENSES, MEASURES, MOVES, SERVED, SOURCES, STAGES, UNITS } from "../definition.ts";
import { FACT_NAMES } from "../facts.ts";
import type { NamedView } from "../view-models.ts";
import { useFigures } from "./use-figures.ts";

export interface StepProps {
  readonly definition: KpiDefinition;
  readonly departments: readonly NamedView[];
  readonly kpis: readonly NamedView[];
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
  /** The target of a KPI in use moves on its own page. */
  readonly inUse: boolean;
}

/** A field's wiring: what was typed beats what was stored. */
function useAt({ refusal, typed }: StepProps) {
  return (name: string, before: string | number | null | undefined, path = name) => ({ id: name, name, defaultValue: typed[name] ?? String(before ?? ""), errors: errorsAt(refusal, path) });
}

/** What is ticked: what was sent, else what was stored. */
const ticked = ({ typed }: StepProps, name: string, before: readonly string[]) => (Object.keys(typed).length > 0 ? (typed[name] ?? "").split(",").filter((code) => code !== "") : before);

export function CustomerStep(props: StepProps) {
  const { t } = useTranslation("kpis");
  const at = useAt(props);
  const { definition, typed } = props;
  return (
    <>
      <Field label={t("design.nameVi")} {...at("nameVi", definition.name.vi, "name.vi")}><TextInput maxLength={160} lang="vi" /></Field>
      <Field label={t("design.nameEn")} {...at("nameEn", definition.name.en, "name.en")}><TextInput maxLength={160} lang="en" /></Field>
      <Field label={t("design.whyVi")} hint={t("design.whyHint")} {...at("whyVi", definition.why.vi, "why.vi")}><TextArea maxLength={600} lang="vi" /></Field>
      <Field label={t("design.whyEn")} {...at("whyEn", definition.why.en, "why.en")}><TextArea maxLength={600} lang="en" /></Field>
      <RadioChips label={t("design.lens")} id="lens" name="lens" layout="tiles" selected={typed["lens"] ?? definition.lens ?? ""} errors={errorsAt(props.refusal, "lens")} options={LENSES.map((value) => ({ value, label: t(`lens.${value}`) }))} />
      <RadioChips label={t("design.serves")} id="serves" name="serves" selected={typed["serves"] ?? definition.serves?.kind ?? "none"} options={[...SERVED.map((value) => ({ value, label: t(`served.${value}`) })), { value: "none", label: t("design.servesNone") }]} />
      <Field label={t("design.servesVi")} {...at("servesVi", definition.serves?.text.vi)} optional><TextInput maxLength={300} lang="vi" /></Field>
      <Field label={t("design.servesEn")} {...at("servesEn", definition.serves?.text.en)} optional><TextInput maxLength={300} lang="en" /></Field>
      <Field label={t("design.stage")} {...at("stage", definition.stage)}><Select placeholder={t("design.stageAny")} options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))} /></Field>
    </>
  );
}

export function MeasureStep(props: StepProps) {
  const { t } = useTranslation("kpis");
  const at = useAt(props);
  const { definition, typed } = props;
  const { measure, range } = definition;
  return (
    <>
      <Field label={t("design.measure")} {...at("measure", measure.kind)}><Select options={MEASURES.map((value) => ({ value, label: t(`measure.${value}`) }))} /></Field>
      <div className="flex flex-wrap gap-4">
        <Field label={t("design.scale")} {...at("scale", measure.scale, "measure.scale")} optional><IntegerInput /></Field>
        <Field label={t("design.convention")} {...at("convention", measure.convention, "measure.convention")} optional><Select placeholder options={CES_CONVENTIONS.map((value) => ({ value, label: t(`convention.${value}`) }))} /></Field>
        <Field label={t("design.withinDays")} {...at("withinDays", measure.withinDays, "measure.withinDays")} optional><IntegerInput /></Field>
      </div>
      <Field label={t("design.unit")} {...at("unit", definition.unit)}><Select options={UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))} /></Field>
      <RadioChips label={t("design.direction")} id="direction" name="direction" selected={typed["direction"] ?? definition.direction} options={DIRECTIONS.map((value) => ({ value, label: t(`direction.${value}`) }))} />
      <div className="flex flex-wrap gap-4">
        <Field label={t("design.rangeFrom")} {...at("rangeFrom", range?.from, "range.from")} optional><TextInput inputMode="decimal" /></Field>
        <Field label={t("design.rangeTo")} {...at("rangeTo", range?.to, "range.to")} optional><TextInput inputMode="decimal" /></Field>
      </div>
      <RadioChips label={t("design.counts")} id="counts" name="counts" selected={typed["counts"] ?? definition.counts ?? ""} options={COUNTS.map((value) => ({ value, label: t(`counts.${value}`) }))} />
      <RadioChips label={t("design.moves")} hint={t("design.movesHint")} id="moves" name="moves" layout="tiles" selected={typed["moves"] ?? definition.moves} options={MOVES.map((value) => ({ value, label: t(`moves.${value}`) }))} />
    </>
  );
}

export function PeopleStep(props: StepProps) {
  const { t } = useTranslation("kpis");
  const { local } = useFigures();
  const { definition, departments, kpis, refusal } = props;
  const places = departments.map(({ code, name }) => ({ value: code, label: local(name) }));
  const others = kpis.filter(({ code }) => code !== definition.code).map(({ code, name }) => ({ value: code, label: local(name) || code }));
  const chips = (name: "owners" | "touches" | "costsFallOn" | "guardrails" | "fights", hint: string | undefined, options: typeof places) => (
    <CheckChips label={t(`design.${name}`)} hint={hint} id={name} name={name} layout="words" selected={ticked(props, name, definition[name])} errors={errorsAt(refusal, name)} options={options} />
  );
  return (
    <>
      {chips("owners", t("design.ownersHint"), places)}
      {chips("touches", undefined, places)}
      <CheckChips label={t("design.influencedBy")} id="influencedBy" name="influencedBy" layout="words" selected={ticked(props, "influencedBy", definition.influencedBy)} options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))} />
      {others.length === 0 ? (
        <p className="text-muted">{t("design.none")}</p>
      ) : (
        <>
          {chips("guardrails", t("design.guardrailsHint"), others)}
          {chips("fights", undefined, others)}
        </>
      )}
      {chips("costsFallOn", undefined, places)}
    </>
  );
}

export function NumbersStep(props: StepProps) {
  const { t } = useTranslation("kpis");
  const at = useAt(props);
  const { definition, typed, inUse } = props;
  return (
    <>
      <RadioChips label={t("design.source")} id="source" name="source" layout="tiles" selected={typed["source"] ?? definition.source.kind} options={SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))} />
      <Field label={t("design.fact")} hint={t("design.factHint")} {...at("fact", definition.source.fact, "source.fact")}><Select placeholder={t("design.factNone")} options={FACT_NAMES.map((value) => ({ value, label: t(`fact.${value}`) }))} /></Field>
      <RadioChips label={t("design.cadence")} id="cadence" name="cadence" selected={typed["cadence"] ?? definition.cadence} options={CADENCES.map((value) => ({ value, label: t(`cadence.${value}`) }))} />
      <div className="flex flex-wrap gap-4">
        <Field label={t("design.minimumSample")} hint={t("design.minimumSampleHint")} {...at("minimumSample", definition.minimumSample)}><IntegerInput /></Field>
        <Field label={t("design.baseline")} {...at("baseline", definition.baseline)} optional><TextInput inputMode="decimal" /></Field>
      </div>
      {inUse ? (
        <p className="text-muted">{t("design.targetHint")}</p>
      ) : (
        <div className="flex flex-wrap gap-4">
          <Field label={t("design.targetValue")} {...at("targetValue", definition.target?.value, "target.value")} optional><TextInput inputMode="decimal" /></Field>
          <Field label={t("design.targetBy")} {...at("targetBy", definition.target?.by)} optional><DateInput /></Field>
        </div>
      )}
    </>
  );
}
