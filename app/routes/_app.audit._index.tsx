import { json } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { actorNames, auditFilter } from "#composition/audit-filter.server.ts";
import { eventTypes, listEvents, verifyChain } from "#modules/audit/public.server.ts";
import { page } from "#platform/http/page.server.ts";
import { Button, LinkButton, buttonClasses } from "#ui/button.tsx";
import { Banner, EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
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
  const names = actorNames(items);
  return json({
    types,
    chosen,
    report,
    query: new URLSearchParams(chosen).toString(),
    older: nextCursor === null ? null : `/audit?${new URLSearchParams({ ...chosen, before: String(nextCursor) }).toString()}`,
    rows: items.map(({ seq, at, type, actorId, via, subject, data, personal }) => ({
      seq,
      at,
      type,
      actor: actorId === null ? null : (names[actorId] ?? actorId),
      via,
      subject: `${subject.kind}:${subject.id}`,
      data: JSON.stringify({ ...data, ...personal }),
    })),
  });
});

export default function AuditPage() {
  const { t } = useTranslation("audit");
  const { types, chosen, report, query, older, rows } = useLoaderData<typeof loader>();
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
      <Form method="get" className="flex flex-wrap items-end gap-4">
        <Field label={t("filter.type")} name="type" defaultValue={chosen.type ?? ""} className="min-w-48">
          <Select placeholder options={types.map((type) => ({ value: type, label: type }))} />
        </Field>
        <Field label={t("filter.subject")} name="subject" defaultValue={chosen.subject ?? ""}>
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
        <Button>{t("filter.apply")}</Button>
        {query !== "" && (
          <LinkButton to="/audit" variant="quiet">
            {t("filter.clear")}
          </LinkButton>
        )}
      </Form>
      <Table
        caption={t("title")}
        rows={rows}
        rowKey={(row) => String(row.seq)}
        empty={<EmptyState>{t("empty")}</EmptyState>}
        columns={[
          { key: "seq", header: t("column.seq"), cell: (row) => row.seq, numeric: true },
          { key: "at", header: t("column.at"), cell: (row) => <DateTime iso={row.at} /> },
          { key: "type", header: t("column.type"), cell: (row) => row.type, names: true },
          { key: "actor", header: t("column.actor"), cell: (row) => <>{row.actor ?? t("system")}{row.via && <span className="block text-sm text-muted">{t("onBehalf", { via: row.via })}</span>}</> },
          { key: "subject", header: t("column.subject"), cell: (row) => <span className="text-sm break-all">{row.subject}</span> },
          { key: "data", header: t("column.data"), cell: (row) => <code className="text-xs break-all">{row.data}</code> },
        ]}
      />
      <Pagination older={older} />
    </Page>
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
