import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { threadPanel } from "#composition/thread.server.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { systemClock } from "#kernel/clock.ts";
import { periodOf, reviewRule, rulePage } from "#modules/empowerment/public.server.ts";
import { PeriodForm } from "#modules/empowerment/ui/insights/life-frame.tsx";
import { ReviewCard } from "#modules/empowerment/ui/insights/review-form.tsx";
import { RuleFigures } from "#modules/empowerment/ui/insights/rule-figures.tsx";
import { RuleWords } from "#modules/empowerment/ui/insights/rule-words.tsx";
import { useBilingual } from "#modules/empowerment/ui/verdict-panel.tsx";
import { ThreadPanel } from "#modules/thread/ui/thread-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { can } from "#access/permissions.ts";
import { buttonClasses, LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "insights:rules.rule" };

export const loader = page("policies.read", async ({ actor, params, url, t, locale }) => {
  const view = await rulePage(actor, params.code ?? "", periodOf(url.searchParams));
  if (view === null) throw notFound();
  const thread = await threadPanel(actor, { kind: "rule", id: view.rule.code }, { t, locale, at: systemClock.now() });
  return json({ view, thread, mayReport: can(actor, "improvements.report") });
});

export const action = act("policies.review-rule", async ({ actor, params, form }) => {
  const code = params.code ?? "";
  const text = (name: string) => String(form.get(name) ?? "");
  await reviewRule(actor, code, { decision: text("decision"), note: text("note"), reviewBy: text("reviewBy") });
  return redirectWithToast(`/policies/rules/${encodeURIComponent(code)}`, { key: "insights:review.saved" });
});

export default function RulePage() {
  const { t } = useTranslation(["insights", "decide", "improvements"]);
  const name = useBilingual();
  const format = useFormat();
  const { view, thread, mayReport } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const { rule, version, inForce, figures } = view;
  return (
    <Page wide>
      <PageHeader
        title={name(rule.name)}
        back={{ to: `/policies/${version}`, label: t("decide:policies.version", { version }) }}
        actions={mayReport && inForce && <LinkButton to={`/improvements/new?rule=${encodeURIComponent(rule.code)}`}>{t("improvements:fromRule")}</LinkButton>}
        lead={inForce ? t("rule.version", { version }) : `${t("rule.version", { version })}, ${t("rule.retired")}`}
      />
      {view.due && view.mayReview && view.reviewDue && (
        <Banner tone="warn" action={<a href="#review" className={buttonClasses()}>{t("review.title")}</a>}>
          {t("review.due", { day: format.day(view.reviewDue) })}
        </Banner>
      )}
      <Columns
        aside={
          <>
            <div id="review">
              <ReviewCard page={view} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
            </div>
            <ThreadPanel thread={thread} />
          </>
        }
      >
        <RuleWords page={view} />
        {figures && (
          <>
            <h2 className="text-xl font-semibold">{t("rule.figures")}</h2>
            <PeriodForm period={figures.period} />
            <RuleFigures page={view} figures={figures} />
          </>
        )}
      </Columns>
    </Page>
  );
}
