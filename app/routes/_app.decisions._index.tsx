import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { decisionRows } from "#modules/empowerment/public.server.ts";
import { DecisionTable } from "#modules/empowerment/ui/decision-list.tsx";
import { page } from "#platform/http/page.server.ts";
import { can } from "#access/permissions.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { DateInput, Select } from "#ui/inputs.tsx";
import { Page, PageHeader, Pagination } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

const STATES = ["granted", "pending", "approved", "declined", "returned", "expired", "cancelled", "refused"] as const;
const day = (text: string | null) => (text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined);

export const handle: PageHandle = { title: "decide:decisions.title" };

export const loader = page("decisions.read", async ({ actor, url }) => {
  const state = STATES.find((one) => one === url.searchParams.get("state"));
  const from = day(url.searchParams.get("from"));
  const to = day(url.searchParams.get("to"));
  const filter = { ...(state ? { state } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const { items, nextCursor } = await decisionRows(actor, filter, url.searchParams.get("cursor"));
  const older = nextCursor === null ? null : `/decisions?${new URLSearchParams({ ...filter, cursor: nextCursor }).toString()}`;
  return json({ items, older, filter, mayDecide: can(actor, "decisions.record"), onlyOwn: items.every((row) => row.person.id === actor.personId) });
});

export default function DecisionsPage() {
  const { t } = useTranslation(["decide", "empowerment"]);
  const { items, older, filter, mayDecide, onlyOwn } = useLoaderData<typeof loader>();
  const start = mayDecide ? <LinkButton to="/decide" variant="primary">{t("decisions.start")}</LinkButton> : null;
  return (
    <Page wide>
      <PageHeader title={onlyOwn ? t("decisions.mine") : t("decisions.title")} actions={start} />
      <FilterBar active={Object.keys(filter).length > 0} all="/decisions">
        <Field label={t("decisions.state")} name="state" defaultValue={filter.state ?? ""}>
          <Select options={[{ value: "", label: t("decisions.anyState") }, ...STATES.map((state) => ({ value: state, label: t(`empowerment:state.${state}`) }))]} />
        </Field>
        <Field label={t("decisions.from")} name="from" defaultValue={filter.from ?? ""}>
          <DateInput />
        </Field>
        <Field label={t("decisions.to")} name="to" defaultValue={filter.to ?? ""}>
          <DateInput />
        </Field>
      </FilterBar>
      {items.length === 0 ? (
        <EmptyState title={t("decisions.empty")} action={start}>
          {mayDecide && t("decisions.emptyHint")}
        </EmptyState>
      ) : (
        <DecisionTable rows={items} withPerson={!onlyOwn} label={t("decisions.title")} />
      )}
      <Pagination older={older} />
    </Page>
  );
}
