import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { CUSTOMER_COLUMNS, importCustomers, importPurchases, PURCHASE_COLUMNS } from "#modules/customers/public.server.ts";
import { organisation } from "#modules/people/public.server.ts";
import { ImportForm } from "#modules/people/ui/import-form.tsx";
import { csvText } from "#platform/csv/source.server.ts";
import { reportView, uploadedCsv } from "#platform/csv/upload.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { buttonClasses } from "#ui/button.tsx";
import { Page, PageHeader, Tabs } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "customers:files.title" };

const kindOf = (url: URL) => (url.searchParams.get("kind") === "purchases" ? "purchases" : "customers");

export const loader = page("customers.import", ({ url }) => {
  const kind = kindOf(url);
  return json({ kind, columns: kind === "purchases" ? PURCHASE_COLUMNS : CUSTOMER_COLUMNS });
});

export const action = act("customers.import", async ({ actor, form, url }) => {
  const { text } = await uploadedCsv(form);
  const dryRun = form.get("intent") !== "save";
  const asked = { actor, source: "import", now: systemClock.now() } as const;
  const { currency, timeZone } = organisation();
  const report =
    kindOf(url) === "purchases"
      ? await importPurchases(csvText(text), { currency, timeZone }, asked, { dryRun })
      : await importCustomers(csvText(text), currency, asked, { dryRun });
  if (dryRun || !report.ok) return json({ report: reportView(report, text) });
  return redirectWithToast("/customers", { key: "people:files.done", params: { count: report.added + report.changed } });
});

export default function ImportCustomersPage() {
  const { kind, columns } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("customers");
  return (
    <Page wide>
      <PageHeader
        title={t("files.title")}
        lead={t("files.noPhones")}
        back={{ to: "/customers", label: t("title") }}
        actions={
          <a href={`/customers/export?kind=${kind}`} download className={buttonClasses()}>
            {kind === "purchases" ? t("files.exportPurchases") : t("files.exportCustomers")}
          </a>
        }
      />
      <Tabs
        label={t("files.kind")}
        tabs={(["customers", "purchases"] as const).map((each) => ({ to: `/customers/import?kind=${each}`, label: t(`files.${each}`), current: each === kind }))}
      />
      <ImportForm
        key={kind}
        columns={columns}
        report={answer && "report" in answer ? answer.report : null}
        refusal={answer && "refusal" in answer ? answer.refusal : null}
      />
    </Page>
  );
}
