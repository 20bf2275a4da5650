import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TOKEN_SCOPES } from "#access/actor.ts";
import { Button } from "#ui/button.tsx";
import { CheckChips } from "#ui/choices.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { IntegerInput, TextInput } from "#ui/inputs.tsx";

const DEFAULT_DAYS = 90;

/** A token's text, once. */
export function NewToken({ token }: { token: string }) {
  const { t } = useTranslation("sign-in");
  return (
    <Banner tone="good" live="status" title={t("tokens.created")} action={<CopyButton text={token} />}>
      <p>{t("tokens.createdLead")}</p>
      <p className="font-mono break-all" data-token>{token}</p>
    </Banner>
  );
}

/** Name, scopes and life of a new access token. Scopes are shown as programs name them. */
export function TokenForm({ refusal, typed }: { refusal: RefusalLike | null; typed: Readonly<Record<string, string>> }) {
  const { t } = useTranslation("sign-in");
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="flex flex-col gap-5">
      <FormErrors refusal={refusal} fields={{ name: "name", days: "days" }} />
      <Field label={t("tokens.name")} id="name" name="name" hint={t("tokens.nameHint")} defaultValue={typed["name"]} errors={errorsAt(refusal, "name")} required>
        <TextInput maxLength={80} autoComplete="off" />
      </Field>
      <CheckChips label={t("tokens.scopes")} name="scopes" hint={t("tokens.scopesHint")} optional options={TOKEN_SCOPES.map((scope) => ({ value: scope, label: scope }))} />
      <Field label={t("tokens.days")} id="days" name="days" defaultValue={typed["days"] ?? String(DEFAULT_DAYS)} errors={errorsAt(refusal, "days")} required>
        <IntegerInput />
      </Field>
      <Button variant="primary" pending={busy} className="self-start">{t("tokens.create")}</Button>
    </Form>
  );
}
