import type { LucideIcon } from "lucide-react";
import { Circle } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { RelativeTime } from "./time.tsx";
import { TONES, type Tone } from "./tone.ts";

export interface TimelineItem {
  readonly key: string;
  /** Instant. */
  readonly at: string;
  readonly title: ReactNode;
  readonly body?: ReactNode;
  /** Who: a name, as text. */
  readonly by?: ReactNode;
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
  readonly actions?: ReactNode;
}

/** What happened, in the order given (newest first by custom). */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {items.map((item, index) => {
        const { soft, text } = TONES[item.tone ?? "neutral"];
        const Icon = item.icon ?? Circle;
        return (
          <li key={item.key} className="relative flex gap-3 pb-5 last:pb-0">
            {index < items.length - 1 && <span aria-hidden className="absolute top-9 bottom-0 left-[1.0625rem] w-0.5 bg-line" />}
            <span aria-hidden className={classes("grid size-9 shrink-0 place-items-center rounded-full", soft, text)}>
              <Icon className="size-4" />
            </span>
            <div className="min-w-0 flex-1 pt-0.5">
              <p className="font-semibold">{item.title}</p>
              {item.body && <div>{item.body}</div>}
              <p className="text-sm text-muted">
                <RelativeTime iso={item.at} />
                {item.by && <> · {item.by}</>}
              </p>
              {item.actions && <div className="mt-2 flex flex-wrap gap-2">{item.actions}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
