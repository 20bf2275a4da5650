import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { proveAgain } from "#modules/people/public.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { safePath, safeRedirect } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { PasswordInput } from "#ui/inputs.tsx";
import { PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "sign-in:again.title" };

export const loader = page("account.self", ({ url, actor }) => json({ to: safePath(url.searchParams.get("to")), email: actor.email }), { duringEnrolment: true });

export const action = act(
  "account.self",
  async ({ form, actor, session, request, context }) => {
    const started = await proveAgain(actor, session, String(form.get("password") ?? ""), request);
    context.startedSession = started.started;
    return safeRedirect(form.get("to"), { headers: { "Set-Cookie": started.cookie } });
  },
  { duringEnrolment: true },
);

export default function AgainPage() {
  const { to, email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as { refusal: RefusalLike } | undefined;
  const { t } = useTranslation("sign-in");
  const busy = useNavigation().state !== "idle";
  return (
    <>
      <PageHeader title={t("again.title")} lead={t("again.lead")} />
      <Form method="post" className="flex flex-col gap-5">
        <FormErrors refusal={answer?.refusal} />
        <input type="hidden" name="to" value={to} />
        <input type="hidden" name="email" value={email} autoComplete="username" />
        <Field label={t("signIn.password")} id="password" name="password" required>
          <PasswordInput autoComplete="current-password" />
        </Field>
        <Button variant="primary" size="large" pending={busy}>{t("again.submit")}</Button>
      </Form>
    </>
  );
}
