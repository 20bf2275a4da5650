import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { words as wordsFor } from "#i18n/words.ts";
import { stepPolicy } from "#composition/policy.server.ts";
import { policyView } from "#modules/empowerment/public.server.ts";
import { PolicyBadge } from "#modules/empowerment/ui/policy-badge.tsx";
import { PolicyBudgets } from "#modules/empowerment/ui/policy-budgets.tsx";
import { PolicySteps } from "#modules/empowerment/ui/policy-steps.tsx";
import { RuleCard } from "#modules/empowerment/ui/rule-card.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { buttonClasses } from "#ui/button.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ policy: { version: number } }> = { title: "decide:policies.version", titleParams: ({ policy }) => ({ version: policy.version }) };

export const loader = page("policies.read", async ({ actor, params }) => {
  const policy = await policyView(actor, Number(params.version));
  if (policy === null) throw notFound();
  return json({ policy });
});

export const action = act("policies.publish", async ({ actor, params, form, words }) => {
  const version = Number(params.version);
  const done = await stepPolicy(actor, version, form, words.timeZone ?? "Asia/Ho_Chi_Minh");
  return redirectWithToast(`/policies/${version}`, { key: `decide:policies.${done}`, params: { version } });
});

export default function PolicyPage() {
  const { t } = useTranslation(["decide", "ui"]);
  const format = useFormat();
  const { policy } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer && "refusal" in answer ? answer.refusal : null;
  const role = (code: string) => (code === "*" ? t("policies.anyRole") : wordsFor(t, "ui:role", { code }));
  return (
    <Page>
      <PageHeader
        title={t("policies.version", { version: policy.version })}
        back={{ to: "/policies", label: t("policies.title") }}
        lead={policy.note ?? undefined}
        actions={
          policy.may.export && (
            <a href={`/policies/${policy.version}/document`} download className={buttonClasses()}>
              {t("policies.export")}
            </a>
          )
        }
      />
      <p className="flex flex-wrap items-center gap-3">
        <PolicyBadge state={policy.state} />
        {policy.effectiveFrom && <span>{t("policies.from", { at: policy.effectiveFrom })}</span>}
        {policy.authors.length > 0 && <span className="text-muted">{t("policies.authors", { names: format.list(policy.authors.map((author) => author.name)) })}</span>}
        {policy.publishedBy && <span className="text-muted">{t("policies.publishedBy", { name: policy.publishedBy.name })}</span>}
        {policy.acknowledged > 0 && <span className="text-muted">{t("policies.readers", { count: policy.acknowledged })}</span>}
      </p>
      <FormErrors refusal={refusal} />
      <PolicySteps policy={policy} refusal={refusal} />
      <div className="flex flex-col gap-4">
        {policy.ruleList.map((rule) => (
          <RuleCard key={rule.code} rule={rule} currency={policy.currency}>
            <p className="text-sm text-muted">
              {rule.code} · {rule.roles.length === 0 ? t("policies.anyRole") : format.list(rule.roles.map(role))}
              {rule.escalation && (
                <>
                  {" "}
                  · {t("policies.escalates", { role: role(rule.escalation.to), minutes: rule.escalation.withinMinutes })}
                  {rule.escalation.fallback && <>, {t("policies.then", { role: role(rule.escalation.fallback) })}</>}
                </>
              )}
              {rule.owner && <> · {t("policies.owner", { email: rule.owner })}</>}
              {rule.reviewBy && <> · {t("policies.reviewBy", { day: format.day(rule.reviewBy) })}</>}
            </p>
          </RuleCard>
        ))}
      </div>
      {policy.budgetList.length > 0 && (
        <Card title={t("policies.budgets")}>
          <PolicyBudgets policy={policy} role={role} />
        </Card>
      )}
    </Page>
  );
}
