import { Form, useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Select } from "#ui/inputs.tsx";
import { Page, PageHeader, Tabs } from "#ui/layout.tsx";
import type { PeriodView } from "../../insights/view-models.ts";

const PARTS = ["overview", "gaps", "asking", "limits", "care", "bets"] as const;
type Part = (typeof PARTS)[number];

const BASE = "/authority/life";
const MONTHS = [3, 6, 12] as const;

/** Which months are looked at: a form that works without scripts. */
export function PeriodForm({ period, whole = false }: { period: PeriodView; whole?: boolean }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const last = new Date(Date.parse(period.to) - 1).toISOString();
  const range = { from: format.date(period.from), to: format.date(last) };
  return (
    <Form method="get" className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <Field label={t("period.label")} name="months" defaultValue={String(period.months ?? "")} className="min-w-48">
        <Select options={MONTHS.map((count) => ({ value: String(count), label: t("period.months", { count }) }))} />
      </Field>
      <Button>{t("period.show")}</Button>
      <p className="basis-full text-sm text-muted">
        {whole ? t("period.whole", range) : t("period.range", { ...range, zone: format.zone(period.timeZone, last) })} {!period.everything && t("scope")}
      </p>
    </Form>
  );
}

/** The frame of the pages on how authority lives: their parts, and the months looked at. */
export function LifeFrame({ part, period, whole = false, children }: { part: Part; period: PeriodView; whole?: boolean; children: ReactNode }) {
  const { t } = useTranslation("insights");
  const { search } = useLocation();
  const parts = useRef<HTMLDivElement>(null);
  // On a phone the parts are wider than the screen: the one at hand comes into sight.
  useEffect(() => parts.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ inline: "center", block: "nearest" }), [part]);
  return (
    <Page wide>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div ref={parts}>
        <Tabs tabs={PARTS.map((name) => ({ to: `${name === "overview" ? BASE : `${BASE}/${name}`}${search}`, label: t(`tab.${name}`), current: name === part }))} />
      </div>
      <PeriodForm period={period} whole={whole} />
      {children}
    </Page>
  );
}
