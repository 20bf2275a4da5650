import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes.ts";

export interface FoldProps {
  summary: ReactNode;
  children: ReactNode;
  /** Stands open from the start, and opens when this becomes true; the reader may close it again. */
  open?: boolean;
  className?: string;
}

/** Something seldom needed, one press away; works without scripts. */
export function Fold({ summary, children, open = false, className }: FoldProps) {
  return (
    <details open={open || undefined} className={classes("group/fold", className)}>
      <summary className="flex min-h-target items-center justify-between gap-3 rounded-control font-semibold">
        {summary}
        <ChevronDown aria-hidden className="size-5 shrink-0 text-muted transition-transform group-open/fold:rotate-180" />
      </summary>
      <div className="flex flex-col gap-4 pt-2 pb-3">{children}</div>
    </details>
  );
}
