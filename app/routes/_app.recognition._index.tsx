import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HeartHandshake } from "lucide-react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { evidenceSources } from "#composition/recognition-evidence.server.ts";
import { recognitionList } from "#modules/recognition/public.server.ts";
import { RecognitionCard } from "#modules/recognition/ui/recognition-card.tsx";
import { FEEDS, type Feed } from "#modules/recognition/view-models.ts";
import { page } from "#platform/http/page.server.ts";
import { encodeCursor, readCursor } from "#platform/http/paging.ts";
import { buttonClasses, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Page, PageHeader, Pagination, Tabs } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

const PAGE = 20;

export const handle: PageHandle = { title: "recognition:title" };

const address = (feed: Feed, after?: string) => `/recognition?${new URLSearchParams({ ...(feed === "company" ? {} : { of: feed }), ...(after === undefined ? {} : { after }) }).toString()}`.replace(/\?$/, "");

export const loader = page("recognitions.read", async ({ actor, url }) => {
  const feed = FEEDS.find((known) => known === url.searchParams.get("of")) ?? "company";
  const after = url.searchParams.get("after");
  const rows = await recognitionList(actor, { feed }, { limit: PAGE + 1, cursor: readCursor(after) }, evidenceSources);
  const last = rows[PAGE - 1];
  const may = {
    give: can(actor, "recognitions.give"),
    team: can(actor, "recognitions.own-team"),
    fairness: can(actor, "recognitions.fairness"),
    reports: can(actor, "recognitions.settle"),
    export: can(actor, "recognitions.export"),
  };
  return json({ feed, rows: rows.slice(0, PAGE), older: rows.length > PAGE && last ? address(feed, encodeCursor([Date.parse(last.at), last.id])) : null, newer: after === null ? null : address(feed), may });
});

export default function RecognitionFeed() {
  const { feed, rows, older, newer, may } = useLoaderData<typeof loader>();
  const { t } = useTranslation("recognition");
  const give = may.give && <LinkButton to="/recognition/new" variant="primary" icon={HeartHandshake}>{t("give")}</LinkButton>;
  return (
    <Page>
      <PageHeader title={t("title")} lead={t("lead")} actions={give} />
      <nav aria-label={t("title")} className="-my-2 flex flex-wrap gap-x-1">
        {may.team && <LinkButton to="/recognition/team" variant="quiet">{t("links.team")}</LinkButton>}
        {may.fairness && <LinkButton to="/recognition/fairness" variant="quiet">{t("links.fairness")}</LinkButton>}
        {may.reports && <LinkButton to="/recognition/reports" variant="quiet">{t("links.reports")}</LinkButton>}
        <LinkButton to="/organisation/values" variant="quiet">{t("links.values")}</LinkButton>
        {may.give && <LinkButton to="/recognition/print" variant="quiet">{t("links.print")}</LinkButton>}
        {may.export && <a href="/recognition/export" download className={buttonClasses("quiet")}>{t("links.export")}</a>}
      </nav>
      <Tabs label={t("feed.label")} tabs={FEEDS.map((key) => ({ to: address(key), label: t(`feed.${key}`), current: key === feed }))} />
      {rows.length === 0 ? (
        <EmptyState title={t(`empty.${feed}`)} action={give}>{t(`empty.${feed}Hint`)}</EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          {rows.map((view) => (
            <RecognitionCard key={view.id} view={view} />
          ))}
        </div>
      )}
      <Pagination newer={newer} older={older} />
    </Page>
  );
}
