import { json } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { askForReset } from "#modules/people/public.server.ts";
import { env } from "#platform/env.server.ts";
import { publicAct, publicPage } from "#platform/http/page.server.ts";
import { beginAttempt } from "#platform/rate-limit-attempts.server.ts";
import { Button } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { TextInput } from "#ui/inputs.tsx";
import { PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "sign-in:forgot.title" };

export const loader = publicPage(() => json({ hasMail: env.SMTP_URL !== null }));

export const action = publicAct(async ({ form, requestId, address }) => {
  const email = String(form.get("email") ?? "").slice(0, 254);
  await beginAttempt({ kind: "link", account: email.trim().toLowerCase(), address });
  await askForReset(email, { requestId, address });
  return json({ sent: true as const });
});

export default function ForgotPage() {
  const { hasMail } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("sign-in");
  const busy = useNavigation().state !== "idle";
  const refusal = answer && "refusal" in answer ? answer.refusal : null;
  return (
    <>
      <PageHeader title={t("forgot.title")} lead={hasMail ? t("forgot.lead") : t("forgot.noMail")} back={{ to: "/sign-in", label: t("forgot.back") }} />
      {answer && "sent" in answer && <Banner tone="info" live="status">{t("forgot.sent")}</Banner>}
      {hasMail && !(answer && "sent" in answer) && (
        <Form method="post" className="flex flex-col gap-5">
          <FormErrors refusal={refusal} />
          <Field label={t("signIn.email")} id="email" name="email" required>
            <TextInput type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={254} />
          </Field>
          <Button variant="primary" size="large" pending={busy}>{t("forgot.submit")}</Button>
        </Form>
      )}
      {!hasMail && <Link to="/sign-in" className="inline-flex min-h-target items-center self-start underline underline-offset-4">{t("forgot.back")}</Link>}
    </>
  );
}
