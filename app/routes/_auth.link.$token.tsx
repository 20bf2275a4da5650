import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { linkSubject, redeemSignInLink } from "#modules/people/public.server.ts";
import { publicAct, publicPage } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, errorsAt } from "#ui/form-errors.tsx";
import { PasswordInput } from "#ui/inputs.tsx";
import { PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "sign-in:link.resetTitle" };

export const loader = publicPage(async ({ params }) => {
  const subject = await linkSubject(params["token"] ?? "");
  if (subject === null) return json({ subject: null }, { status: 404 });
  return json({ subject: { kind: subject.kind, email: subject.email, name: subject.name } });
});

export const action = publicAct(async ({ params, form, requestId, address }) => {
  await redeemSignInLink(params["token"] ?? "", String(form.get("password") ?? ""), { requestId, address });
  return redirectWithToast("/sign-in", { key: "sign-in:signIn.passwordSet" });
});

export default function LinkPage() {
  const { subject } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("sign-in");
  const busy = useNavigation().state !== "idle";
  if (subject === null) {
    return (
      <>
        <PageHeader title={t("link.deadTitle")} lead={t("link.dead")} />
        <LinkButton to="/sign-in" className="self-start">{t("forgot.back")}</LinkButton>
      </>
    );
  }
  const refusal = answer && "refusal" in answer ? answer.refusal : null;
  const title = subject.kind === "invitation" ? t("link.invitationTitle", { name: subject.name }) : t("link.resetTitle");
  return (
    <>
      <PageHeader title={title} lead={t("link.lead", { email: subject.email })} />
      <Form method="post" className="flex flex-col gap-5">
        <FormErrors refusal={refusal} fields={{ password: "password" }} />
        <input type="hidden" name="email" value={subject.email} autoComplete="username" />
        <Field label={t("link.password")} id="password" name="password" hint={t("passwordHint")} errors={errorsAt(refusal, "password")} required>
          <PasswordInput autoComplete="new-password" />
        </Field>
        <Button variant="primary" size="large" pending={busy}>{t("link.submit")}</Button>
      </Form>
    </>
  );
}
