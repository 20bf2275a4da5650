import { MoveRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import type { Tone } from "#ui/tone.ts";
import { budgetFigure, budgetName, type ChangeReader, fieldWords, toldFields } from "../../publishing/change-words.ts";
import type { BudgetChangeView, ChangesView, RuleChangeView } from "../../publishing/views.ts";
import { useBilingual } from "../verdict-panel.tsx";

const TONE = { added: "good", removed: "warn", changed: "info" } as const satisfies Record<RuleChangeView["kind"], Tone>;

function useReader(currency: string): ChangeReader {
  const { t, i18n } = useTranslation("policy");
  return { t, locale: i18n.language === "en" ? "en" : "vi", currency };
}

function Line({ label, before, after, only = false }: { label: string; before: string; after: string; only?: boolean }) {
  const { t } = useTranslation("policy");
  return (
    <div className="grid gap-x-4 sm:grid-cols-[minmax(9rem,32%)_1fr]">
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0">
        {!only && (
          <>
            <span className="sr-only">{t("changes.before")} </span>
            <span className="text-muted line-through decoration-1">{before}</span> <MoveRight aria-hidden className="mx-1 inline size-4 text-muted" />
            <span className="sr-only"> {t("changes.after")} </span>
          </>
        )}
        <span className="font-semibold">{after}</span>
      </dd>
    </div>
  );
}

/** One rule that changed: its name, what was and what is now, and the why. `compact` leaves the why out. */
export function RuleChangeItem({ change, currency, compact = false }: { change: RuleChangeView; currency: string; compact?: boolean }) {
  const { t } = useTranslation("policy");
  const name = useBilingual();
  const reader = useReader(currency);
  const shown = toldFields(change);
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{name(change.name)}</span>
        <Badge tone={TONE[change.kind]} icon={null}>
          {t(`changes.kind.${change.kind}`)}
        </Badge>
      </p>
      {shown.length > 0 && (
        <dl className="flex flex-col gap-1.5">
          {shown.map((field) => (
            <Line key={field.field} {...fieldWords(field, reader)} only={change.kind === "added"} />
          ))}
        </dl>
      )}
      {compact && change.fields.some(({ field }) => field === "why") && <p className="text-sm text-muted">{t("changes.whyToo")}</p>}
      {!compact && name(change.why) !== "" && (
        <p>
          <span className="font-semibold">{t("changes.why")}</span> {name(change.why)}
        </p>
      )}
    </div>
  );
}

function BudgetChangeItem({ change, currency }: { change: BudgetChangeView; currency: string }) {
  const reader = useReader(currency);
  return (
    <dl>
      <Line label={budgetName(change, reader)} before={budgetFigure(change.before, change, reader)} after={budgetFigure(change.after, change, reader)} only={change.before === change.after} />
    </dl>
  );
}

/** Everything that changes for somebody, rule by rule, then the budgets. */
export function ChangeList({ changes, currency }: { changes: ChangesView; currency: string }) {
  const { t } = useTranslation("policy");
  return (
    <ul className="flex flex-col divide-y divide-line">
      {changes.rules.map((change) => (
        <li key={change.code} className="py-4 first:pt-0 last:pb-0">
          <RuleChangeItem change={change} currency={currency} />
        </li>
      ))}
      {changes.budgets.length > 0 && (
        <li className="flex flex-col gap-2 py-4 first:pt-0 last:pb-0">
          <p className="font-semibold">{t("changes.budgets")}</p>
          {changes.budgets.map((change) => (
            <BudgetChangeItem key={change.code} change={change} currency={currency} />
          ))}
        </li>
      )}
    </ul>
  );
}
