import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** Asks for the page's data again every `seconds` while the page is looked at, and at once when it is looked at again. */
export function useRefresh(seconds: number): void {
  const { revalidate, state } = useRevalidator();
  const idle = useRef(true);
  useEffect(() => {
    idle.current = state === "idle";
  }, [state]);
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === "visible" && navigator.onLine && idle.current) revalidate();
    };
    const timer = setInterval(refresh, seconds * 1000);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [revalidate, seconds]);
}
