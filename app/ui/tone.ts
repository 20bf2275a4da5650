import { CircleAlert, CircleCheck, Clock, Info, type LucideIcon, Minus } from "lucide-react";

/** What a colour stands for; each has a picture of its own, so that colour never says it alone. */
export type Tone = "neutral" | "info" | "good" | "warn" | "bad" | "waiting";

export const TONES: Record<Tone, { readonly soft: string; readonly text: string; readonly icon: LucideIcon }> = {
  neutral: { soft: "bg-sunken", text: "text-ink", icon: Minus },
  info: { soft: "bg-info-soft", text: "text-info", icon: Info },
  good: { soft: "bg-good-soft", text: "text-good", icon: CircleCheck },
  warn: { soft: "bg-warn-soft", text: "text-warn", icon: CircleAlert },
  bad: { soft: "bg-bad-soft", text: "text-bad", icon: CircleAlert },
  waiting: { soft: "bg-warn-soft", text: "text-warn", icon: Clock },
};
