import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import type { Tone } from "#ui/tone.ts";
import type { DecisionState } from "../view-models.ts";

const TONE: Record<DecisionState, Tone> = {
  granted: "good",
  approved: "good",
  pending: "waiting",
  returned: "info",
  declined: "bad",
  refused: "bad",
  expired: "warn",
  cancelled: "neutral",
};

export function StateBadge({ state }: { state: DecisionState }) {
  const { t } = useTranslation("empowerment");
  return <Badge tone={TONE[state]}>{t(`state.${state}`)}</Badge>;
}
