import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { PublishView } from "../../publishing/views.ts";

interface FormState {
  policy: PublishView;
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
}

/** Submit, publish, return: the step this reader may take. */
export function PublishForms({ policy, refusal, typed }: FormState) {
  const { t } = useTranslation(["decide", "policy"]);
  const { state, formData } = useNavigation();
  const pending = (intent: string) => state !== "idle" && formData?.get("intent") === intent;
  const at = (intent: string) => (typed["intent"] === intent ? refusal : null);
  const was = (intent: string, name: string) => (at(intent) === null ? undefined : typed[name]);
  const note = (intent: string, label: string, required: boolean) => (
    <Field label={label} name="note" hint={required ? undefined : t("policy:publish.noteForAll")} defaultValue={was(intent, "note")} errors={errorsAt(at(intent), "note")} optional={!required}>
      <TextArea rows={2} maxLength={2000} required={required} />
    </Field>
  );
  return (
    <>
      {policy.ownDraft && policy.state === "in_review" && <Banner tone="info">{t("policies.fourEyes")}</Banner>}
      {policy.may.submit && (
        <Card title={t("policies.submit")}>
          <p className="text-muted">{t("policy:publish.submitLead")}</p>
          <Form method="post" className="flex flex-col gap-4">
            {note("submit", t("policies.submitNote"), true)}
            <div>
              <Button variant="primary" name="intent" value="submit" pending={pending("submit")}>
                {t("policies.submit")}
              </Button>
            </div>
          </Form>
        </Card>
      )}
      {policy.may.publish && (
        <Card title={t("policies.publish")}>
          <Form method="post" className="flex flex-col gap-4">
            <Field label={t("policies.effectiveFrom")} name="effectiveFrom" hint={t("policy:publish.effectiveHint")} defaultValue={was("publish", "effectiveFrom")} errors={errorsAt(at("publish"), "effectiveFrom")} optional>
              <TextInput type="datetime-local" className="max-w-64" />
            </Field>
            {note("publish", t("policies.publishNote"), false)}
            <div>
              <Button variant="primary" name="intent" value="publish" pending={pending("publish")}>
                {t("policies.publish")}
              </Button>
            </div>
          </Form>
        </Card>
      )}
      {policy.may.returnIt && (
        <Card>
          <Fold summary={t("policies.returnIt")} open={at("return") !== null}>
            <Form method="post" className="flex flex-col gap-4">
              {note("return", t("policies.returnNote"), true)}
              <div>
                <Button name="intent" value="return" pending={pending("return")}>
                  {t("policies.returnIt")}
                </Button>
              </div>
            </Form>
          </Fold>
        </Card>
      )}
    </>
  );
}
