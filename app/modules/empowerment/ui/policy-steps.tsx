import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { PolicyView } from "../view-models.ts";

/** Submit, publish, return: what this reader may do with this version now. */
export function PolicySteps({ policy, refusal }: { policy: PolicyView; refusal: RefusalLike | null }) {
  const { t } = useTranslation("decide");
  const busy = useNavigation().state !== "idle";
  return (
    <>
      {policy.ownDraft && policy.state === "in_review" && <Banner tone="info">{t("policies.fourEyes")}</Banner>}
      {policy.may.submit && (
        <Card title={t("policies.submit")}>
          <Form method="post" className="flex flex-col gap-4">
            <Field label={t("policies.submitNote")} name="note" errors={errorsAt(refusal, "note")}>
              <TextArea rows={2} maxLength={2000} required />
            </Field>
            <div>
              <Button variant="primary" name="intent" value="submit" pending={busy}>
                {t("policies.submit")}
              </Button>
            </div>
          </Form>
        </Card>
      )}
      {policy.may.publish && (
        <Card title={t("policies.publish")}>
          <Form method="post" className="flex flex-col gap-4">
            <Field label={t("policies.effectiveFrom")} name="effectiveFrom" errors={errorsAt(refusal, "effectiveFrom")} optional>
              <TextInput type="datetime-local" className="max-w-64" />
            </Field>
            <Field label={t("policies.publishNote")} name="note" errors={errorsAt(refusal, "note")}>
              <TextArea rows={2} maxLength={2000} required />
            </Field>
            <div>
              <Button variant="primary" name="intent" value="publish" pending={busy}>
                {t("policies.publish")}
              </Button>
            </div>
          </Form>
        </Card>
      )}
      {policy.may.returnIt && (
        <details>
          <summary className="inline-flex min-h-target cursor-pointer items-center font-semibold underline underline-offset-4">{t("policies.returnIt")}</summary>
          <Form method="post" className="mt-3 flex flex-col gap-4">
            <Field label={t("policies.returnNote")} name="note" errors={errorsAt(refusal, "note")}>
              <TextArea rows={2} maxLength={2000} required />
            </Field>
            <div>
              <Button name="intent" value="return" pending={busy}>
                {t("policies.returnIt")}
              </Button>
            </div>
          </Form>
        </details>
      )}
    </>
  );
}
