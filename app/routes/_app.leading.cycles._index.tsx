import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { systemClock } from "#kernel/clock.ts";
import { localDay } from "#kernel/period.ts";
import { organisation } from "#modules/people/public.server.ts";
import { closeCycle, cycleList, openCycle } from "#modules/reviews/public.server.ts";
import { LeadingTabs } from "#modules/reviews/ui/leading-tabs.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Badge, EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors } from "#ui/form-errors.tsx";
import { DateInput } from "#ui/inputs.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "leading:cycles.title" };

export const loader = page("leading.watch", async ({ actor }) => {
  const now = systemClock.now();
  return json({ cycles: await cycleList(now), runs: can(actor, "leading.cycles"), today: localDay(now, organisation().timeZone) });
});

export const action = act("leading.cycles", async ({ actor, form }) => {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  if (form.get("intent") === "open") {
    await openCycle(String(form.get("day") ?? ""), asked);
    return redirectWithToast("/leading/cycles", { key: "leading:cycles.opened" });
  }
  if (form.get("intent") !== "close") throw notFound();
  await closeCycle(String(form.get("cycle") ?? ""), asked);
  return redirectWithToast("/leading/cycles", { key: "leading:cycles.closed" });
});

export default function CyclesPage() {
  const { cycles, runs, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("leading");
  const format = useFormat();
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("cycles.title")} lead={t("cycles.lead")} />
      <LeadingTabs current="cycles" cycles />
      <FormErrors refusal={refused?.refusal ?? null} fields={{ day: "day" }} />
      {runs && (
        <Card>
          <Form method="post" className="flex flex-wrap items-end gap-3">
            <Field label={t("cycles.day")} id="day" name="day" defaultValue={refused?.typed["day"] ?? today} errors={errorsAt(refused?.refusal, "day")} required>
              <DateInput />
            </Field>
            <Button name="intent" value="open">{t("cycles.open")}</Button>
          </Form>
        </Card>
      )}
      {cycles.length === 0 && <EmptyState title={t("cycles.none")}>{t("cycles.noneHint")}</EmptyState>}
      {cycles.map(({ id, from, to, closed, ended, participants }) => (
        <Card key={id} title={t("cycles.span", { from: format.day(from), to: format.day(to) })} aside={<Badge tone={closed ? "neutral" : ended ? "waiting" : "good"}>{t(closed ? "cycles.isClosed" : ended ? "cycles.ended" : "cycles.isOpen")}</Badge>}>
          <p>{t("cycles.people", { n: participants })}</p>
          <div className="flex flex-wrap gap-2">
            <LinkButton to={`/leading/cycles/${id}`}>{t("cycles.see")}</LinkButton>
            {runs && ended && !closed && (
              <Form method="post">
                <input type="hidden" name="cycle" value={id} />
                <Button variant="primary" name="intent" value="close">{t("cycles.close")}</Button>
              </Form>
            )}
          </div>
        </Card>
      ))}
    </Page>
  );
}
