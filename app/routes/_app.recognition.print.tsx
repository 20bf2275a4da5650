import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { evidenceSources } from "#composition/recognition-evidence.server.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { systemClock } from "#kernel/clock.ts";
import { recognitionList } from "#modules/recognition/public.server.ts";
import { PrintButton } from "#modules/recognition/ui/print-button.tsx";
import { useBilingual } from "#modules/recognition/ui/use-bilingual.ts";
import { page } from "#platform/http/page.server.ts";
import { EmptyState } from "#ui/feedback.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

const DAYS = 31;
const PRINTED = 40;

export const handle: PageHandle = { title: "recognition:print.title" };

export const loader = page("recognitions.read", async ({ actor }) => {
  const to = systemClock.now();
  const from = new Date(to.getTime() - DAYS * 86_400_000);
  const rows = await recognitionList(actor, { feed: "team", from }, { limit: 2 * PRINTED, cursor: null }, evidenceSources);
  return json({ rows: rows.filter(({ visibility, hidden }) => visibility !== "private" && !hidden).slice(0, PRINTED), from: from.toISOString(), to: to.toISOString() });
});

export default function PrintPage() {
  const { rows, from, to } = useLoaderData<typeof loader>();
  const { t } = useTranslation("recognition");
  const format = useFormat();
  const name = useBilingual();
  return (
    <Page>
      <div className="no-print">
        <PageHeader title={t("print.title")} lead={t("print.lead")} back={{ to: "/recognition", label: t("title") }} actions={rows.length > 0 && <PrintButton>{t("print.button")}</PrintButton>} />
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t("print.empty")}>{t("empty.teamHint")}</EmptyState>
      ) : (
        <div className="flex flex-col gap-6">
          <h1 className="hidden text-2xl print:block">{t("title")}</h1>
          <p className="text-muted">{t("print.since", { from: format.date(from), to: format.date(to) })}</p>
          {rows.map((view) => (
            <article key={view.id} className="break-inside-avoid border-b border-line pb-6 last:border-b-0">
              <h2 className="text-lg">{t("card.to", { giver: view.giver.name, receivers: view.receivers.map((person) => person.name) })}</h2>
              <p className="mt-1 max-w-prose text-lg whitespace-pre-line">{view.message}</p>
              <p className="mt-1 text-sm text-muted">
                {t("card.behaviour", { value: name(view.value.name), behaviour: name(view.behaviour) })} · {format.date(view.at)}
              </p>
            </article>
          ))}
        </div>
      )}
    </Page>
  );
}
