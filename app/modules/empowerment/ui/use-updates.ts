import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { UpdatesView } from "../view-models.ts";

/** How often the server is asked whether anything changed, in milliseconds. */
const EVERY_MS = 3_000;

/**
 * Keeps the page current without a press: asks for the stamp while the page is in sight and loads the page's data anew when
 * it changed. The count of what waits stands before the title.
 */
export function useUpdates(): void {
  const { revalidate } = useRevalidator();
  const stamp = useRef<string | null>(null);
  useEffect(() => {
    const title = document.title.replace(/^\(\d+\) /, "");
    const ask = async () => {
      if (document.hidden) return;
      const answer = await fetch("/updates", { headers: { Accept: "application/json" } }).catch(() => null);
      if (answer === null || !answer.ok) return;
      const seen = (await answer.json()) as UpdatesView;
      document.title = seen.waiting > 0 ? `(${seen.waiting}) ${title}` : title;
      if (stamp.current !== null && stamp.current !== seen.stamp) revalidate();
      stamp.current = seen.stamp;
    };
    const run = () => void ask();
    run();
    const timer = setInterval(run, EVERY_MS);
    document.addEventListener("visibilitychange", run);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", run);
      document.title = title;
    };
  }, [revalidate]);
}
