import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { tierNames } from "#composition/tier-names.server.ts";
import { customerTiers, findCustomerTyped, listCustomers, lookUpInput } from "#modules/customers/public.server.ts";
import { CustomerTable } from "#modules/customers/ui/customer-table.tsx";
import { useTierName } from "#modules/customers/ui/tier.ts";
import { act, page } from "#platform/http/page.server.ts";
import { encodeCursor, readCursor } from "#platform/http/paging.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { safeRedirect } from "#platform/http/responses.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { FormErrors, errorsAt } from "#ui/form-errors.tsx";
import { Select, TextInput } from "#ui/inputs.tsx";
import { Card, Page, PageHeader, Pagination } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

const PAGE = 50;

export const handle: PageHandle = { title: "customers:title" };

export const loader = page("customers.look-up", async ({ actor, url }) => {
  const may = { list: can(actor, "customers.list"), import: can(actor, "customers.import"), promises: can(actor, "customers.write") };
  if (!may.list) return json({ may, list: null, names: {} });
  const chosen = { q: url.searchParams.get("q") ?? "", tier: url.searchParams.get("tier") ?? "" };
  const cursor = readCursor(url.searchParams.get("after"));
  const [rows, tiers] = await Promise.all([listCustomers({ text: chosen.q, tier: chosen.tier || null }, { limit: PAGE + 1, cursor }), customerTiers()]);
  const last = rows[PAGE - 1];
  const older = rows.length > PAGE && last ? `/customers?${new URLSearchParams({ ...chosen, after: encodeCursor([last.ref]) }).toString()}` : null;
  return json({ may, list: { chosen, tiers, older, rows: rows.slice(0, PAGE) }, names: tierNames() });
});

/** The number is posted, so that it stands in no address and no log. */
export const action = act("customers.look-up", ({ form }) => {
  const key = lookUpInput(form);
  const customer = findCustomerTyped(key);
  if (customer === null) throw invalidInput({ path: "key", code: "unknown_customer" });
  return safeRedirect(`/customers/${encodeURIComponent(customer.ref)}`);
});

export default function CustomersPage() {
  const { may, list, names } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(["customers", "ui"]);
  const busy = useNavigation().state === "submitting";
  const tierName = useTierName(names);
  const refused = answer && "refusal" in answer ? answer : null;
  const errors = [...errorsAt(refused?.refusal, "key"), ...errorsAt(refused?.refusal, "phone")];
  return (
    <Page wide={list !== null}>
      <PageHeader
        title={t("title")}
        lead={t("lookUp.lead")}
        actions={
          <>
            {may.promises && <LinkButton to="/promises">{t("due.title")}</LinkButton>}
            {may.import && <LinkButton to="/customers/import">{t("list.import")}</LinkButton>}
          </>
        }
      />
      <Card>
        <Form method="post" action="/customers?index" className="flex max-w-xl flex-col gap-4">
          <FormErrors refusal={refused?.refusal ?? null} fields={{ key: "key", phone: "key" }} />
          <Field label={t("lookUp.key")} id="key" name="key" defaultValue={refused?.typed["key"]} errors={errors} required>
            <TextInput autoComplete="off" maxLength={64} />
          </Field>
          <Button variant="primary" pending={busy} className="self-start">{t("lookUp.find")}</Button>
        </Form>
      </Card>
      {list && (
        <>
          <h2 className="text-xl">{t("list.title")}</h2>
          <FilterBar active={list.chosen.q !== "" || list.chosen.tier !== ""} all="/customers">
            <Field label={t("list.search")} name="q" defaultValue={list.chosen.q} className="min-w-44 flex-1">
              <TextInput type="search" maxLength={200} />
            </Field>
            <Field label={t("list.tier")} name="tier" defaultValue={list.chosen.tier}>
              <Select placeholder={t("list.anyTier")} options={list.tiers.map((tier) => ({ value: tier, label: tierName(tier) }))} />
            </Field>
          </FilterBar>
          <CustomerTable rows={list.rows} tiers={names} />
          <Pagination older={list.older} />
        </>
      )}
    </Page>
  );
}
