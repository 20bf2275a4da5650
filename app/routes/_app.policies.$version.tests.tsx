import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { policyTestsView, removePolicyTest } from "#modules/empowerment/public.server.ts";
import { TestList } from "#modules/empowerment/ui/policy/test-list.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Banner, EmptyState } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";

export const loader = page("policies.read-drafts", async ({ actor, params }) => {
  const tests = await policyTestsView(actor, Number(params.version), systemClock.now());
  if (tests === null) throw notFound();
  return json({ tests });
});

export const action = act("policies.edit", async ({ actor, params, form }) => {
  const version = Number(params.version);
  await removePolicyTest(actor, version, { index: Number(form.get("remove")), revision: String(form.get("revision") ?? "") });
  return redirectWithToast(`/policies/${version}/tests`, { key: "policy:tests.removed" });
});

export default function PolicyTestsPage() {
  const { t } = useTranslation("policy");
  const { tests } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const total = tests.tests.length;
  const browse = tests.mayEdit && <LinkButton to="/decisions">{t("tests.browse")}</LinkButton>;
  return (
    <>
      <FormErrors refusal={answer && "refusal" in answer ? answer.refusal : null} />
      {total === 0 ? (
        <EmptyState title={t("tests.none")} action={browse}>
          {tests.mayEdit && t("tests.noneHint")}
        </EmptyState>
      ) : (
        <>
          <Banner tone={tests.failed === 0 ? "good" : "bad"} title={tests.failed === 0 ? t("tests.summary", { count: total }) : t("tests.summaryFailed", { failed: tests.failed, total })} action={browse}>
            {t("tests.lead")}
          </Banner>
          <TestList view={tests} />
        </>
      )}
    </>
  );
}
