import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { placeNames } from "#composition/scorecards.server.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { reviewView } from "#modules/reviews/public.server.ts";
import { CommitmentsCard } from "#modules/reviews/ui/commitments-card.tsx";
import { LedgerCard } from "#modules/reviews/ui/ledger-card.tsx";
import { page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { Card, Columns, DefinitionList, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "leading:closed.title" };

export const loader = page("leading.read", async ({ actor, params, locale }) => {
  const review = await reviewView(actor, params["id"] ?? "");
  if (review === null) throw notFound();
  const places = await placeNames(locale);
  return json({ review, places: [review.department, review.site].flatMap((code) => (code === null ? [] : [places[code] ?? code])) });
});

export default function ClosedReviewPage() {
  const { review, places } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["leading", "kpis"]);
  const format = useFormat();
  const may = { agree: false, publish: false, explain: false };
  return (
    <Page wide>
      <PageHeader
        title={t("of", { name: review.person.name || t("erased") })}
        lead={t("closed.item", { from: format.day(review.from), to: format.day(review.to) })}
        back={{ to: `/leading/${review.person.id}`, label: t("of", { name: review.person.name || t("erased") }) }}
      />
      <Columns
        narrow="above"
        aside={
          <Card>
            <p className="text-muted">{t("closed.lead", { at: review.at })}</p>
            <DefinitionList
              items={[
                { label: t("closed.titles"), value: format.list(review.titles.map((role) => t(`kpis:role.${role as "manager"}`))) },
                review.manager !== null && { label: t("closed.manager"), value: review.manager },
                { label: t("closed.team"), value: format.number(review.teamSize) },
                places.length > 0 && { label: t("closed.place"), value: places.join(", ") },
              ]}
            />
          </Card>
        }
      >
        <LedgerCard ledger={review.ledger} at={null} />
        <CommitmentsCard commitments={review.commitments} sayDo={review.sayDo} cycle={null} nextLevel={review.manager !== null} may={may} title={t("closed.commitments")} all sent={{ refusal: null, typed: {} }} />
      </Columns>
    </Page>
  );
}
