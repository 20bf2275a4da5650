import { useTranslation } from "react-i18next";
import { words } from "#i18n/words.ts";
import { useFormat } from "#i18n/use-format.tsx";
import type { RuleCondition } from "../view-models.ts";
import { useBound } from "./use-bound.ts";
import { useBilingual } from "./verdict-panel.tsx";

/** How many names of one condition a dense table shows before it counts them. */
const FEW = 3;

/** The conditions of a rule in plain words, one line each; `dense` for tables: long lists are counted and named on hover. */
export function RuleConditions({ conditions, currency, dense = false }: { conditions: readonly RuleCondition[]; currency: string; dense?: boolean }) {
  const { t } = useTranslation(["decide", "empowerment"]);
  const format = useFormat();
  const name = useBilingual();
  const bound = useBound(currency);
  const namesOf = (condition: RuleCondition): string[] => ("names" in condition ? condition.names.map((one) => (typeof one === "string" ? one : name(one))) : []);
  const inWords = (condition: RuleCondition): string => {
    if ("value" in condition) return condition.value ? t("condition.proactive") : t("condition.reactive");
    const dim = words(t, "empowerment:dim", { code: condition.dim });
    if ("names" in condition) {
      const names = namesOf(condition);
      return `${dim}: ${dense && names.length > FEW ? t("condition.several", { first: format.list(names.slice(0, FEW - 1)), count: names.length - FEW + 1 }) : format.list(names)}`;
    }
    const { min, below, unit } = condition;
    const value = (limit: number) => bound(limit, unit);
    if (min !== null && below !== null) return `${dim}: ${t("condition.between", { min: value(min), below: value(below) })}`;
    return `${dim}: ${min !== null ? t("condition.atLeast", { min: value(min) }) : t("condition.under", { below: value(below ?? 0) })}`;
  };
  if (conditions.length === 0) return <p className="text-muted">{t("condition.any")}</p>;
  return (
    <ul className={dense ? "flex flex-col gap-0.5" : "list-disc pl-5"}>
      {conditions.map((condition) => (
        <li key={condition.dim} title={dense ? format.list(namesOf(condition)) || undefined : undefined}>
          {inWords(condition)}
        </li>
      ))}
    </ul>
  );
}
