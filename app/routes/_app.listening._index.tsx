import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { INBOX_PAGE, inboxView, readInboxFilter } from "#modules/listening/public.server.ts";
import { FeedbackList } from "#modules/listening/ui/feedback-list.tsx";
import { FiguresCard } from "#modules/listening/ui/figures.tsx";
import { InboxFilterBar } from "#modules/listening/ui/inbox-filter.tsx";
import { page } from "#platform/http/page.server.ts";
import { encodeCursor, readCursor } from "#platform/http/paging.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Page, PageHeader, Pagination } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ unread: number }> = { title: "listening:title", count: ({ unread }) => unread };

export const loader = page("feedback.read", async ({ actor, url }) => {
  const filter = readInboxFilter(url.searchParams);
  const { rows, ...view } = await inboxView(actor, filter, readCursor(url.searchParams.get("after")));
  const last = rows[INBOX_PAGE - 1];
  const query = new URLSearchParams(url.searchParams);
  if (last) query.set("after", encodeCursor([Date.parse(last.at), last.id]));
  return json({
    ...view,
    filter,
    rows: rows.slice(0, INBOX_PAGE),
    older: rows.length > INBOX_PAGE ? `/listening?${query.toString()}` : null,
    may: { add: can(actor, "feedback.add"), surveys: can(actor, "surveys.read"), import: can(actor, "feedback.import") },
  });
});

export default function InboxPage() {
  const { figures, rows, unread, touchpoints, sites, filter, older, may } = useLoaderData<typeof loader>();
  const { t } = useTranslation("listening");
  const narrowed = filter.touchpoint !== null || filter.tone !== null || filter.site !== null || filter.state !== null;
  return (
    <Page wide>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {may.add && <LinkButton to="/listening/new">{t("add")}</LinkButton>}
            {may.surveys && <LinkButton to="/listening/surveys">{t("surveys")}</LinkButton>}
          </>
        }
      />
      <InboxFilterBar filter={filter} touchpoints={touchpoints} sites={sites} />
      <FiguresCard figures={figures} />
      <section aria-labelledby="voices" className="flex flex-col gap-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 id="voices" className="text-xl">{t("list.title")}</h2>
          {rows.length > 0 && <p className="text-muted">{unread === 0 ? t("list.allRead") : t("list.unread", { count: unread })}</p>}
        </div>
        {rows.length === 0 ? (
          <EmptyState title={narrowed ? t("list.emptyFiltered") : t("list.empty")}>{narrowed ? t("list.emptyFilteredHint") : t("list.emptyHint")}</EmptyState>
        ) : (
          <FeedbackList rows={rows} label={t("list.title")} />
        )}
        <Pagination older={older} />
      </section>
      {may.import && <LinkButton to="/listening/import" variant="quiet" className="self-start">{t("files.title")}</LinkButton>}
    </Page>
  );
}
