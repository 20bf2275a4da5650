import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TOKEN_SCOPES, type TokenScope } from "#access/actor.ts";
import { Button } from "#ui/button.tsx";
import { CheckChips } from "#ui/choices.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { IntegerInput, TextInput } from "#ui/inputs.tsx";

const DEFAULT_DAYS = 90;

type ScopeKey<S extends string> = S extends `${infer Before}-${infer After}` ? ScopeKey<`${Before}_${After}`> : S extends `${infer Before}:${infer After}` ? `${Before}_${After}` : S;

/** A scope's name within the messages, whose keys hold neither colons nor hyphens. */
const scopeKey = (scope: TokenScope) => scope.replace(/[:-]/g, "_") as ScopeKey<TokenScope>;

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

interface TokenFormProps {
  /** Whose token: one's own, or a program's, which must be told what it may do. */
  readonly owner: "self" | "service";
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

/** Name, scopes and life of a new access token. Scopes are shown as programs name them, with what they allow. */
export function TokenForm({ owner, refusal, typed }: TokenFormProps) {
  const { t } = useTranslation("sign-in");
  const own = owner === "self";
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="flex flex-col gap-5">
      <FormErrors refusal={refusal} fields={{ name: "name", scopes: "scopes", days: "days" }} />
      <Field label={t(own ? "tokens.name" : "tokens.service")} id="name" name="name" hint={t(own ? "tokens.nameHint" : "tokens.serviceHint")} defaultValue={typed["name"]} errors={errorsAt(refusal, "name")} required>
        <TextInput maxLength={80} autoComplete="off" />
      </Field>
      <CheckChips
        label={t("tokens.scopes")}
        id="scopes"
        name="scopes"
        hint={t(own ? "tokens.scopesHint" : "tokens.serviceScopesHint")}
        optional={own}
        selected={typed["scopes"]?.split(",")}
        errors={errorsAt(refusal, "scopes")}
        options={TOKEN_SCOPES.map((scope) => ({ value: scope, label: <code>{scope}</code>, hint: t(`tokens.scope.${scopeKey(scope)}`) }))}
      />
      <Field label={t("tokens.days")} id="days" name="days" defaultValue={typed["days"] ?? String(DEFAULT_DAYS)} errors={errorsAt(refusal, "days")} required>
        <IntegerInput />
      </Field>
      <Button variant="primary" pending={busy} className="self-start">{t("tokens.create")}</Button>
    </Form>
  );
}
