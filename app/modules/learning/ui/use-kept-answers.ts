import { useNavigation, useRevalidator } from "@remix-run/react";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";

interface Kept {
  readonly key: string;
  readonly path: string;
  /** Urlencoded, with the id under which the server keeps it once. */
  readonly body: string;
}

const MOST_KEPT = 50;
const RETRY_MS = 20_000;

function read(store: string): Kept[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(store) ?? "[]");
    return Array.isArray(found) ? (found as Kept[]).filter((one) => typeof one.path === "string" && one.path.startsWith("/learn/") && typeof one.body === "string") : [];
  } catch {
    return [];
  }
}

function write(store: string, kept: readonly Kept[]): void {
  try {
    if (kept.length === 0) localStorage.removeItem(store);
    else localStorage.setItem(store, JSON.stringify(kept.slice(-MOST_KEPT)));
  } catch {
    // A full or closed store keeps nothing: the form itself still sends.
  }
}

function encoded(form: HTMLFormElement, submitter: HTMLElement | null): string {
  const data = new FormData(form, submitter);
  const pairs = [...data].filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return new URLSearchParams(pairs).toString();
}

/** Whether the server has had it: done, or refused for good. Only what never arrived, or may be tried again, stays. */
async function arrives({ path, body }: Kept): Promise<boolean> {
  try {
    const answer = await fetch(path, { method: "POST", redirect: "manual", headers: { "Content-Type": "application/x-www-form-urlencoded" }, body });
    return answer.type === "opaqueredirect" || ![429, 502, 503, 504].includes(answer.status);
  } catch {
    return false;
  }
}

/**
 * Keeps what is sent on this device until it has arrived, and sends it, once as the server sees it, when the network is
 * back. Per person, so that nobody sends for another on a shared device; private notes never come through here.
 */
export function useKeptAnswers(personId: string): { readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void; readonly waiting: boolean; readonly sent: boolean } {
  const store = `tam.kept.${personId}`;
  const [waiting, setWaiting] = useState(false);
  const [sent, setSent] = useState(false);
  const { revalidate } = useRevalidator();
  const { state } = useNavigation();
  const pending = useRef<string | null>(null);

  const flush = useCallback(async () => {
    const kept = read(store);
    if (kept.length === 0) return;
    const arrived = new Set<string>();
    for (const one of kept) {
      if (!(await arrives(one))) break;
      arrived.add(one.key);
    }
    write(store, read(store).filter(({ key }) => !arrived.has(key)));
    setWaiting(arrived.size < kept.length);
    if (arrived.size > 0) {
      setSent(true);
      revalidate();
    }
  }, [store, revalidate]);

  useEffect(() => {
    void flush();
    const again = () => void flush();
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [flush]);

  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setInterval(() => void flush(), RETRY_MS);
    return () => clearInterval(timer);
  }, [waiting, flush]);

  // Sent by the page itself and answered: it need not be kept.
  useEffect(() => {
    if (state !== "idle" || pending.current === null) return;
    const done = pending.current;
    pending.current = null;
    write(store, read(store).filter(({ key }) => key !== done));
  }, [state, store]);

  const onSubmit = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      const form = event.currentTarget;
      const submitter = (event.nativeEvent as SubmitEvent).submitter;
      const body = encoded(form, submitter);
      const key = new URLSearchParams(body).get("id") ?? new URLSearchParams(body).get("idempotencyKey") ?? body;
      write(store, [...read(store).filter((one) => one.key !== key), { key, path: location.pathname, body }]);
      if (navigator.onLine) {
        pending.current = key;
        return;
      }
      event.preventDefault();
      setWaiting(true);
    },
    [store],
  );

  return { onSubmit, waiting, sent };
}
