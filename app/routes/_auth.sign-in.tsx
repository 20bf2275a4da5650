import { json } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { signIn } from "#modules/people/public.server.ts";
import { publicAct, publicPage } from "#platform/http/page.server.ts";
import { safePath, safeRedirect } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { PasswordInput, TextInput } from "#ui/inputs.tsx";
import { PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "sign-in:signIn.title" };

export const loader = publicPage(({ actor, session, url }) => {
  const to = safePath(url.searchParams.get("to"));
  if (actor !== null) return safeRedirect(to);
  if (session !== null && !session.complete) return safeRedirect(`/sign-in/code?to=${encodeURIComponent(to)}`);
  return json({ to });
});

export const action = publicAct(async ({ form, request, context, requestId, address }) => {
  const text = (name: string) => String(form.get(name) ?? "");
  const signedIn = await signIn({ email: text("email"), password: text("password") }, request, { requestId, address });
  context.startedSession = signedIn.started;
  const to = safePath(form.get("to"));
  return safeRedirect(signedIn.complete ? to : `/sign-in/code?to=${encodeURIComponent(to)}`, { headers: { "Set-Cookie": signedIn.cookie } });
});

export default function SignInPage() {
  const { to } = useLoaderData<typeof loader>() as { to: string };
  const answer = useActionData<typeof action>() as { refusal: RefusalLike; typed: Record<string, string> } | undefined;
  const { t } = useTranslation("sign-in");
  const busy = useNavigation().state !== "idle";
  return (
    <>
      <PageHeader title={t("signIn.title")} />
      <Form method="post" className="flex flex-col gap-5">
        <FormErrors refusal={answer?.refusal} />
        <input type="hidden" name="to" value={to} />
        <Field label={t("signIn.email")} id="email" name="email" defaultValue={answer?.typed["email"]} required>
          <TextInput type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={254} />
        </Field>
        <Field label={t("signIn.password")} id="password" name="password" required>
          <PasswordInput autoComplete="current-password" />
        </Field>
        <Button variant="primary" size="large" pending={busy}>{t("signIn.submit")}</Button>
      </Form>
      <Link to="/sign-in/forgot" className="inline-flex min-h-target items-center self-start text-accent underline underline-offset-4">{t("signIn.forgot")}</Link>
    </>
  );
}
