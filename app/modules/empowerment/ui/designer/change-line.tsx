import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import type { ChangeView } from "../../design/view-models.ts";
import { useBilingual } from "../verdict-panel.tsx";
import { useSituationWords } from "./situation-words.ts";

const TONE = { more: "good", less: "warn", incomparable: "info", unsettled: "neutral" } as const;

/** How authority over one gesture changes for one role, with an example situation. */
export function ChangeLine({ change, examples = 1 }: { change: ChangeView; examples?: number }) {
  const { t } = useTranslation("designer");
  const name = useBilingual();
  const { role, situation, outcome } = useSituationWords();
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-semibold">
          {role(change.role)} · {name(change.gesture.name)}
        </span>
        <Badge tone={TONE[change.direction]} icon={null}>
          {t(`preview.direction.${change.direction}`)}
        </Badge>
      </p>
      {change.examples.slice(0, examples).map((example, index) => (
        <p key={index} className="text-sm text-muted">
          {situation(example.situation)}. {t("situation.was", { before: outcome(example.before), after: outcome(example.after) })}.
        </p>
      ))}
    </div>
  );
}
