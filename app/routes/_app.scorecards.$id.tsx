import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { departmentMembers, placeNames, scorecardCounts } from "#composition/scorecards.server.ts";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { systemClock } from "#kernel/clock.ts";
import { answerAppeal, appeal, appealAnswerInput, appealInput, sheetView } from "#modules/kpis/public.server.ts";
import { Appeals } from "#modules/kpis/ui/appeals.tsx";
import { SheetItems } from "#modules/kpis/ui/sheet-items.tsx";
import { useFigures } from "#modules/kpis/ui/use-figures.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Banner } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Columns, DefinitionList, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "scorecards:title" };

export const loader = page("scorecards.read", async ({ actor, params, locale }) => {
  const view = await sheetView(actor, params["id"] ?? "", scorecardCounts, departmentMembers);
  if (view === null) throw notFound();
  return json({ view, places: await placeNames(locale) });
});

export const action = act("scorecards.appeal", async ({ actor, params, form }) => {
  const id = params["id"] ?? "";
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  const answers = form.get("intent") === "answer";
  if (answers) await answerAppeal(String(form.get("appeal") ?? ""), appealAnswerInput(form), asked);
  else await appeal(id, appealInput(form), asked);
  return redirectWithToast(`/scorecards/${encodeURIComponent(id)}`, { key: answers ? "scorecards:appeal.answered" : "scorecards:appeal.sent" });
});

export default function ScorecardPage() {
  const { view, places } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(["scorecards", "kpis"]);
  const format = useFormat();
  const { local } = useFigures();
  const refused = answer && "refusal" in answer ? answer : null;
  const { content } = view;
  const placed = [view.department, view.site].flatMap((code) => (code === null ? [] : [places[code] ?? code]));
  return (
    <Page wide>
      <PageHeader title={t("sheet.title", { name: view.person === null ? local(content.name) : view.person || t("erased") })} lead={view.person === null ? t("department") : local(content.name)} back={{ to: "/scorecards", label: t("title") }} />
      <FormErrors refusal={refused?.refusal ?? null} fields={{ words: "words", evidence: "evidence", answer: "answer" }} />
      <Banner>{view.closedAt === null ? t("sheet.live") : t("sheet.closed", { at: view.closedAt })}</Banner>
      <Columns
        narrow="above"
        aside={
          <Card>
            <p className="text-sm text-muted">{t("sheet.score")}</p>
            <p className="text-3xl font-semibold tabular-nums">{content.score === null ? NO_VALUE : format.percent(content.score)}</p>
            {content.score === null && <p className="text-muted">{t("sheet.noScore")}</p>}
            <DefinitionList
              items={[
                { label: t("sheet.period"), value: `${format.day(content.from)} – ${format.day(content.to)}` },
                { label: t("sheet.share"), value: format.percent(content.customerShare) },
                content.roles.length > 0 && { label: t("sheet.roles"), value: format.list(content.roles.map((role) => t(`kpis:role.${role}`))) },
                view.manager !== null && { label: t("sheet.manager"), value: view.manager },
                placed.length > 0 && { label: t("sheet.place"), value: placed.join(", ") },
              ]}
            />
          </Card>
        }
      >
        <SheetItems content={content} places={places} />
        <Appeals view={view} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
      </Columns>
    </Page>
  );
}
