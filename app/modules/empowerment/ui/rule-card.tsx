import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import type { AuthorityRule } from "../view-models.ts";
import { RuleConditions } from "./rule-conditions.tsx";
import { useBilingual } from "./verdict-panel.tsx";

/** One rule in plain words: what, up to how much, when, and why it exists. `children` adds what only some readers need. */
export function RuleCard({ rule, currency, children }: { rule: AuthorityRule; currency: string; children?: ReactNode }) {
  const { t } = useTranslation(["decide", "empowerment"]);
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
    <Card
      as="article"
      level={3}
      title={name(rule.name)}
      aside={
        <Badge tone={rule.effect === "grant" ? (rule.open ? "good" : "neutral") : rule.effect === "prohibit" ? "bad" : "info"} icon={rule.open ? undefined : Lock}>
          {t(`policies.effect.${rule.effect}`)}
        </Badge>
      }
    >
      <div className="flex flex-col gap-3">
        {rule.gestures.length > 0 && <p className="font-semibold">{format.list(rule.gestures.map((gesture) => name(gesture.name)))}</p>}
        {limits.length > 0 && <p>{limits.join(" · ")}</p>}
        {!rule.open && (
          <p className="font-semibold text-warn">{t("authority.locked", { courses: format.list(rule.missingCourses.map((course) => name(course.name))) })}</p>
        )}
        <RuleConditions conditions={rule.conditions} currency={currency} />
        {duties.length > 0 && <p className="text-muted">{format.list(duties)}</p>}
        <p className="text-muted">{name(rule.why)}</p>
        {children}
      </div>
    </Card>
  );
}
