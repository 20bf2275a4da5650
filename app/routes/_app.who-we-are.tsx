import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { valueMatrix } from "#composition/value-matrix.server.ts";
import { whoWeAre } from "#modules/reviews/public.server.ts";
import { CellCard } from "#modules/reviews/ui/cell-card.tsx";
import { ValueMatrix } from "#modules/reviews/ui/value-matrix.tsx";
import { WhoCard } from "#modules/reviews/ui/who-card.tsx";
import { page } from "#platform/http/page.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "leading:who.title" };

export const loader = page("who-we-are.read", async ({ actor, url, t, locale }) =>
  json({ who: await whoWeAre(), matrix: await valueMatrix(actor, url, { t, locale }), edits: can(actor, "who-we-are.edit") }),
);

export default function WhoWeArePage() {
  const { who, matrix, edits } = useLoaderData<typeof loader>();
  const { t } = useTranslation("leading");
  return (
    <Page wide>
      <PageHeader title={t("who.title")} lead={t("who.lead")} actions={edits && <LinkButton to="/who-we-are/edit">{t("who.edit")}</LinkButton>} />
      {who.version === 0 ? <EmptyState title={t("who.none")}>{t("who.noneHint")}</EmptyState> : <WhoCard who={who} />}
      {matrix.shown && <div id="evidence" className="scroll-mt-20"><CellCard shown={matrix.shown} may={matrix.may} /></div>}
      <ValueMatrix matrix={matrix} />
    </Page>
  );
}
