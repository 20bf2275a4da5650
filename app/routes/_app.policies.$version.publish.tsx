import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { preparePolicy, stepPolicy } from "#composition/policy.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { policyVersion, publishView } from "#modules/empowerment/public.server.ts";
import { AudienceList, FindingList, PublishChecks } from "#modules/empowerment/ui/policy/publish-checks.tsx";
import { PublishForms } from "#modules/empowerment/ui/policy/publish-forms.tsx";
import { QuestionCard } from "#modules/empowerment/ui/policy/question-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { FormErrors } from "#ui/form-errors.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Columns } from "#ui/layout.tsx";

export const loader = page("policies.read-drafts", async ({ actor, params, locale }) => {
  const [version, now] = [Number(params.version), systemClock.now()];
  const policy = await publishView(actor, version, now, locale);
  if (policy === null && (await policyVersion(actor, version, now)) === null) throw notFound();
  return json({ policy, version });
});

export const action = act("policies.publish", async ({ actor, params, form, words }) => {
  const version = Number(params.version);
  const prepared = await preparePolicy(actor, version, form);
  if (prepared !== null) return redirectWithToast(`/policies/${version}/publish`, prepared);
  const done = await stepPolicy(actor, version, form, words.timeZone ?? "Asia/Ho_Chi_Minh");
  const next = { submitted: "publish", published: "readers", returned: "publish" }[done];
  return redirectWithToast(`/policies/${version}/${next}`, { key: `decide:policies.${done}`, params: { version } });
});

export default function PublishPage() {
  const { policy, version } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["decide", "designer"]);
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  if (policy === null) {
    return (
      <>
        <FormErrors refusal={refused?.refusal ?? null} />
        <Banner tone="info" action={<LinkButton to={`/policies/${version}/readers`}>{t("designer:tabs.readers")}</LinkButton>}>
          {t("policies.published", { version })}
        </Banner>
      </>
    );
  }
  const state = { policy, refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} };
  return (
    <>
      <FormErrors refusal={state.refusal} />
      <Columns aside={<PublishForms {...state} />}>
        <PublishChecks policy={policy} />
        <FindingList {...state} />
        <AudienceList audiences={policy.audiences} currency={policy.currency} />
        <QuestionCard {...state} />
      </Columns>
    </>
  );
}
