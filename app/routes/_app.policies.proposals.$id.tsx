import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { acceptAsChange } from "#composition/accept-proposal.server.ts";
import { confirmProposal, proposalDetail, rejectProposal } from "#modules/empowerment/public.server.ts";
import { ProposalAnswer } from "#modules/empowerment/ui/proposals/proposal-answer.tsx";
import { ProposalAmounts, ProposalCounts, ProposalEffect, ProposalExamples } from "#modules/empowerment/ui/proposals/proposal-evidence.tsx";
import { KindBadge, useTargetName } from "#modules/empowerment/ui/proposals/proposal-words.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { FormErrors } from "#ui/form-errors.tsx";
import { Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "proposals:title" };

export const loader = page("policies.read-drafts", async ({ actor, params }) => {
  const proposal = await proposalDetail(actor, params.id ?? "");
  if (proposal === null) throw notFound();
  return json({ proposal });
});

export const action = act("policies.publish", async ({ actor, params, form, t, locale }) => {
  const id = params.id ?? "";
  const note = String(form.get("note") ?? "");
  switch (form.get("intent")) {
    case "accept": {
      const { version } = await acceptAsChange(actor, id, { note }, { t, locale, source: "screen" });
      return redirectWithToast(`/policies/${version}`, { key: "proposals:accepted", params: { version } });
    }
    case "reject":
      await rejectProposal(actor, id, { note });
      return redirectWithToast("/policies/proposals", { key: "proposals:rejected" });
    case "confirm":
      await confirmProposal(actor, id, { note });
      return redirectWithToast("/policies/proposals", { key: "proposals:confirmed" });
    default:
      throw notFound();
  }
});

export default function ProposalPage() {
  const { t } = useTranslation("proposals");
  const { proposal } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer && "refusal" in answer ? answer.refusal : null;
  const nameOf = useTargetName();
  return (
    <Page wide>
      <PageHeader
        title={nameOf(proposal)}
        back={{ to: "/policies/proposals", label: t("title") }}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <KindBadge kind={proposal.kind} />
            <span className="text-lg font-semibold text-ink tabular-nums">{t("change", { from: proposal.from, to: proposal.to })}</span>
          </span>
        }
      />
      <FormErrors refusal={refusal} />
      <Columns
        aside={
          <>
            <ProposalAnswer proposal={proposal} refusal={refusal} typed={answer && "typed" in answer ? answer.typed : {}} />
            <ProposalExamples proposal={proposal} />
          </>
        }
      >
        <ProposalCounts proposal={proposal} />
        <ProposalAmounts proposal={proposal} />
        <ProposalEffect proposal={proposal} />
      </Columns>
    </Page>
  );
}
