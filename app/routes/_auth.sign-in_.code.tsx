import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { completeSignIn } from "#modules/people/public.server.ts";
import { publicAct, publicPage } from "#platform/http/page.server.ts";
import { safePath, safeRedirect } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextInput } from "#ui/inputs.tsx";
import { PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "sign-in:code.title" };

export const loader = publicPage(({ session, url }) => {
  const to = safePath(url.searchParams.get("to"));
  if (session === null) return safeRedirect("/sign-in");
  if (session.complete) return safeRedirect(to);
  return json({ to });
});

export const action = publicAct(async ({ form, session, request, context, requestId, address }) => {
  if (session === null || session.complete) return safeRedirect("/sign-in");
  const started = await completeSignIn(session, String(form.get("code") ?? ""), request, { requestId, address });
  context.startedSession = started.started;
  return safeRedirect(form.get("to"), { headers: { "Set-Cookie": started.cookie } });
});

export default function CodePage() {
  const { to } = useLoaderData<typeof loader>() as { to: string };
  const answer = useActionData<typeof action>() as { refusal: RefusalLike } | undefined;
  const { t } = useTranslation("sign-in");
  const busy = useNavigation().state !== "idle";
  return (
    <>
      <PageHeader title={t("code.title")} lead={t("code.lead")} />
      <Form method="post" className="flex flex-col gap-5">
        <FormErrors refusal={answer?.refusal} fields={{ code: "code" }} />
        <input type="hidden" name="to" value={to} />
        <Field label={t("code.label")} id="code" name="code" errors={errorsAt(answer?.refusal, "code")} required>
          <TextInput autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={20} />
        </Field>
        <Button variant="primary" size="large" pending={busy}>{t("code.submit")}</Button>
      </Form>
      <Form method="post" action="/sign-out">
        <Button variant="quiet">{t("code.other")}</Button>
      </Form>
    </>
  );
}
