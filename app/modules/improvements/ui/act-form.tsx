import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { FormErrors, type RefusalLike } from "#ui/form-errors.tsx";

/** What the last form of the page answered: shown by the form it was sent from. */
export interface Sent {
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

export interface ActProps {
  readonly sent: Sent;
}

/** What was typed and what is wrong of one form among several on a page. */
export function useSent({ refusal, typed }: Sent, intent: string): Sent & { readonly busy: boolean } {
  const { state, formData } = useNavigation();
  const own = typed["intent"] === intent;
  return { refusal: own ? refusal : null, typed: own ? typed : {}, busy: state !== "idle" && formData?.get("intent") === intent };
}

/** A form that does one thing to what the page is about; works without scripts. */
export function ActForm({ intent, sent, fields, children }: { intent: string; sent: Sent; fields: Readonly<Record<string, string>>; children: ReactNode }) {
  return (
    <Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="intent" value={intent} />
      <FormErrors refusal={sent.refusal} fields={fields} />
      {children}
    </Form>
  );
}
