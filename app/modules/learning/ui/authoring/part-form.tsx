import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { ownIds, type Sent } from "./sent.ts";

interface PartFormProps {
  readonly sent: Sent;
  /** The mark of what the form was opened with. */
  readonly mark: string;
  readonly children: ReactNode;
}

/** The form of one part of a draft: saves it and nothing else, and says so when somebody else saved it meanwhile. */
export function PartForm({ sent, mark, children }: PartFormProps) {
  const { t } = useTranslation("courses");
  const { state, formData } = useNavigation();
  const busy = state !== "idle" && formData?.get("intent") === "save";
  return (
    <Form method="post" className="flex flex-col gap-5">
      <FormErrors refusal={sent.refusal} fields={ownIds(sent.refusal)} />
      <input type="hidden" name="mark" value={mark} />
      {/* Enter presses the first button of a form: saving, not a button of a row. */}
      <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden className="sr-only" />
      {children}
      <div className="sticky bottom-0 -mx-4 border-t border-line bg-surface px-4 py-3 sm:-mx-6 sm:px-6">
        <Button name="intent" value="save" variant="primary" pending={busy}>{t("edit.save")}</Button>
      </div>
    </Form>
  );
}
