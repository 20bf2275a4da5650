import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { closePromiseOf } from "#composition/close-promise.server.ts";
import { customerPage } from "#composition/customer-page.server.ts";
import { tierNames } from "#composition/tier-names.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { addNote, addressInput, closingInput, makePromise, noteInput, promiseInput, setAddressForm } from "#modules/customers/public.server.ts";
import { BurdenLine } from "#modules/customers/ui/burden-line.tsx";
import { AddressForm, NoteForm, PromiseForm } from "#modules/customers/ui/customer-forms.tsx";
import { CustomerFacts } from "#modules/customers/ui/customer-facts.tsx";
import { CustomerStory } from "#modules/customers/ui/customer-story.tsx";
import { HoldNotice } from "#modules/customers/ui/hold-notice.tsx";
import { PromiseList } from "#modules/customers/ui/promise-list.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ ref: string }> = { title: "customers:page.title", titleParams: ({ ref }) => ({ ref }) };

export const loader = page("customers.look-up", async ({ actor, params, t, locale }) => {
  const view = await customerPage(actor, params["ref"] ?? "", { t, locale });
  if (view === null) throw notFound();
  return json({ ...view, tiers: tierNames() });
});

export const action = act("customers.write", async ({ actor, params, form, words }) => {
  const ref = params["ref"] ?? "";
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  const saved = (key: string) => redirectWithToast(`/customers/${encodeURIComponent(ref)}`, { key: `customers:page.${key}` });
  switch (form.get("intent")) {
    case "note":
      await addNote(ref, noteInput(form), asked);
      return saved("noteSaved");
    case "promise":
      await makePromise(ref, promiseInput(form, words.timeZone ?? "Asia/Ho_Chi_Minh", actor.personId), asked);
      return saved("promiseSaved");
    case "call":
      await setAddressForm(ref, addressInput(form), asked);
      return saved("callSaved");
    case "kept":
    case "broken": {
      const state = form.get("intent") === "kept" ? "kept" : "broken";
      await closePromiseOf(String(form.get("promiseId") ?? ""), state, closingInput(form), asked);
      return saved(`${state}Saved`);
    }
    default:
      throw notFound();
  }
});

export default function CustomerPage() {
  const customer = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("customers");
  const refused = answer && "refusal" in answer ? answer : null;
  const typed = refused?.typed ?? {};
  const refusal = refused?.refusal ?? null;
  const at = (intent: string) => (typed["intent"] === intent ? refusal : null);
  const { may } = customer;
  return (
    <Page wide>
      <PageHeader
        title={customer.name ?? customer.ref}
        lead={customer.name ? customer.ref : undefined}
        back={{ to: "/customers", label: t("title") }}
        actions={may.decide && <LinkButton to={`/decide?customer=${encodeURIComponent(customer.ref)}`} variant="primary">{t("page.serve")}</LinkButton>}
      />
      <FormErrors refusal={refusal} fields={{ text: typed["intent"] === "promise" ? "promise" : "text", day: "day", dueAt: "day", time: "time", keeper: "keeperId" }} />
      <Columns
        aside={
          <>
            {may.write && (
              <Card title={t("page.promiseAdd")}>
                <PromiseForm refusal={at("promise")} typed={typed} colleagues={customer.colleagues} self={customer.self} />
              </Card>
            )}
            {may.erase && <LinkButton to={`/customers/${encodeURIComponent(customer.ref)}/erase`} variant="quiet" className="self-start">{t("page.erase")}</LinkButton>}
          </>
        }
      >
        <BurdenLine burden={customer.burden} />
        {customer.hold && <HoldNotice hold={customer.hold} />}
        <Card>
          <CustomerFacts customer={customer} tiers={customer.tiers} />
          {may.write && <AddressForm chosen={customer.addressForm} />}
        </Card>
        {(customer.promises.length > 0 || !may.write) && (
          <Card title={t("page.promises")}>
            {customer.promises.length === 0 ? <p className="text-muted">{t("page.noPromises")}</p> : <PromiseList promises={customer.promises} mayClose={may.write} />}
          </Card>
        )}
        {may.write && (
          <Card>
            <NoteForm refusal={at("note")} typed={typed} />
          </Card>
        )}
        <CustomerStory story={customer.story} />
      </Columns>
    </Page>
  );
}
