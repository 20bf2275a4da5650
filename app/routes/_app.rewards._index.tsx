import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { doToReward, rewardsPage } from "#composition/rewards.server.ts";
import { newId } from "#kernel/ids.ts";
import { RewardCard } from "#modules/kpis/ui/reward-card.tsx";
import { PayShares, ProposeForm, RewardKinds } from "#modules/kpis/ui/reward-forms.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "scorecards:rewards.title" };

export const loader = page("rewards.read", async ({ actor }) => {
  const may = { propose: can(actor, "rewards.propose"), declare: can(actor, "rewards.declare"), export: can(actor, "rewards.export") };
  return json({ ...(await rewardsPage(actor)), may, idempotencyKey: newId() });
});

export const action = act(
  "rewards.announce",
  async ({ actor, form, t, locale, remember }) => redirectWithToast("/rewards", { key: `scorecards:rewards.${await doToReward(actor, form, { t, locale }, remember)}` }),
  { idempotent: true },
);

export default function RewardsPage() {
  const { rewards, kinds, shares, people, may, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("scorecards");
  const refused = answer && "refusal" in answer ? answer : null;
  const [refusal, typed] = [refused?.refusal ?? null, refused?.typed ?? {}];
  const at = (intent: string) => ({ refusal: typed["intent"] === intent ? refusal : null, typed: typed["intent"] === intent ? typed : {} });
  return (
    <Page wide>
      <PageHeader
        title={t("rewards.title")}
        lead={t("rewards.lead")}
        back={{ to: "/scorecards", label: t("title") }}
        actions={may.export && <LinkButton to="/rewards/export" reloadDocument>{t("rewards.export")}</LinkButton>}
      />
      <FormErrors refusal={refusal} fields={{ personId: "personId", kind: "kind", reason: "reason", evidence: "evidence", percent: "percent", nameVi: "nameVi", nameEn: "nameEn", amount: "amount", note: `note-${typed["reward"] ?? ""}` }} />
      <Columns
        aside={
          <>
            <PayShares shares={shares} declares={may.declare} {...at("pay-share")} />
            <RewardKinds kinds={kinds} declares={may.declare} {...at("kind")} />
          </>
        }
      >
        {may.propose && <ProposeForm kinds={kinds} people={people} idempotencyKey={idempotencyKey} {...at("propose")} />}
        {rewards.length === 0 && <EmptyState title={t("rewards.empty")}>{t("rewards.emptyHint")}</EmptyState>}
        {rewards.map((reward) => {
          const mine = typed["reward"] === reward.id;
          return <RewardCard key={reward.id} reward={reward} refusal={mine ? refusal : null} typed={mine ? typed : {}} />;
        })}
      </Columns>
    </Page>
  );
}
