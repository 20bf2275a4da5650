import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { DueTime } from "#ui/time.tsx";

export interface PromiseView {
  readonly id: string;
  readonly text: string;
  readonly dueAt: string;
  readonly keeper: string | null;
  /** Shown as a link to the customer's page where the list spans customers. */
  readonly ref?: string;
}

/** Open promises, each to be marked as kept or not, with a note if wished. */
export function PromiseList({ promises, mayClose }: { promises: readonly PromiseView[]; mayClose: boolean }) {
  const { t } = useTranslation("customers");
  return (
    <ul className="flex flex-col gap-4">
      {promises.map((promise) => (
        <li key={promise.id} className="flex flex-col gap-2">
          <p className="font-semibold">{promise.text}</p>
          <p className="flex flex-wrap gap-x-3 text-sm text-muted">
            <DueTime iso={promise.dueAt} />
            {promise.keeper && <span>{promise.keeper}</span>}
            {promise.ref && (
              <Link to={`/customers/${encodeURIComponent(promise.ref)}`} className="underline underline-offset-4">
                {t("due.customer", { ref: promise.ref })}
              </Link>
            )}
          </p>
          {mayClose && (
            <div className="flex flex-wrap gap-2">
              {(["kept", "broken"] as const).map((state) => (
                <ConfirmDialog
                  key={state}
                  trigger={t(`page.${state}`)}
                  triggerVariant={state === "kept" ? "secondary" : "quiet"}
                  tone="primary"
                  title={promise.text}
                  confirm={t(`page.${state}`)}
                >
                  <input type="hidden" name="intent" value={state} />
                  <input type="hidden" name="promiseId" value={promise.id} />
                  <Field label={t("page.closingNote")} id={`note-${state}-${promise.id}`} name="note" optional>
                    <TextArea maxLength={1000} rows={2} />
                  </Field>
                </ConfirmDialog>
              ))}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
