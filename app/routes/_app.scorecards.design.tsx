import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { likelyColleagues } from "#composition/customer-page.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { retireScorecard, saveScorecard, scorecardDesign, scorecardInput } from "#modules/kpis/public.server.ts";
import { ScorecardForm } from "#modules/kpis/ui/scorecard-form.tsx";
import { useFigures } from "#modules/kpis/ui/use-figures.ts";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Fold } from "#ui/fold.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "scorecards:design.title" };

export const loader = page("scorecards.design", async ({ actor, url }) => {
  const [{ person, ...design }, colleagues] = await Promise.all([scorecardDesign(url.searchParams.get("card")), likelyColleagues(actor)]);
  return json({ ...design, people: [...(person === null || colleagues.some(({ id }) => id === person.id) ? [] : [person]), ...colleagues] });
});

export const action = act("scorecards.design", async ({ actor, form }) => {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  const retires = form.get("intent") === "retire";
  if (retires) await retireScorecard(String(form.get("card") ?? ""), asked);
  else await saveScorecard(scorecardInput(form), asked);
  return redirectWithToast("/scorecards/design", { key: retires ? "scorecards:design.retired" : "scorecards:design.saved" });
});

export default function DesignPage() {
  const { cards, kpis, departments, people, begins } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(["scorecards", "kpiLint"]);
  const { local } = useFigures();
  const refused = answer && "refusal" in answer ? answer : null;
  const list = (
    <Card title={t("design.list")}>
      {cards.length === 0 && <p className="text-muted">{t("design.emptyHint")}</p>}
      {cards.map((card) => (
        <div key={card.id} className="flex flex-col gap-1 border-t border-line pt-3">
          <p className="font-semibold">{local(card.name)}</p>
          <p className="text-sm text-muted">{t("design.share", { share: card.customerShare })}</p>
          <LinkButton to={`/scorecards/design?card=${card.id}`} className="self-start">{t("design.edit")}</LinkButton>
          <Fold summary={t("design.retire")}>
            <Form method="post" className="flex flex-col gap-3">
              <input type="hidden" name="card" value={card.id} />
              <p>{t("design.retireLead")}</p>
              <Button variant="danger" name="intent" value="retire" className="self-start">{t("design.retire")}</Button>
            </Form>
          </Fold>
        </div>
      ))}
    </Card>
  );
  return (
    <Page wide>
      <PageHeader title={t("design.title")} lead={t("design.lead")} back={{ to: "/scorecards", label: t("title") }} />
      {kpis.length === 0 ? (
        <EmptyState title={t("design.noKpis")} action={<LinkButton to="/kpis/library" variant="primary">{t("kpiLint:library.open")}</LinkButton>}>{t("kpiLint:noneHint")}</EmptyState>
      ) : (
        <Columns aside={list}>
          <ScorecardForm kpis={kpis} departments={departments} people={people} typed={refused?.typed ?? begins} refusal={refused?.refusal ?? null} />
        </Columns>
      )}
    </Page>
  );
}
