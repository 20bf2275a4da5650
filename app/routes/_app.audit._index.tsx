import { json } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { auditFilter, peopleNames, subjectView } from "#composition/audit-filter.server.ts";
import { eventTypes, listEvents, verifyChain } from "#modules/audit/public.server.ts";
import { words } from "#i18n/words.ts";
import { page } from "#platform/http/page.server.ts";
import { LinkButton, buttonClasses } from "#ui/button.tsx";
import { Banner, EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { DateInput, Select, TextInput } from "#ui/inputs.tsx";
import { Page, PageHeader, Pagination } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";
import { Table } from "#ui/table.tsx";
import { DateTime } from "#ui/time.tsx";

const FILTERS = ["type", "subject", "actor", "from", "to"] as const;
const PAGE = 50;

export const handle: PageHandle = { title: "audit:title" };

export const loader = page("audit.read", async ({ url, words }) => {
  const values = url.searchParams;
  const cursor = Number(values.get("before"));
  const filter = auditFilter(values, words.timeZone ?? "Asia/Ho_Chi_Minh");
  const [types, { items, nextCursor }] = await Promise.all([
    eventTypes(),
    listEvents(filter, { limit: PAGE, cursor: Number.isSafeInteger(cursor) && cursor > 0 ? cursor : null, order: "newest" }),
  ]);
  const chosen = Object.fromEntries(FILTERS.map((name) => [name, values.get(name) ?? ""]).filter(([, value]) => value !== ""));
  const report = values.get("verify") === "1" ? await verifyChain() : null;
  const names = peopleNames(items);
  return json({
    types,
    chosen,
    report,
    query: new URLSearchParams(chosen).toString(),
    older: nextCursor === null ? null : `/audit?${new URLSearchParams({ ...chosen, before: String(nextCursor) }).toString()}`,
    rows: items.map((event) => ({
      seq: event.seq,
      at: event.at,
      type: event.type,
      actor: event.actorId === null ? null : (names[event.actorId] ?? event.actorId),
      via: event.via,
      subject: subjectView(event, names),
      data: JSON.stringify({ subject: `${event.subject.kind}:${event.subject.id}`, ...event.data, ...event.personal }, null, 1),
    })),
  });
});

export default function AuditPage() {
  const { t } = useTranslation("audit");
  const { types, chosen, report, query, older, rows } = useLoaderData<typeof loader>();
  const act = (type: string) => {
    const said = words(t, "audit:event", { code: type }, "audit:noWords");
    return said === t("noWords") ? type : said;
  };
  return (
    <Page wide>
      <PageHeader
        title={t("title")}
        lead={t("intro")}
        actions={
          <>
            <LinkButton to={`/audit?${query}&verify=1`}>{t("verify.action")}</LinkButton>
            <a href={`/audit/export?${query}`} download className={buttonClasses()}>
              {t("export")}
            </a>
          </>
        }
      />
      {report && <ChainReport report={report} />}
      <FilterBar active={query !== ""} all="/audit">
        <Field label={t("filter.type")} name="type" defaultValue={chosen.type ?? ""} className="min-w-48">
          <Select placeholder options={types.map((type) => ({ value: type, label: act(type) }))} />
        </Field>
        <Field label={t("filter.subject")} name="subject" hint={t("filter.subjectHint")} defaultValue={chosen.subject ?? ""}>
          <TextInput autoComplete="off" />
        </Field>
        <Field label={t("filter.actor")} name="actor" defaultValue={chosen.actor ?? ""}>
          <TextInput type="email" autoComplete="off" />
        </Field>
        <Field label={t("filter.from")} name="from" defaultValue={chosen.from ?? ""}>
          <DateInput />
        </Field>
        <Field label={t("filter.to")} name="to" defaultValue={chosen.to ?? ""}>
          <DateInput />
        </Field>
      </FilterBar>
      <Table
        caption={t("title")}
        rows={rows}
        rowKey={(row) => String(row.seq)}
        empty={<EmptyState>{t("empty")}</EmptyState>}
        columns={[
          { key: "type", header: t("column.type"), cell: (row) => act(row.type), names: true },
          { key: "subject", header: t("column.subject"), cell: (row) => <Subject subject={row.subject} /> },
          { key: "actor", header: t("column.actor"), cell: (row) => <>{row.actor ?? t("system")}{row.via && <span className="block text-sm text-muted">{t("onBehalf", { via: row.via })}</span>}</> },
          { key: "at", header: t("column.at"), cell: (row) => <span className="whitespace-nowrap"><DateTime iso={row.at} /></span> },
          { key: "seq", header: t("column.seq"), cell: (row) => row.seq, numeric: true },
          { key: "data", header: t("column.data"), cell: (row) => <Data row={row} /> },
        ]}
      />
      <Pagination older={older} />
    </Page>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

function Subject({ subject: { kind, label, href } }: Pick<Row, "subject">) {
  const { t } = useTranslation("audit");
  return (
    <>
      <span className="block text-sm text-muted">{words(t, "audit:kind", { code: kind }, "audit:kind.other")}</span>
      {href ? (
        <Link to={href} className="underline underline-offset-4">
          {label}
        </Link>
      ) : (
        <span className="break-all">{label}</span>
      )}
    </>
  );
}

/** The row as the chain holds it, one press away. */
function Data({ row }: { row: Row }) {
  const { t } = useTranslation("audit");
  return (
    <details>
      <summary aria-label={t("rowData", { seq: row.seq })} className="inline-flex min-h-target items-center whitespace-nowrap underline underline-offset-4">{t("column.data")}</summary>
      <code className="block text-left text-xs">{row.type}</code>
      <pre className="max-w-xs text-left text-xs break-all whitespace-pre-wrap">{row.data}</pre>
    </details>
  );
}

type Report = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["report"]>;

function ChainReport({ report }: { report: Report }) {
  const { t } = useTranslation("audit");
  if (report.ok) {
    return (
      <Banner tone="good" live="status">
        {t("verify.sound", { count: report.events, checkpoints: report.checkpoints })}
      </Banner>
    );
  }
  return (
    <Banner tone="bad" live="alert">
      {t("verify.broken", { seq: report.fault?.seq ?? 0, fault: report.fault ? t(`verify.fault.${report.fault.kind}`) : "" })}
    </Banner>
  );
}
