import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { askForCare, carePage, careWordInput, checkIn, checkInInput, closeCare } from "#modules/care/public.server.ts";
import { AskCard, HelpingWords, OwnCard, PrivacyCard, RuleCard, WaitingCard } from "#modules/care/ui/care-cards.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { FormErrors } from "#ui/form-errors.tsx";
import { Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "care:title" };

export const loader = page("care.ask", async ({ actor }) => json({ ...(await carePage(actor, systemClock.now())), mayAnswer: can(actor, "care.answer") }));

export const action = act("care.ask", async ({ actor, form }) => {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  const id = String(form.get("case") ?? "");
  const done = (key: string) => redirectWithToast("/care", { key: `care:${key}` });
  switch (form.get("intent")) {
    case "ask":
      await askForCare(careWordInput(form), asked);
      return done("sent");
    case "close":
      await closeCare(id, asked);
      return done("own.closeSaved");
    case "check-in":
      await checkIn(id, checkInInput(form), asked);
      return done("waiting.saved");
    default:
      throw notFound();
  }
});

export default function CarePage() {
  const { own, waiting, policy, wouldAsk, mayAnswer } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("care");
  const refused = answer && "refusal" in answer ? answer : null;
  const sent = { refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} };
  const open = own.some(({ checkedInAt, closed }) => checkedInAt === null && !closed);
  return (
    <Page wide>
      <PageHeader title={t("title")} lead={t("lead")} />
      <FormErrors refusal={sent.refusal} fields={{ word: "word", how: `how-${sent.typed["case"] ?? ""}` }} />
      <Columns aside={<><RuleCard policy={policy} /><PrivacyCard />{mayAnswer && waiting.length === 0 && <HelpingWords />}</>}>
        {waiting.length > 0 && (
          <section aria-labelledby="waiting" className="flex flex-col gap-4">
            <h2 id="waiting" className="text-xl">{t("waiting.title")}</h2>
            {waiting.map((each) => <WaitingCard key={each.id} waiting={each} policy={policy} {...sent} />)}
            <HelpingWords />
          </section>
        )}
        {!open && <AskCard wouldAsk={wouldAsk} {...sent} />}
        <OwnCard own={own} />
      </Columns>
    </Page>
  );
}
