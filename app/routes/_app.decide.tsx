import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { recordFromForm } from "#composition/decide.server.ts";
import { customerToServe, findWho, keepNewCustomer } from "#composition/serve-customer.server.ts";
import { newId } from "#kernel/ids.ts";
import { decideChoices, gestureOffers } from "#modules/empowerment/public.server.ts";
import { HoldNotice } from "#modules/customers/ui/hold-notice.tsx";
import { CustomerBrief, CustomerLine } from "#modules/empowerment/ui/customer-brief.tsx";
import { CustomerStep, WalkInLine } from "#modules/empowerment/ui/customer-step.tsx";
import { WALK_IN, readSituation, situationRequest } from "#modules/empowerment/ui/decide-form.ts";
import { HelpStep, SituationLine } from "#modules/empowerment/ui/help-step.tsx";
import { SituationStep } from "#modules/empowerment/ui/situation-step.tsx";
import { useBilingual } from "#modules/empowerment/ui/verdict-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "ui:nav.decide" };

export const loader = page("decisions.record", async ({ actor, url, t, locale, words }) => {
  const choices = await decideChoices(actor);
  const asked = readSituation(url.searchParams);
  const timeZone = words.timeZone ?? "Asia/Ho_Chi_Minh";
  const known = asked.customer === "" || asked.customer === WALK_IN ? null : await customerToServe(asked.customer, { timeZone, t, locale });
  if (asked.customer !== "" && asked.customer !== WALK_IN && known === null) throw redirect("/decide", 303);
  const situation = { ...asked, channel: asked.channel || (choices.channel ?? ""), call: asked.call || (known?.call ?? "") };
  const ready = choices.reasons.some((reason) => reason.code === situation.reason) && situation.channel !== "";
  const { request, faults } = situationRequest(situation, choices.currency);
  const offers = ready && faults.length === 0 ? await gestureOffers(actor, request) : null;
  return json({ choices, situation, known, offers, gesture: url.searchParams.get("gesture") ?? "", idempotencyKey: newId() });
});

export const action = act(
  "decisions.record",
  async ({ actor, form, remember, locale, t }) => {
    const intent = form.get("intent");
    if (intent === "look-up" || intent === "new-customer") {
      const typed = String(form.get("who") ?? "").trim();
      if (intent === "new-customer") return redirect(`/decide?customer=${encodeURIComponent(await keepNewCustomer(actor, typed))}`, 303);
      const found = findWho(typed);
      if ("ref" in found) return redirect(`/decide?customer=${encodeURIComponent(found.ref)}`, 303);
      return json({ miss: found, answer: null, typed: {} });
    }
    const { recorded, answer, typed } = await recordFromForm(actor, form, { remember, locale, t });
    return recorded === null ? json({ miss: null, answer, typed }, { status: answer?.refusal ? 422 : 200 }) : redirect(`/decisions/${recorded}`, 303);
  },
  { idempotent: true },
);

export default function DecidePage() {
  const { t } = useTranslation("decide");
  const { choices, situation, known, offers, gesture, idempotencyKey } = useLoaderData<typeof loader>();
  const data = useActionData<typeof action>();
  const name = useBilingual();
  const answered = data && "answer" in data ? data : null;
  const refused = data && "refusal" in data ? data.refusal : null;
  const step = situation.customer === "" ? "who" : offers === null ? "what" : "help";
  const Known = step === "help" ? CustomerLine : CustomerBrief;
  const reason = choices.reasons.find((one) => one.code === situation.reason);
  return (
    <Page wide={step === "help"}>
      <PageHeader title={t(`${step}.title`)} />
      {step === "who" && <CustomerStep miss={answered?.miss ?? null} untitled />}
      {step !== "who" && (
        <div className="flex flex-col">
          {known ? <Known customer={known.brief} tiers={choices.tiers} notice={known.hold && <HoldNotice hold={known.hold} />} /> : <WalkInLine />}
          {step === "help" && reason && <SituationLine situation={situation} reason={name(reason.name)} />}
        </div>
      )}
      {step === "what" && <SituationStep key={situation.customer} situation={situation} choices={choices} orders={known?.orders ?? []} />}
      {step === "help" && offers && (
        <HelpStep
          key={`${situation.reason} ${gesture}`}
          situation={situation}
          offers={offers}
          currency={choices.currency}
          idempotencyKey={idempotencyKey}
          answer={refused ? { verdict: null, refusal: refused, changed: false } : (answered?.answer ?? null)}
          typed={{ gesture, ...(answered?.typed ?? {}) }}
        />
      )}
    </Page>
  );
}
