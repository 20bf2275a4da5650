import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { words } from "#i18n/words.ts";
import type { RulePage } from "../../insights/view-models.ts";
import { RuleCard } from "../rule-card.tsx";
import { useBilingual } from "../verdict-panel.tsx";

/** The rule in plain words with its why, whom it is for, what it does for the customer and what to say. */
export function RuleWords({ page }: { page: RulePage }) {
  const { t } = useTranslation(["insights", "decide", "ui"]);
  const format = useFormat();
  const name = useBilingual();
  const { rule, currency } = page;
  const roles = rule.roles.length === 0 ? t("decide:policies.anyRole") : format.list(rule.roles.map((role) => words(t, "ui:role", { code: role })));
  return (
    <RuleCard rule={rule} currency={currency}>
      {rule.serves && name(rule.serves.text) && (
        <p>
          <span className="text-muted">{t("rule.serves")} ({words(t, "insights:rule.servesKind", { code: rule.serves.kind })}):</span> {name(rule.serves.text)}
        </p>
      )}
      {rule.say && name(rule.say) && (
        <p>
          <span className="text-muted">{t("rule.say")}:</span> <q className="italic">{name(rule.say)}</q>
        </p>
      )}
      <p className="text-sm text-muted">{[rule.code, roles, ...(rule.owner === null ? [] : [t("rule.owner", { email: rule.owner })])].join(" · ")}</p>
    </RuleCard>
  );
}
