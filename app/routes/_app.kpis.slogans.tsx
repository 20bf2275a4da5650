import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { SEVERITIES } from "#modules/kpis/public.ts";
import { findingsView, letStand, letStandInput, openAgain } from "#modules/kpis/public.server.ts";
import { FindingCard } from "#modules/kpis/ui/finding-card.tsx";
import { PrintButton } from "#modules/recognition/ui/print-button.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "kpiLint:title" };

export const loader = page("kpis.lint", async ({ actor }) => json({ view: await findingsView(systemClock.now()), mayLetStand: can(actor, "kpis.design") }));

export const action = act("kpis.design", async ({ actor, form }) => {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  const key = String(form.get("finding") ?? "");
  const again = form.get("intent") === "open-again";
  if (again) await openAgain(key, asked);
  else await letStand(key, letStandInput(form), asked);
  return redirectWithToast("/kpis/slogans", { key: again ? "kpiLint:openedAgain" : "kpiLint:letStandSaved" });
});

export default function SlogansPage() {
  const { view, mayLetStand } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("kpiLint");
  const refused = answer && "refusal" in answer ? answer : null;
  const typed = refused?.typed ?? {};
  const open = view.findings.filter(({ letStand: stands }) => stands === null);
  const standing = view.findings.filter(({ letStand: stands }) => stands !== null);
  const cards = (findings: typeof view.findings) => findings.map((finding) => <FindingCard key={finding.key} finding={finding} names={view.names} mayLetStand={mayLetStand} refusal={refused?.refusal ?? null} typed={typed} />);
  const key = typed["finding"] ?? "";
  return (
    <Page>
      <PageHeader title={t("title")} lead={t("lead")} back={{ to: "/kpis", label: t("library.back") }} actions={view.findings.length > 0 && <PrintButton>{t("print")}</PrintButton>} />
      <FormErrors refusal={refused?.refusal ?? null} fields={{ reason: `reason-${key}`, until: `until-${key}` }} />
      {view.looked === 0 ? (
        <EmptyState title={t("none")} action={<LinkButton to="/kpis/library" variant="primary">{t("library.open")}</LinkButton>}>{t("noneHint")}</EmptyState>
      ) : (
        <p className="text-muted">{t("summary", { looked: view.looked, open: open.length, standing: standing.length })}</p>
      )}
      {view.looked > 0 && open.length === 0 && <EmptyState title={t("clean")}>{t("cleanHint")}</EmptyState>}
      {SEVERITIES.map((severity) => {
        const findings = open.filter((finding) => finding.severity === severity);
        return findings.length === 0 ? null : (
          <section key={severity} className="flex flex-col gap-4">
            <h2 className="text-xl">{t(`group.${severity}`)}</h2>
            {cards(findings)}
          </section>
        );
      })}
      {standing.length > 0 && (
        <section className="flex flex-col gap-4">
          <h2 className="text-xl">{t("standing")}</h2>
          {cards(standing)}
        </section>
      )}
    </Page>
  );
}
