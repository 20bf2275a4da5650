import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { improvementFilter } from "#composition/improvements.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { improvementRows, waitingCount } from "#modules/improvements/public.server.ts";
import { STATES } from "#modules/improvements/public.ts";
import { KINDS } from "#modules/improvements/schemas.ts";
import { ImprovementList } from "#modules/improvements/ui/improvement-list.tsx";
import { useLocal } from "#modules/improvements/ui/badges.tsx";
import { departments } from "#modules/people/public.server.ts";
import { page } from "#platform/http/page.server.ts";
import { encodeCursor, readCursor } from "#platform/http/paging.ts";
import { LinkButton } from "#ui/button.tsx";
import { Checkbox } from "#ui/choices.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { Select } from "#ui/inputs.tsx";
import { Page, PageHeader, Pagination, Tabs } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

const PAGE = 30;

export const handle: PageHandle<{ waiting: number }> = { title: "improvements:title", count: ({ waiting }) => waiting };

export const loader = page("improvements.read", async ({ actor, url }) => {
  const now = systemClock.now();
  const waiting = await waitingCount(actor);
  const mayReport = can(actor, "improvements.report");
  const overlooks = can(actor, "insights.read");
  const chosen = improvementFilter(url.searchParams, waiting > 0 ? "waiting" : overlooks || !mayReport ? "all" : "mine");
  const rows = await improvementRows(actor, chosen, { limit: PAGE + 1, cursor: readCursor(url.searchParams.get("after")), now });
  const last = rows[PAGE - 1];
  const query = new URLSearchParams(url.searchParams);
  if (last) query.set("after", encodeCursor([Date.parse(last.reportedAt), last.id]));
  const places = (await departments()).filter(({ active }) => active).map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } }));
  return json({ rows: rows.slice(0, PAGE), older: rows.length > PAGE ? `/improvements?${query.toString()}` : null, chosen, waiting, places, mayReport, mayRegister: can(actor, "procedures.read"), mayExport: overlooks });
});

const EMPTY = { waiting: ["list.emptyWaiting", "list.emptyWaitingHint"], mine: ["list.emptyMine", "list.emptyMineHint"], all: ["list.emptyAll", "list.emptyAllHint"] } as const;

export default function ImprovementsPage() {
  const { t } = useTranslation(["improvements", "ui"]);
  const local = useLocal();
  const { rows, older, chosen, waiting, places, mayReport, mayRegister, mayExport } = useLoaderData<typeof loader>();
  const { view, kind, state, department, overdue } = chosen;
  const report = mayReport && <LinkButton to="/improvements/new" variant="primary">{t("report")}</LinkButton>;
  const [title, hint] = EMPTY[view];
  return (
    <Page wide>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {report}
            {mayRegister && <LinkButton to="/procedures">{t("register")}</LinkButton>}
            {mayExport && <LinkButton to="/improvements/export" variant="quiet" reloadDocument>{t("export")}</LinkButton>}
          </>
        }
      />
      {mayReport && (
        <Tabs
          label={t("title")}
          tabs={(["waiting", "mine", "all"] as const).map((each) => ({ to: `/improvements?view=${each}`, label: t(`view.${each}`), current: view === each, ...(each === "waiting" ? { count: waiting } : {}) }))}
        />
      )}
      {view === "all" && (
        <FilterBar active={Boolean(kind ?? state ?? department) || overdue === true} all="/improvements?view=all">
          <input type="hidden" name="view" value="all" />
          <Field label={t("list.kind")} name="kind" defaultValue={kind ?? ""}>
            <Select placeholder={t("list.anyKind")} options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          </Field>
          <Field label={t("list.state")} name="state" defaultValue={state ?? ""}>
            <Select placeholder={t("list.anyState")} options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))} />
          </Field>
          <Field label={t("list.department")} name="department" defaultValue={department ?? ""}>
            <Select placeholder={t("list.anyDepartment")} options={places.map(({ code, name }) => ({ value: code, label: local(name) }))} />
          </Field>
          <Checkbox name="overdue" value="1" defaultChecked={overdue === true} label={t("list.overdue")} />
        </FilterBar>
      )}
      {rows.length === 0 ? <EmptyState title={t(title)} action={view === "all" ? undefined : report}>{t(hint)}</EmptyState> : <ImprovementList rows={rows} />}
      <Pagination older={older} />
    </Page>
  );
}
