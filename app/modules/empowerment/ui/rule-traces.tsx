import { useTranslation } from "react-i18next";
import { words } from "#i18n/words.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { Badge } from "#ui/feedback.tsx";
import type { RuleTrace, TraceValue } from "../view-models.ts";
import { useBound } from "./use-bound.ts";
import { useBilingual } from "./verdict-panel.tsx";

/** What was the case, or what a rule asks for, in words. */
function useTraceWords(currency: string): (value: TraceValue, dim: string) => string {
  const { t } = useTranslation(["decide", "ui"]);
  const format = useFormat();
  const name = useBilingual();
  const bound = useBound(currency);
  return (value, dim) => {
    switch (value.kind) {
      case "unknown":
        return t("condition.unknown");
      case "none":
        return t("condition.none");
      case "proactive":
        return value.value ? t("condition.proactive") : t("condition.reactive");
      case "names":
        return format.list(value.names.map((one) => (typeof one !== "string" ? name(one) : dim === "roles" ? words(t, "ui:role", { code: one }) : one)));
      case "range": {
        const { min, below, unit, exact } = value;
        if (min === null) return t("condition.under", { below: bound(below ?? 0, unit) });
        if (exact) return bound(min, unit);
        return below === null ? t("condition.atLeast", { min: bound(min, unit) }) : t("condition.between", { min: bound(min, unit), below: bound(below, unit) });
      }
    }
  };
}

/** Each rule considered: what matched, what did not, and why. */
export function RuleTraces({ rules, currency }: { rules: readonly RuleTrace[]; currency: string }) {
  const { t } = useTranslation(["decide", "empowerment"]);
  const name = useBilingual();
  const inWords = useTraceWords(currency);
  const nameOf = (code: string) => {
    const rule = rules.find((one) => one.code === code);
    return rule ? name(rule.name) : code;
  };
  return (
    <ul className="flex flex-col divide-y divide-line">
      {rules.map((rule) => (
        <li key={rule.code} className="flex flex-col gap-0.5 py-3 first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-semibold">{name(rule.name)}</span>
            <Badge tone={rule.status === "applied" ? "good" : "neutral"}>{words(t, "empowerment:ruleStatus", { code: rule.status })}</Badge>
          </p>
          {(rule.limit || rule.by) && (
            <p className="text-sm text-muted">
              {[rule.limit && t("decision.limited", { limit: rule.limit }), rule.by && t("decision.by", { code: nameOf(rule.by) })].filter(Boolean).join(" · ")}
            </p>
          )}
          {rule.failed.map(({ dim, actual, needed }) => (
            <p key={dim} className="text-sm">
              {t("decision.failed", { dim: words(t, "empowerment:dim", { code: dim }), actual: inWords(actual, dim), needed: inWords(needed, dim) })}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
