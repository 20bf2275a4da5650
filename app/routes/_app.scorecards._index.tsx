import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { departmentMembers, scorecardCounts } from "#composition/scorecards.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { closePeriod, minimumCustomerShare, openPeriod, periodInput, periodList, places, setCustomerShare, shareInput, sheetRows } from "#modules/kpis/public.server.ts";
import { PeriodForms } from "#modules/kpis/ui/period-forms.tsx";
import { SheetList } from "#modules/kpis/ui/sheet-list.tsx";
import { useFigures } from "#modules/kpis/ui/use-figures.ts";
import { usePeriodName } from "#modules/kpis/ui/use-period-name.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Select, TextInput } from "#ui/inputs.tsx";
import { Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "scorecards:title" };

/** So many sheets are found at a glance. */
const WITHOUT_SEARCH = 8;

export const loader = page("scorecards.read", async ({ actor, url }) => {
  const periods = await periodList();
  const chosen = periods.find(({ id }) => id === url.searchParams.get("period")) ?? periods[0] ?? null;
  const designs = can(actor, "scorecards.design");
  const filter = { name: url.searchParams.get("q") ?? "", department: url.searchParams.get("department") || null };
  const rows = chosen === null ? [] : await sheetRows(actor, chosen, filter);
  return json({ periods, chosen, rows, filter, departments: (await places()).departments, designs, minimum: designs ? await minimumCustomerShare() : null });
});

export const action = act("scorecards.design", async ({ actor, form }) => {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  switch (form.get("intent")) {
    case "open": {
      const { kind, day } = periodInput(form);
      const { id } = await openPeriod(kind, day, asked);
      return redirectWithToast(`/scorecards?period=${id}`, { key: "scorecards:hr.opened" });
    }
    case "close": {
      const id = String(form.get("period") ?? "");
      await closePeriod(id, asked, scorecardCounts, departmentMembers);
      return redirectWithToast(`/scorecards?period=${encodeURIComponent(id)}`, { key: "scorecards:hr.closed" });
    }
    case "share":
      await setCustomerShare(shareInput(form), asked);
      return redirectWithToast("/scorecards", { key: "scorecards:hr.shareSaved" });
    default:
      throw notFound();
  }
});

export default function ScorecardsPage() {
  const { periods, chosen, rows, filter, departments, designs, minimum } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("scorecards");
  const name = usePeriodName();
  const { local } = useFigures();
  const searches = rows.length > WITHOUT_SEARCH || filter.name !== "" || filter.department !== null;
  const refused = answer && "refusal" in answer ? answer : null;
  const list = (
    <>
      {chosen === null ? (
        <EmptyState title={t("none")}>{designs ? t("noneHr") : t("noneHint")}</EmptyState>
      ) : (
        <>
          <Form method="get" className="flex flex-wrap items-end gap-3">
            <Field label={t("period")} name="period" defaultValue={chosen.id}>
              <Select options={periods.map((each) => ({ value: each.id, label: name(each) }))} />
            </Field>
            {searches && (
              <>
                <Field label={t("find")} name="q" defaultValue={filter.name}>
                  <TextInput maxLength={80} />
                </Field>
                <Field label={t("inDepartment")} name="department" defaultValue={filter.department ?? ""}>
                  <Select placeholder={t("anyDepartment")} options={departments.map(({ code, name: called }) => ({ value: code, label: local(called) }))} />
                </Field>
              </>
            )}
            <Button>{t("see")}</Button>
            {rows.length > 0 && <LinkButton to={chosen.closedAt === null ? "/scorecards/export" : `/scorecards/export?period=${chosen.id}`} reloadDocument variant="quiet">{t("export")}</LinkButton>}
          </Form>
          <p className="text-muted">{chosen.closedAt === null ? t("openState") : t("closedState", { at: chosen.closedAt })}</p>
          <SheetList rows={rows} />
        </>
      )}
    </>
  );
  return (
    <Page wide={designs}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {designs && <LinkButton to="/scorecards/design" variant="primary">{t("hr.design")}</LinkButton>}
            <LinkButton to="/rewards">{t("rewards.open")}</LinkButton>
          </>
        }
      />
      <FormErrors refusal={refused?.refusal ?? null} fields={{ day: "day", percent: "percent" }} />
      {minimum === null ? list : <Columns aside={<PeriodForms open={chosen?.closedAt === null ? chosen : null} minimum={minimum} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />}>{list}</Columns>}
    </Page>
  );
}
