import { json } from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { proposalsPage, searchProposals } from "#modules/empowerment/public.server.ts";
import { OpenProposals, PastProposals, TrialList } from "#modules/empowerment/ui/proposals/proposal-list.tsx";
import { RuleVerdicts } from "#modules/empowerment/ui/proposals/rule-verdicts.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "proposals:title" };

export const loader = page("policies.read-drafts", async ({ actor }) => json({ proposals: await proposalsPage(actor) }));

export const action = act("policies.edit", async ({ actor }) => {
  const count = await searchProposals(actor);
  return redirectWithToast("/policies/proposals", count === 0 ? { key: "proposals:foundNone" } : { key: "proposals:found", params: { count } });
});

export default function ProposalsPage() {
  const { t } = useTranslation(["proposals", "decide"]);
  const { proposals } = useLoaderData<typeof loader>();
  const busy = useNavigation().state !== "idle";
  const { open, trials, past, rules } = proposals;
  return (
    <Page wide>
      <PageHeader
        title={t("title")}
        lead={t("lead", { days: proposals.windowDays })}
        back={{ to: "/policies", label: t("decide:policies.title") }}
        actions={
          proposals.maySearch &&
          proposals.hasPolicy && (
            <Form method="post" action="?index">
              <Button pending={busy}>{t("search")}</Button>
            </Form>
          )
        }
      />
      {open.length > 0 ? <OpenProposals proposals={open} certainty={proposals.certainty} /> : <EmptyState title={t(proposals.hasPolicy ? "empty" : "noPolicy")}>{proposals.hasPolicy && t("emptyHint")}</EmptyState>}
      {trials.length > 0 && (
        <Card title={t("trials")}>
          <TrialList proposals={trials} />
        </Card>
      )}
      {rules.length > 0 && (
        <section className="flex flex-col gap-3">
          <div>
            <h2 className="text-lg">{t("rules")}</h2>
            <p className="text-muted">{t("rulesLead", { needed: proposals.needed })}</p>
          </div>
          <RuleVerdicts rules={rules} />
        </section>
      )}
      {past.length > 0 && (
        <Card title={t("past")}>
          <PastProposals proposals={past} />
        </Card>
      )}
    </Page>
  );
}
