import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { setUpParticipants } from "#composition/set-up.server.ts";
import { THEME_COOKIE, cookieValue, isTheme } from "#i18n/locale.ts";
import { currencies } from "#kernel/money.ts";
import { isSetupLink, setUp, setUpFields, setUpInput } from "#modules/people/public.server.ts";
import { SetUpDone } from "#modules/people/ui/sign-in/set-up-done.tsx";
import { SetUpForm } from "#modules/people/ui/sign-in/set-up-form.tsx";
import { publicAct, publicPage } from "#platform/http/page.server.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";
import { PublicShell } from "#ui/public-shell.tsx";

export const handle: PageHandle = { title: "sign-in:setup.title" };

export const loader = publicPage(async ({ params, request, locale, url }) => {
  const theme = cookieValue(request.headers.get("Cookie"), THEME_COOKIE);
  const shell = { locale, theme: isTheme(theme) ? theme : ("system" as const) };
  const living = await isSetupLink(params["token"] ?? "");
  return json({ ...shell, living, origin: url.origin, offersStarter: setUpParticipants.length > 0, currencies: [...currencies] }, { status: living ? 200 : 404 });
});

export const action = publicAct(async ({ params, form, request, context, requestId, address }) => {
  const fields = parseInput(setUpFields, setUpInput(form));
  const participants = fields.starterPolicy ? setUpParticipants : [];
  const done = await setUp(params["token"] ?? "", fields, participants, request, { requestId, address });
  context.startedSession = done.started;
  const { invitation } = done;
  return json({ done: true as const, invitation: invitation && { name: invitation.name, path: invitation.path, emailed: invitation.emailed } }, { headers: { "Set-Cookie": done.cookie } });
});

export default function SetUpPage() {
  const { living, locale, theme, origin, offersStarter, currencies: offered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("sign-in");
  const refused = answer && "refusal" in answer ? answer : null;
  const done = answer && "done" in answer ? answer : null;
  return (
    <PublicShell theme={theme} locale={locale}>
      {done && <SetUpDone invitation={done.invitation} origin={origin} />}
      {!done && !living && <PageHeader title={t("setup.deadTitle")} lead={t("setup.dead")} />}
      {!done && living && <SetUpForm refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} currencies={offered} offersStarter={offersStarter} locale={locale} />}
    </PublicShell>
  );
}
