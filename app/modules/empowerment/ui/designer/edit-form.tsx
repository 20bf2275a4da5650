import { Form, type ShouldRevalidateFunctionArgs, useFetcher } from "@remix-run/react";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import type { EditAnswer } from "../../design/view-models.ts";
import { PreviewPanel } from "./preview-panel.tsx";

/** How long editing must rest before the server is asked, in milliseconds. */
const REST_MS = 500;

type Answered = EditAnswer | { readonly refusal: RefusalLike } | undefined;

/** Everything of a form that changes its result, as one text. */
function contentOf(form: HTMLFormElement): string {
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && !["seen", "revision"].includes(name)) data.append(name, value);
  return data.toString();
}

/** Asks, while a form of the designer is filled in, what saving it would change; the form's own answer counts until then. */
function useLivePreview(form: RefObject<HTMLFormElement>, answered: Answered): { answer: Answered; fresh: boolean; touch: () => void } {
  const fetcher = useFetcher<Answered>();
  const [asked, setAsked] = useState<string | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const submit = useRef(fetcher.submit);
  submit.current = fetcher.submit;
  const touch = () => form.current && setCurrent(contentOf(form.current));
  useEffect(() => {
    if (current === null || current === asked) return;
    const timer = setTimeout(() => {
      if (!form.current) return;
      const data = new FormData(form.current);
      data.set("intent", "preview");
      setAsked(current);
      submit.current(data, { method: "post" });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [current, asked, form]);
  const fresh = current === null || (current === asked && fetcher.state === "idle");
  return { answer: fetcher.data ?? answered, fresh, touch };
}

/** A route's `shouldRevalidate`: a preview changes nothing, so nothing is loaded again. */
export function keepWhilePreviewing({ formData, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return formData?.get("intent") === "preview" ? false : defaultShouldRevalidate;
}

/** Whether what came back is a refusal of the whole request. */
export function refusalOf(answer: Answered): RefusalLike | null {
  return answer !== undefined && "refusal" in answer ? answer.refusal : null;
}

export interface EditFormProps {
  readonly version: number;
  readonly revision: number;
  /** What the page's action answered, without scripts or on saving. */
  readonly answered: Answered;
  /** Called with each answer, to mark fields. */
  readonly onAnswer?: (answer: EditAnswer | null) => void;
  /** Shown below the button to save: a button to remove. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A form of the designer with what it changes always beside it. Nothing is saved that was not seen: the button to save
 * sends the name of the result shown, and the server saves that one or shows the new result.
 */
export function EditForm({ version, revision, answered, onAnswer, below, children }: EditFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { answer, fresh, touch } = useLivePreview(form, answered);
  const edit = answer !== undefined && "preview" in answer ? answer : null;
  const tell = useRef(onAnswer);
  tell.current = onAnswer;
  useEffect(() => tell.current?.(edit), [edit]);
  return (
    <Form ref={form} method="post" onInput={touch} onChange={touch} className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <input type="hidden" name="revision" value={edit?.preview?.revision ?? revision} />
      <input type="hidden" name="seen" value={edit?.preview?.seen ?? ""} />
      <div className="flex min-w-0 flex-col gap-6">
        <FormErrors refusal={refusalOf(answer)} />
        {children}
      </div>
      <aside className="min-w-0 xl:sticky xl:top-20 xl:max-h-[calc(100dvh-6rem)] xl:overflow-y-auto">
        <PreviewPanel version={version} answer={edit} fresh={fresh} />
        {below && <div className="mt-4">{below}</div>}
      </aside>
    </Form>
  );
}
