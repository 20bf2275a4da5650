import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { enrolSecondFactor, offerSecondFactor, ownAccount, removeSecondFactor, renewRecoveryCodes, repeatOffer } from "#modules/people/public.server.ts";
import { RecoveryCodes } from "#modules/people/ui/sign-in/recovery-codes.tsx";
import { EnrolForm, SecondFactorInUse } from "#modules/people/ui/sign-in/second-factor-forms.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { isRefusal } from "#platform/http/refusal.ts";
import { refusalView } from "#platform/http/failure.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Banner } from "#ui/feedback.tsx";
import type { RefusalLike } from "#ui/form-errors.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "sign-in:secondFactor.title" };

interface View {
  readonly inUse: boolean;
  readonly codesLeft: number;
  readonly mustEnrol: boolean;
  readonly offer: Awaited<ReturnType<typeof offerSecondFactor>> | null;
}

/** A fresh offer each time the page is opened; nothing is stored before a code of it matches. */
export const loader = page(
  "account.self",
  async ({ actor, session, url, mustEnrol }) => {
    const { secondFactorSince, recoveryCodesLeft } = await ownAccount(actor, session);
    const inUse = secondFactorSince !== null;
    const offer = inUse && url.searchParams.get("again") !== "1" ? null : await offerSecondFactor(actor.personId, actor.email);
    return json<View>({ inUse, codesLeft: recoveryCodesLeft, mustEnrol, offer });
  },
  { duringEnrolment: true, proof: true },
);

interface Answer {
  readonly recoveryCodes?: readonly string[];
  readonly refusal?: RefusalLike;
  readonly offer?: View["offer"];
}

export const action = act(
  "account.self",
  async ({ actor, session, form, request, context, t, requestId }) => {
    const intent = form.get("intent");
    if (intent === "new-codes") return json<Answer>({ recoveryCodes: await renewRecoveryCodes(actor) });
    if (intent === "remove") {
      await removeSecondFactor(actor);
      return redirectWithToast("/account", { key: "sign-in:secondFactor.removed" });
    }
    const sealed = String(form.get("sealed") ?? "");
    try {
      const done = await enrolSecondFactor(actor, session, { sealed, code: String(form.get("code") ?? "") }, request);
      context.startedSession = done.started;
      return json<Answer>({ recoveryCodes: done.recoveryCodes }, { headers: { "Set-Cookie": done.cookie } });
    } catch (error) {
      if (!isRefusal(error) || error.code !== "invalid_input") throw error;
      const offer = await repeatOffer(actor.personId, actor.email, sealed);
      return json<Answer>({ refusal: refusalView(error, t, requestId), offer }, { status: error.status });
    }
  },
  { duringEnrolment: true, proof: true },
);

export default function SecondFactorPage() {
  const view = useLoaderData<typeof loader>() as View;
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { t } = useTranslation("sign-in");
  const offer = answer?.offer ?? view.offer;
  return (
    <Page>
      <PageHeader title={t("secondFactor.title")} back={view.mustEnrol ? undefined : { to: "/account", label: t("account.title") }} />
      {answer?.recoveryCodes ? (
        <RecoveryCodes codes={answer.recoveryCodes} />
      ) : (
        <>
          {view.mustEnrol && <Banner tone="info">{t("secondFactor.required")}</Banner>}
          {offer ? <EnrolForm offer={offer} refusal={answer?.refusal ?? null} /> : <SecondFactorInUse codesLeft={view.codesLeft} />}
        </>
      )}
    </Page>
  );
}
