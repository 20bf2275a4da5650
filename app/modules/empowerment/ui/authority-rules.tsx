import { Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Fold } from "#ui/fold.tsx";
import { Card } from "#ui/layout.tsx";
import type { AuthorityRule } from "../view-models.ts";
import { RuleConditions } from "./rule-conditions.tsx";
import { useBilingual } from "./verdict-panel.tsx";

/** Rules by what they give, in the order of the policy: one group for each set of gestures. */
function byGestures(rules: readonly AuthorityRule[]): [string, AuthorityRule[]][] {
  const groups = new Map<string, AuthorityRule[]>();
  for (const rule of rules) {
    const key = rule.gestures.map(({ code }) => code).join(" ");
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups];
}

/** What the reader may give, gesture by gesture: how much at a glance, when and why one press away. */
export function GrantedRules({ rules, currency }: { rules: readonly AuthorityRule[]; currency: string }) {
  const format = useFormat();
  const name = useBilingual();
  return (
    <>
      {byGestures(rules).map(([key, some]) => (
        <Card key={key} title={format.list((some[0]?.gestures ?? []).map((gesture) => name(gesture.name)))} className="gap-1">
          <RuleList rules={some} currency={currency} />
        </Card>
      ))}
    </>
  );
}

/** Rules as lines that unfold to their conditions and their why. */
export function RuleList({ rules, currency }: { rules: readonly AuthorityRule[]; currency: string }) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {rules.map((rule) => (
        <li key={rule.code}>
          <RuleLine rule={rule} currency={currency} />
        </li>
      ))}
    </ul>
  );
}

function RuleLine({ rule, currency }: { rule: AuthorityRule; currency: string }) {
  const { t } = useTranslation("decide");
  const format = useFormat();
  const name = useBilingual();
  const limits = [
    rule.perCase && t("authority.upTo", { limit: rule.perCase }),
    rule.percentOfOrder !== null && t("authority.percent", { percent: rule.percentOfOrder }),
    rule.effect === "grant" && !rule.perCase && rule.percentOfOrder === null && t("authority.noAmount"),
    rule.secondPersonAbove && t("authority.second", { above: rule.secondPersonAbove }),
    rule.validTo && t("authority.until", { day: format.day(rule.validTo) }),
  ].filter((part) => typeof part === "string");
  const duties = (["note", "evidence"] as const).filter((duty) => rule.duties[duty]).map((duty) => t(`verdict.duty.${duty}`));
  return (
    <Fold
      summary={
        <span className="min-w-0 py-2">
          <span className="block">{name(rule.name)}</span>
          {limits.length > 0 && <span className="block font-normal">{limits.join(" · ")}</span>}
          {!rule.open && (
            <span className="flex items-start gap-1.5 text-sm text-warn">
              <Lock aria-hidden className="mt-1 size-4 shrink-0" />
              {t("authority.locked", { courses: format.list(rule.missingCourses.map((course) => name(course.name))) })}
            </span>
          )}
        </span>
      }
    >
      {rule.effect !== "grant" && rule.gestures.length > 0 && <p>{format.list(rule.gestures.map((gesture) => name(gesture.name)))}</p>}
      <RuleConditions conditions={rule.conditions} currency={currency} />
      {duties.length > 0 && <p>{format.list(duties)}</p>}
      <p className="text-muted">{name(rule.why)}</p>
    </Fold>
  );
}
