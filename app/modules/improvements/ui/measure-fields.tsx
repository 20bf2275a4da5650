import { useTranslation } from "react-i18next";
import { RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { errorsAt, type RefusalLike } from "#ui/form-errors.tsx";
import { IntegerInput, Select, TextInput } from "#ui/inputs.tsx";
import { type Measure, SHAPES, SYSTEM_MEASURE_CODES } from "../domain/measures.ts";
import type { MeasureScopes, PlaceView } from "../view-models.ts";
import { useLocal } from "./badges.tsx";

/** Where a fault of the measure jumps to. */
export const MEASURE_FIELD_IDS = {
  "measure.code": "measure",
  "measure.kpi": "kpi",
  target: "target",
  "measure.target": "target",
  "measure.name": "own-name",
  "measure.source": "own-source",
  "measure.shape": "own-shape",
  "measure.better": "own-better",
};

export interface MeasureFieldsProps {
  readonly measure: Measure | null;
  readonly scopes: MeasureScopes;
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

/** One measure out of the records or a KPI, narrowed if wished, or one of one's own with its source; and the target. */
export function MeasureFields({ measure, scopes, refusal, typed }: MeasureFieldsProps) {
  const { t } = useTranslation("improvements");
  const local = useLocal();
  const own = measure?.code === "own" ? measure : null;
  const kpi = measure?.code === "kpi" ? measure : null;
  const system = measure !== null && measure.code !== "own" && measure.code !== "kpi" ? measure : null;
  const value = (name: string, before: string | null | undefined) => typed[name] ?? before ?? "";
  const choices = (list: readonly PlaceView[]) => list.map(({ code, name }) => ({ value: code, label: local(name) }));
  const narrow = (name: string, label: string, before: string | null | undefined, list: readonly PlaceView[]) => (
    <Field key={name} label={label} id={name} name={name} defaultValue={value(name, before)} optional>
      <Select placeholder={t("plan.any")} options={choices(list)} />
    </Field>
  );
  return (
    <>
      <RadioChips
        label={t("plan.measure")}
        hideLabel
        hint={t("plan.measureHint")}
        id="measure"
        name="measure"
        selected={value("measure", measure?.code)}
        errors={errorsAt(refusal, "measure.code")}
        options={[...SYSTEM_MEASURE_CODES, ...(scopes.kpis.length > 0 ? ["kpi" as const] : []), "own" as const].map((code) => ({ value: code, label: t(`measure.${code}`) }))}
        required
      />
      {scopes.kpis.length > 0 && (
        <Fold summary={t("plan.kpiFold")} open={value("measure", measure?.code) === "kpi"}>
          <Field label={t("plan.kpi")} id="kpi" name="kpi" hint={t("plan.kpiHint")} defaultValue={value("kpi", kpi?.kpi)} errors={errorsAt(refusal, "measure.kpi")} optional>
            <Select placeholder={t("plan.chooseKpi")} options={choices(scopes.kpis)} />
          </Field>
          {narrow("scope-department", t("plan.scopeDepartment"), kpi?.department, scopes.departments)}
        </Fold>
      )}
      {narrow("scope-rule", t("plan.scopeRule"), system?.rule, scopes.rules)}
      {narrow("scope-gesture", t("plan.scopeGesture"), system?.gesture, scopes.gestures)}
      {narrow("scope-site", t("plan.scopeSite"), (system ?? kpi)?.site, scopes.sites)}
      <Fold summary={t("plan.own")} open={value("measure", measure?.code) === "own"}>
        <Field label={t("plan.ownName")} id="own-name" name="own-name" defaultValue={value("own-name", own?.name)} errors={errorsAt(refusal, "measure.name")} optional>
          <TextInput maxLength={160} />
        </Field>
        <Field label={t("plan.ownSource")} id="own-source" name="own-source" hint={t("plan.ownSourceHint")} defaultValue={value("own-source", own?.source)} errors={errorsAt(refusal, "measure.source")} optional>
          <TextInput maxLength={300} />
        </Field>
        <RadioChips label={t("plan.ownShape")} id="own-shape" name="own-shape" selected={value("own-shape", own?.shape)} errors={errorsAt(refusal, "measure.shape")} options={SHAPES.map((shape) => ({ value: shape, label: t(`plan.shape.${shape}`) }))} optional />
        <RadioChips label={t("plan.ownBetter")} id="own-better" name="own-better" selected={value("own-better", own?.better)} errors={errorsAt(refusal, "measure.better")} options={(["up", "down"] as const).map((way) => ({ value: way, label: t(`plan.better.${way}`) }))} optional />
      </Fold>
      <Field label={t("plan.target")} id="target" name="target" hint={t("plan.targetHint")} defaultValue={value("target", measure?.target == null ? "" : String(measure.target))} errors={[...errorsAt(refusal, "target"), ...errorsAt(refusal, "measure.target")]} optional>
        <IntegerInput inputMode="decimal" />
      </Field>
    </>
  );
}
