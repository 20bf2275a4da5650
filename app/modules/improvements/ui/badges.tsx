import { AlarmClock, FlaskConical, GitMerge, type LucideIcon, MessageCircleReply, NotebookPen, RotateCcw, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Badge } from "#ui/feedback.tsx";
import type { Tone } from "#ui/tone.ts";
import type { Answer, ImprovementState } from "../domain/states.ts";
import type { Local, ProcedureRow } from "../view-models.ts";

const STATES: Readonly<Record<ImprovementState, { readonly tone: Tone; readonly icon?: LucideIcon }>> = {
  reported: { tone: "waiting" },
  answered: { tone: "info", icon: MessageCircleReply },
  planned: { tone: "info", icon: NotebookPen },
  trialled: { tone: "info", icon: FlaskConical },
  adopted: { tone: "good" },
  reverted: { tone: "neutral", icon: Undo2 },
  verified: { tone: "good" },
  merged: { tone: "neutral", icon: GitMerge },
};

/** Where an improvement stands; an answer that it has to stay is said as such. */
export function StateBadge({ state, answer }: { state: ImprovementState; answer: Answer | null }) {
  const { t } = useTranslation("improvements");
  const { tone, icon } = STATES[state];
  if (state === "answered" && answer !== null) return <Badge tone={answer === "needed" ? "neutral" : "info"} icon={MessageCircleReply}>{t(`answerDone.${answer}`)}</Badge>;
  return <Badge tone={tone} icon={icon}>{t(`state.${state}`)}</Badge>;
}

export function OverdueBadge() {
  const { t } = useTranslation("improvements");
  return <Badge tone="bad" icon={AlarmClock}>{t("badge.overdue")}</Badge>;
}

export function ReturnedBadge() {
  const { t } = useTranslation("improvements");
  return <Badge tone="warn" icon={RotateCcw}>{t("badge.returned")}</Badge>;
}

const STANDINGS: Readonly<Record<ProcedureRow["standing"], Tone>> = { fine: "good", soon: "info", due: "warn", sunset: "bad", ended: "neutral" };

export function StandingBadge({ standing }: { standing: ProcedureRow["standing"] }) {
  const { t } = useTranslation("improvements");
  return <Badge tone={STANDINGS[standing]}>{t(`procedures.standing.${standing}`)}</Badge>;
}

/** Names in the reader's language. */
export function useLocal(): (name: Local) => string {
  const { locale } = useFormat();
  return (name) => name[locale] || name.vi;
}
