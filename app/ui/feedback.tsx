import type { LucideIcon } from "lucide-react";
import { Sprout } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "./classes.ts";
import { TONES, type Tone } from "./tone.ts";

export interface BadgeProps {
  tone?: Tone;
  /** Another picture than the tone's; `null` for none. */
  icon?: LucideIcon | null;
  children: ReactNode;
  className?: string;
}

/** A state in a word or two, with a picture and a colour. */
export function Badge({ tone = "neutral", icon, children, className }: BadgeProps) {
  const { soft, text, icon: own } = TONES[tone];
  const Icon = icon === undefined ? own : icon;
  return (
    <span className={classes("inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-sm font-semibold", soft, text, className)}>
      {Icon && <Icon aria-hidden className="size-4 shrink-0" />}
      {children}
    </span>
  );
}

export interface BannerProps {
  tone?: Exclude<Tone, "neutral">;
  title?: ReactNode;
  children?: ReactNode;
  /** A link or button after the text. */
  action?: ReactNode;
  /** Read out at once when it appears: `alert` interrupts, `status` waits. Nothing for what stands there from the start. */
  live?: "alert" | "status";
  className?: string;
}

/** A message across the page or a card: what happened, what is safe, what to do. */
export function Banner({ tone = "info", title, children, action, live, className }: BannerProps) {
  const { soft, text, icon: Icon } = TONES[tone];
  return (
    <div role={live} className={classes("flex flex-wrap gap-x-4 gap-y-3 rounded-card p-4", soft, className)}>
      <div className="flex min-w-0 flex-1 basis-60 gap-3">
        <Icon aria-hidden className={classes("mt-0.5 size-5 shrink-0", text)} />
        <div className="min-w-0">
          {title && <p className="font-semibold">{title}</p>}
          {children && <div>{children}</div>}
        </div>
      </div>
      {action}
    </div>
  );
}

export interface EmptyStateProps {
  icon?: LucideIcon;
  title?: ReactNode;
  /** What to do first. */
  children?: ReactNode;
  action?: ReactNode;
}

/** An empty place that says what to do first. */
export function EmptyState({ icon: Icon = Sprout, title, children, action }: EmptyStateProps) {
  const { t } = useTranslation("ui");
  return (
    <div className="flex flex-col items-center gap-3 rounded-card border border-dashed border-line px-6 py-10 text-center">
      <Icon aria-hidden className="size-10 text-muted" strokeWidth={1.5} />
      <p className="text-lg font-semibold">{title ?? t("state.empty")}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action}
    </div>
  );
}

/** What long work has done so far. `value` and `max` in the same unit. */
export function Progress({ value, max, label }: { value: number; max: number; label: string }) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className="flex flex-col gap-1.5">
      <span aria-hidden>{label}</span>
      <div role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={max} aria-valuenow={value} className="h-3 overflow-hidden rounded-full border border-control bg-sunken">
        <div className="h-full bg-accent" style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
