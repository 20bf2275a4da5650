import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { systemClock } from "#kernel/clock.ts";
import { procedureDetail, reviewInput, reviewProcedure } from "#modules/improvements/public.server.ts";
import { StandingBadge, useLocal } from "#modules/improvements/ui/badges.tsx";
import { ImprovementList } from "#modules/improvements/ui/improvement-list.tsx";
import { ReviewForm, ReviewHistory } from "#modules/improvements/ui/procedure-review.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Card, Columns, DefinitionList, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "improvements:procedures.name" };

export const loader = page("procedures.read", async ({ actor, params }) => {
  const procedure = await procedureDetail(actor, params["id"] ?? "", systemClock.now());
  if (procedure === null) throw notFound();
  return json({ procedure, mayReport: can(actor, "improvements.report") });
});

export const action = act("procedures.review", async ({ actor, params, form }) => {
  const id = params["id"] ?? "";
  await reviewProcedure(id, reviewInput(form), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast(`/procedures/${encodeURIComponent(id)}`, { key: "improvements:review.saved" });
});

export default function ProcedurePage() {
  const { t } = useTranslation("improvements");
  const local = useLocal();
  const format = useFormat();
  const { procedure, mayReport } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const { standing, sunset, state, minutes } = procedure;
  const spent = (value: number | null) => (value === null ? NO_VALUE : format.duration(value));
  return (
    <Page wide>
      <PageHeader
        title={local(procedure.name)}
        lead={<span className="flex flex-wrap items-center gap-x-3 gap-y-1"><StandingBadge standing={standing} />{procedure.code} · {local(procedure.department.name)}</span>}
        back={{ to: "/procedures", label: t("procedures.title") }}
        actions={
          <>
            {mayReport && <LinkButton to={`/improvements/new?procedure=${encodeURIComponent(procedure.code)}`}>{t("procedures.reportThis")}</LinkButton>}
            {procedure.mayEdit && <LinkButton to={`/procedures/${procedure.id}/edit`} variant="quiet">{t("procedures.edit")}</LinkButton>}
          </>
        }
      />
      {state !== "in_force" && <Banner tone="info">{t(`procedures.state.${state}`)}</Banner>}
      {(standing === "due" || standing === "sunset") && (
        <Banner tone="warn" title={t("procedures.dueLine", { day: format.day(procedure.reviewBy) })}>
          {sunset === null ? t("procedures.legalLine") : t("procedures.sunsetLine", { day: format.day(sunset) })}
        </Banner>
      )}
      <Columns
        aside={
          <>
            {procedure.mayReview && <ReviewForm sent={{ refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} }} />}
            <ReviewHistory reviews={procedure.reviews} />
          </>
        }
      >
        <Card>
          <DefinitionList
            items={[
              { label: t("procedures.owner"), value: procedure.owner?.name || t("procedures.noOwner") },
              { label: t("procedures.since"), value: format.day(procedure.since) },
              { label: t("procedures.staff"), value: spent(minutes.staff) },
              { label: t("procedures.customer"), value: spent(minutes.customer) },
              procedure.law !== null && { label: t("procedures.law"), value: procedure.law },
              { label: t("procedures.review"), value: format.day(procedure.reviewBy) },
              { label: t("procedures.lastReview"), value: procedure.lastReview === null ? t("procedures.never") : format.day(procedure.lastReview) },
            ]}
          />
        </Card>
        <h2 className="text-xl">{t("procedures.reported")}</h2>
        {procedure.improvements.length === 0 ? <p className="text-muted">{t("procedures.reportedEmpty")}</p> : <ImprovementList rows={procedure.improvements} />}
      </Columns>
    </Page>
  );
}
