import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { changePassword } from "#modules/people/public.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { PasswordInput } from "#ui/inputs.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "sign-in:password.title" };

export const loader = page("account.self", ({ actor }) => json({ email: actor.email }));

export const action = act("account.self", async ({ actor, session, form, request, context }) => {
  const text = (name: string) => String(form.get(name) ?? "");
  const started = await changePassword(actor, session, { current: text("currentPassword"), next: text("newPassword") }, request);
  context.startedSession = started.started;
  return redirectWithToast("/account", { key: "sign-in:password.changed" }, { "Set-Cookie": started.cookie });
});

export default function PasswordPage() {
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as { refusal: RefusalLike } | undefined;
  const { t } = useTranslation("sign-in");
  const busy = useNavigation().state !== "idle";
  const refusal = answer?.refusal;
  return (
    <Page>
      <PageHeader title={t("password.title")} lead={t("password.lead")} back={{ to: "/account", label: t("account.title") }} />
      <Form method="post" className="flex flex-col gap-5">
        <FormErrors refusal={refusal} fields={{ current: "current", next: "next" }} />
        <input type="hidden" name="email" value={email} autoComplete="username" />
        <Field label={t("password.current")} id="current" name="currentPassword" errors={errorsAt(refusal, "current")} required>
          <PasswordInput autoComplete="current-password" />
        </Field>
        <Field label={t("password.next")} id="next" name="newPassword" hint={t("passwordHint")} errors={errorsAt(refusal, "next")} required>
          <PasswordInput autoComplete="new-password" />
        </Field>
        <Button variant="primary" size="large" pending={busy}>{t("password.submit")}</Button>
      </Form>
    </Page>
  );
}
