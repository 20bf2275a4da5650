import { json } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { homeView, waitingOnMe } from "#modules/empowerment/public.server.ts";
import { ApprovalCard } from "#modules/empowerment/ui/approval-card.tsx";
import { CustomerStep } from "#modules/empowerment/ui/customer-step.tsx";
import { DecisionList } from "#modules/empowerment/ui/decision-list.tsx";
import { useUpdates } from "#modules/empowerment/ui/use-updates.ts";
import type { DecisionRow } from "#modules/empowerment/view-models.ts";
import { page } from "#platform/http/page.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

const SHOWN = 3;

export const handle: PageHandle = { title: "decide:home.title" };

export const loader = page("account.self", async ({ actor, locale }) => {
  const serves = actor.grants.some((grant) => grant.role === "frontline");
  const approves = can(actor, "approvals.answer");
  const [home, waiting] = await Promise.all([homeView(actor), approves ? waitingOnMe(actor, locale) : []]);
  const places = [
    ...(can(actor, "people.edit") ? (["people"] as const) : []),
    ...(can(actor, "organisation.edit") ? (["organisation"] as const) : []),
    ...(can(actor, "audit.read") ? (["audit"] as const) : []),
  ];
  return json({ home, waiting: waiting.slice(0, SHOWN), more: waiting.length > SHOWN, decides: can(actor, "decisions.record"), serves, approves, places });
});

export default function HomePage() {
  const { t } = useTranslation("decide");
  const { home, waiting, more, decides, serves, approves, places } = useLoaderData<typeof loader>();
  useUpdates();
  const approvals = approves && (waiting.length > 0 || !serves) && (
    <section aria-labelledby="waiting" className="flex flex-col gap-4">
      <h2 id="waiting" className="text-xl font-semibold">
        {t("home.waiting")}
      </h2>
      {waiting.length === 0 && <p className="text-muted">{t("home.nothing")}</p>}
      {waiting.map((approval) => (
        <ApprovalCard key={approval.id} approval={approval} />
      ))}
      {more && <LinkButton to="/approvals">{t("home.all")}</LinkButton>}
    </section>
  );
  return (
    <Page>
      <PageHeader title={t("home.title")} />
      {home.toPublish.map((version) => (
        <Banner key={version} tone="warn" action={<LinkButton to={`/policies/${version}`}>{t("policies.version", { version })}</LinkButton>}>
          {t("home.review")}
        </Banner>
      ))}
      {serves && <CustomerStep />}
      {approvals}
      {decides && !serves && <CustomerStep />}
      {home.unreadVersion !== null && (
        <Banner
          tone="info"
          action={
            <LinkButton to="/authority" variant="secondary">
              {t("home.readNow")}
            </LinkButton>
          }
        >
          {t("home.unread", { version: home.unreadVersion })}
        </Banner>
      )}
      <Rows title={t("home.pending")} rows={home.pending} />
      <Rows title={t("home.toGive")} rows={home.toGive} />
      <Rows title={t("home.recent")} rows={home.recent} more={<Link to="/decisions" className="inline-flex min-h-target items-center underline underline-offset-4">{t("home.all")}</Link>} />
      {places.map((place) => (
        <Card key={place} title={t(`home.${place}`)} aside={<LinkButton to={`/${place}`}>{t(`home.${place}`)}</LinkButton>}>
          <p className="text-muted">{t(`home.${place}Lead`)}</p>
        </Card>
      ))}
    </Page>
  );
}

function Rows({ title, rows, more }: { title: string; rows: readonly DecisionRow[]; more?: ReactNode }) {
  if (rows.length === 0) return null;
  return (
    <Card title={title} aside={more}>
      <DecisionList rows={rows} label={title} />
    </Card>
  );
}
