import { useFetcher } from "@remix-run/react";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { RefusalLike } from "#ui/form-errors.tsx";
import type { VerdictView } from "../view-models.ts";

/** What the check of a form answers: the verdict for what is typed, or why it cannot be read yet. */
export interface CheckedForm {
  readonly verdict: VerdictView | null;
  readonly refusal: RefusalLike | null;
}

/** How long typing must rest before the server is asked, in milliseconds. */
const REST_MS = 200;

/** Everything of a form that changes the verdict, as one text. */
export function formKey(form: HTMLFormElement): string {
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !["idempotencyKey", "expectVersion", "expectOutcome", "note", "noteChip", "evidence"].includes(name)) data.append(name, value);
  }
  return data.toString();
}

/**
 * Asks the server, while the form is filled in, what the verdict would be: the same rule that records it. `fresh` tells
 * whether the answer is for what stands in the form now.
 */
export function useVerdict(form: RefObject<HTMLFormElement>): { checked: CheckedForm | null; fresh: boolean; touch: () => void } {
  const fetcher = useFetcher<CheckedForm>();
  const [asked, setAsked] = useState<string | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const submit = useRef(fetcher.submit);
  submit.current = fetcher.submit;

  const touch = useCallback(() => {
    if (form.current && new FormData(form.current).get("gesture")) setCurrent(formKey(form.current));
  }, [form]);

  useEffect(() => {
    if (current === null || current === asked) return;
    const timer = setTimeout(() => {
      if (!form.current) return;
      setAsked(current);
      submit.current(new FormData(form.current), { method: "post", action: "/decide/check" });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [current, asked, form]);

  const fresh = current !== null && current === asked && fetcher.state === "idle" && fetcher.data !== undefined;
  return { checked: fetcher.data ?? null, fresh, touch };
}
