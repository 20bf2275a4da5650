import { useTranslation } from "react-i18next";
import { words } from "#i18n/words.ts";
import { useFormat } from "#i18n/use-format.tsx";
import type { RuleCondition } from "../view-models.ts";
import { useBilingual } from "./verdict-panel.tsx";

/** The conditions of a rule in plain words, one line each. */
export function RuleConditions({ conditions, currency }: { conditions: readonly RuleCondition[]; currency: string }) {
  const { t } = useTranslation(["decide", "empowerment"]);
  const format = useFormat();
  const name = useBilingual();
  const inWords = (condition: RuleCondition): string => {
    if ("value" in condition) return condition.value ? t("condition.proactive") : t("condition.reactive");
    const dim = words(t, "empowerment:dim", { code: condition.dim });
    if ("names" in condition) return `${dim}: ${format.list(condition.names.map((one) => (typeof one === "string" ? one : name(one))))}`;
    const value = (bound: number) =>
      condition.unit === "minor" ? format.money({ minor: bound, currency }) : condition.unit === "days" ? t("condition.days", { value: bound }) : t("condition.level", { value: bound });
    const { min, below } = condition;
    if (min !== null && below !== null) return `${dim}: ${t("condition.between", { min: value(min), below: value(below) })}`;
    return `${dim}: ${min !== null ? t("condition.atLeast", { min: value(min) }) : t("condition.under", { below: value(below ?? 0) })}`;
  };
  if (conditions.length === 0) return <p className="text-muted">{t("condition.any")}</p>;
  return (
    <ul className="list-disc pl-5">
      {conditions.map((condition) => (
        <li key={condition.dim}>{inWords(condition)}</li>
      ))}
    </ul>
  );
}
