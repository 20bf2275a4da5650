import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerFromForm } from "#composition/decide.server.ts";
import { approvalDetail } from "#modules/empowerment/public.server.ts";
import { ApprovalAnswer } from "#modules/empowerment/ui/approval-answer.tsx";
import { useAskedWords } from "#modules/empowerment/ui/approval-card.tsx";
import { ApprovalContext, ApprovalQuestion } from "#modules/empowerment/ui/approval-case.tsx";
import { useUpdates } from "#modules/empowerment/ui/use-updates.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";
import { DueTime } from "#ui/time.tsx";

export const handle: PageHandle = { title: "decide:approvals.title" };

export const loader = page("approvals.read", async ({ actor, params, locale }) => {
  const approval = await approvalDetail(actor, params.id ?? "", locale);
  if (approval === null) throw notFound();
  return json({ approval });
});

export const action = act("approvals.answer", async ({ actor, params, form, locale }) => {
  const { number } = await answerFromForm(actor, params.id ?? "", form, locale);
  return redirectWithToast("/approvals", { key: "decide:approvals.answered", params: { number } });
});

export default function ApprovalPage() {
  const { t } = useTranslation("decide");
  const { approval } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const asked = useAskedWords();
  useUpdates();
  return (
    <Page wide>
      <PageHeader title={asked(approval)} back={{ to: "/approvals", label: t("approvals.title") }} lead={approval.mayAnswer ? <DueTime iso={approval.dueAt} /> : approval.number} />
      <FormErrors refusal={refused?.refusal ?? null} />
      {approval.state !== "pending" && (
        <Banner tone="info" action={<LinkButton to={`/decisions/${approval.decisionId}`}>{approval.number}</LinkButton>}>
          {t("approvals.closed")}
        </Banner>
      )}
      <Columns aside={<ApprovalContext approval={approval} />}>
        <ApprovalQuestion approval={approval} />
        {approval.mayAnswer && <ApprovalAnswer approval={approval} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />}
      </Columns>
    </Page>
  );
}
