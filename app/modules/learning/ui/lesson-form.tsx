import { Form, useNavigation } from "@remix-run/react";
import type { FormEvent, ReactNode } from "react";
import { FormErrors, type RefusalLike } from "#ui/form-errors.tsx";

/** What the last form of the page answered: shown by the form it was sent from. */
export interface Sent {
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

/** What was typed and what is wrong of one form among several on a page. */
export function useSent({ refusal, typed }: Sent, intent: string): Sent & { readonly busy: boolean } {
  const { state, formData } = useNavigation();
  const own = typed["intent"] === intent;
  return { refusal: own ? refusal : null, typed: own ? typed : {}, busy: state !== "idle" && formData?.get("intent") === intent };
}

export interface LessonFormProps {
  readonly intent: string;
  readonly sent: Sent;
  readonly fields?: Readonly<Record<string, string>>;
  readonly onSubmit?: ((event: FormEvent<HTMLFormElement>) => void) | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A form of a lesson; works without scripts. */
export function LessonForm({ intent, sent, fields = {}, onSubmit, className = "flex flex-col gap-4", children }: LessonFormProps) {
  return (
    <Form method="post" className={className} {...(onSubmit === undefined ? {} : { onSubmit })}>
      <input type="hidden" name="intent" value={intent} />
      <FormErrors refusal={sent.refusal} fields={fields} />
      {children}
    </Form>
  );
}
