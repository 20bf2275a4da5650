import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AllLink, DecisionCard, ForYou, Places, UrgentNotices } from "#composition/home-parts.tsx";
import { homePage } from "#composition/home.server.ts";
import { PromiseList } from "#modules/customers/ui/promise-list.tsx";
import { WaitingOnMe } from "#modules/empowerment/ui/approval-card.tsx";
import { CustomerStep } from "#modules/empowerment/ui/customer-step.tsx";
import { useUpdates } from "#modules/empowerment/ui/use-updates.ts";
import { page } from "#platform/http/page.server.ts";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "ui:nav.home" };

export const loader = page("account.self", async ({ actor, locale }) => json(await homePage(actor, locale)));

/** What needs me now, first; what can wait for some days folded below it. */
export default function HomePage() {
  const { t } = useTranslation(["decide", "ui", "customers"]);
  const { home, waiting, more, promises, watched, start, hard, forYou, decides, serves, approves, places } = useLoaderData<typeof loader>();
  useUpdates();
  const quiet = !decides && start === null && forYou.next === null && home.toPublish.length === 0 && watched.length === 0;
  return (
    <Page wide>
      <PageHeader title={t("ui:nav.home")} lead={quiet ? t("home.nothing") : undefined} />
      <Columns
        aside={
          <>
            <ForYou {...forYou} />
            <DecisionCard title={t("home.recent")} rows={home.recent} all="/decisions" />
            {!quiet && <Places places={places} />}
          </>
        }
      >
        <UrgentNotices hard={hard} start={start} toPublish={home.toPublish} />
        {serves && <CustomerStep />}
        {approves && (waiting.length > 0 || !serves) && <WaitingOnMe approvals={waiting} more={more} first={!serves} />}
        {decides && !serves && <CustomerStep />}
        <DecisionCard title={t("home.toGive")} rows={home.toGive} />
        {promises.length > 0 && (
          <Card title={t("customers:due.title")} aside={<AllLink to="/promises" />}>
            <PromiseList promises={promises} mayClose={false} />
          </Card>
        )}
        <DecisionCard title={t("home.pending")} rows={home.pending} />
        <DecisionCard title={t("home.watched")} rows={watched} all="/decisions?state=pending" withPerson />
        {quiet && <Places places={places} />}
      </Columns>
    </Page>
  );
}
