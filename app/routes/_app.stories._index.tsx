import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NotebookPen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { storyFilters, storyList } from "#modules/stories/public.server.ts";
import { StoryCard } from "#modules/stories/ui/story-card.tsx";
import { useBilingual } from "#modules/stories/ui/use-bilingual.ts";
import { STORY_FEEDS } from "#modules/stories/view-models.ts";
import { page } from "#platform/http/page.server.ts";
import { encodeCursor, readCursor } from "#platform/http/paging.ts";
import { buttonClasses, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { Select, TextInput } from "#ui/inputs.tsx";
import { Page, PageHeader, Pagination, Tabs } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

const PAGE = 20;

export const handle: PageHandle = { title: "stories:title" };

export const loader = page("stories.read", async ({ actor, url }) => {
  const { searchParams } = url;
  const feed = STORY_FEEDS.find((known) => known === searchParams.get("of")) ?? "all";
  const chosen = { value: searchParams.get("value") ?? "", touchpoint: searchParams.get("touchpoint") ?? "", search: searchParams.get("search") ?? "" };
  const after = searchParams.get("after");
  const filter = { feed, value: chosen.value || undefined, touchpoint: chosen.touchpoint || undefined, search: chosen.search || undefined };
  const [rows, filters] = await Promise.all([storyList(actor, filter, { limit: PAGE + 1, cursor: readCursor(after) }), storyFilters(actor)]);
  const last = rows[PAGE - 1];
  const here = new URLSearchParams([...searchParams].filter(([name, value]) => name !== "after" && value !== ""));
  const at = (more: Record<string, string>) => `/stories?${new URLSearchParams({ ...Object.fromEntries(here), ...more }).toString()}`.replace(/\?$/, "");
  const may = { tell: can(actor, "stories.tell"), edit: can(actor, "stories.edit"), export: can(actor, "stories.export") };
  return json({ feed, chosen, filters, rows: rows.slice(0, PAGE), older: rows.length > PAGE && last ? at({ after: encodeCursor([Date.parse(last.at), last.id]) }) : null, newer: after === null ? null : at({}), may });
});

export default function StoriesPage() {
  const { feed, chosen, filters, rows, older, newer, may } = useLoaderData<typeof loader>();
  const { t } = useTranslation("stories");
  const name = useBilingual();
  const tell = may.tell && <LinkButton to="/stories/new" variant="primary" icon={NotebookPen}>{t("tell")}</LinkButton>;
  const active = Boolean(chosen.value || chosen.touchpoint || chosen.search);
  return (
    <Page>
      <PageHeader title={t("title")} lead={t("lead")} actions={tell} />
      <nav aria-label={t("title")} className="-my-2 flex flex-wrap gap-x-1">
        <LinkButton to="/line-up" variant="quiet">{t("links.lineUp")}</LinkButton>
        <LinkButton to="/circles" variant="quiet">{t("links.circles")}</LinkButton>
        {may.edit && <LinkButton to="/stories/reports" variant="quiet">{t("links.reports")}</LinkButton>}
        {may.export && <a href="/stories/export" download className={buttonClasses("quiet")}>{t("links.export")}</a>}
      </nav>
      {may.tell && <Tabs label={t("feed.label")} tabs={STORY_FEEDS.map((key) => ({ to: key === "all" ? "/stories" : `/stories?of=${key}`, label: t(`feed.${key}`), current: key === feed }))} />}
      <FilterBar active={active} all={feed === "all" ? "/stories" : `/stories?of=${feed}`}>
        {feed !== "all" && <input type="hidden" name="of" value={feed} />}
        <Field label={t("filter.search")} name="search" defaultValue={chosen.search} className="min-w-0 flex-1 basis-56">
          <TextInput type="search" maxLength={100} />
        </Field>
        <Field label={t("filter.value")} name="value" defaultValue={chosen.value}>
          <Select placeholder options={filters.values.map(({ code, name: text }) => ({ value: code, label: name(text) }))} />
        </Field>
        {filters.touchpoints.length > 0 && (
          <Field label={t("filter.touchpoint")} name="touchpoint" defaultValue={chosen.touchpoint}>
            <Select placeholder options={filters.touchpoints.map((text) => ({ value: text, label: text }))} />
          </Field>
        )}
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={t(`empty.${feed}`)} action={tell}>{t(`empty.${feed}Hint`)}</EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          {rows.map((view) => (
            <StoryCard key={view.id} view={view} />
          ))}
        </div>
      )}
      <Pagination newer={newer} older={older} />
    </Page>
  );
}
