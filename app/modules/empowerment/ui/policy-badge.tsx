import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import type { Tone } from "#ui/tone.ts";
import type { PolicySummary } from "../view-models.ts";

const TONE: Record<PolicySummary["state"], Tone> = { draft: "neutral", in_review: "waiting", published: "info", in_force: "good", retired: "neutral" };

export function PolicyBadge({ state }: { state: PolicySummary["state"] }) {
  const { t } = useTranslation("empowerment");
  return <Badge tone={TONE[state]}>{t(`policyState.${state}`)}</Badge>;
}
