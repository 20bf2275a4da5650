import { Clock, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat, useSettings } from "#i18n/use-format.tsx";
import { classes } from "./classes.ts";

/** The clock of the page: the server's moment while hydrating, then the present, refreshed each half minute. */
export function useNow(): string {
  const { now } = useSettings();
  const [current, setCurrent] = useState(now);
  useEffect(() => {
    const tick = () => setCurrent(new Date().toISOString());
    tick();
    const timer = setInterval(tick, 30_000);
    return () => clearInterval(timer);
  }, [now]);
  return current;
}

/** `3 phút trước`, with the exact time on hover and for machines. `iso` is an instant. */
export function RelativeTime({ iso }: { iso: string }) {
  const format = useFormat();
  return (
    <time dateTime={iso} title={format.dateTimeLong(iso)}>
      {format.relative(iso, useNow())}
    </time>
  );
}

/** A moment in full: `22/11/2026, 14:05`. */
export function DateTime({ iso, long = false }: { iso: string; long?: boolean }) {
  const format = useFormat();
  return <time dateTime={iso}>{long ? format.dateTimeLong(iso) : format.dateTime(iso)}</time>;
}

export interface DueTimeProps {
  /** The instant by which an answer is due. */
  iso: string;
  /** Business minutes still left as the server counted them; clock minutes are shown when left out. */
  minutesLeft?: number;
  className?: string;
}

/** `trước 14:05 · còn 12 phút`, and from then on `quá giờ hẹn 3 phút`; picture and words change, not only the colour. */
export function DueTime({ iso, minutesLeft, className }: DueTimeProps) {
  const { t } = useTranslation("ui");
  const format = useFormat();
  const now = useNow();
  const apart = (Date.parse(iso) - Date.parse(now)) / 60_000;
  const overdue = apart <= 0;
  const left = minutesLeft !== undefined && !overdue ? Math.min(minutesLeft, Math.ceil(apart)) : Math.abs(overdue ? Math.floor(-apart) : Math.ceil(apart));
  const Icon = overdue ? TriangleAlert : Clock;
  return (
    <span className={classes("inline-flex flex-wrap items-center gap-x-1.5", overdue ? "font-semibold text-bad" : left <= 10 ? "font-semibold text-warn" : "text-muted", className)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      <time dateTime={iso}>{t("due.by", { time: format.due(iso, now) })}</time>
      <span aria-hidden>·</span>
      <span>{overdue ? t("due.overdue", { minutes: left }) : t("due.left", { minutes: left })}</span>
    </span>
  );
}
