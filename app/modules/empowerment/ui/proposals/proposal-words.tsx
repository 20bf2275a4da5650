import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import { ArrowDown, ArrowUp, Minus } from "lucide-react";
import type { ProposalLine, RuleLine } from "../../proposals/views.ts";
import { useBilingual } from "../verdict-panel.tsx";

const ICON = { widen: ArrowUp, narrow: ArrowDown, hold: Minus } as const;
const TONE = { widen: "good", narrow: "warn", hold: "neutral" } as const;

/** Wider, narrower or as it is. */
export function KindBadge({ kind }: { kind: RuleLine["kind"] }) {
  const { t } = useTranslation("proposals");
  return (
    <Badge tone={TONE[kind]} icon={ICON[kind]}>
      {t(`kind.${kind}`)}
    </Badge>
  );
}

/** The rule a proposal is about, with the reason where it is for one alone. */
export function useTargetName(): (line: Pick<ProposalLine, "rule" | "reason">) => string {
  const { t } = useTranslation("proposals");
  const name = useBilingual();
  return ({ rule, reason }) => (reason === null ? name(rule.name) : t("ruleFor", { rule: name(rule.name), reason: name(reason.name) }));
}
