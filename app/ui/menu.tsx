import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { classes } from "./classes.ts";
import { useDismiss } from "./use-dismiss.ts";

export interface MenuProps {
  /** What the button shows. */
  summary: ReactNode;
  /** What the button is called, where its content is a picture. */
  label?: string;
  children: ReactNode;
  summaryClassName?: string;
  panelClassName?: string;
}

/** A small panel under a button, made of <details>: opens without scripts; with them it closes on Escape, outside, and on leaving. */
export function Menu({ summary, label, children, summaryClassName, panelClassName }: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  useEffect(() => {
    if (box.current) box.current.open = false;
  }, [key]);
  useDismiss(box);
  return (
    <details ref={box} className="relative">
      <summary
        aria-label={label}
        title={label}
        className={classes("flex min-h-target min-w-target items-center justify-center gap-2 rounded-control px-2 text-ink hover:bg-sunken", summaryClassName)}
      >
        {summary}
      </summary>
      <div className={classes("absolute top-full right-0 z-40 mt-1 flex w-72 max-w-[calc(100vw-2rem)] flex-col gap-4 rounded-card border border-line bg-surface p-4 shadow-raised", panelClassName)}>
        {children}
      </div>
    </details>
  );
}
