import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { loggedAbout } from "#composition/leading.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { decisionInput, decisionLog, leads, logDecision } from "#modules/reviews/public.server.ts";
import { DecisionCard } from "#modules/reviews/ui/decision-card.tsx";
import { DecisionForm } from "#modules/reviews/ui/decision-form.tsx";
import { LeadingTabs } from "#modules/reviews/ui/leading-tabs.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { pageOf, readCursor } from "#platform/http/paging.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "leading:decisions.title" };

const SHOWN = 20;

export const loader = page("leading.read", async ({ actor, url }) => {
  const rows = await decisionLog(actor, { limit: SHOWN + 1, cursor: readCursor(url.searchParams.get("cursor")) }, systemClock.now());
  const { items, nextCursor } = pageOf(rows, SHOWN, (row) => row, ({ at, id }) => [new Date(at).getTime(), id]);
  return json({ items, nextCursor, logs: can(actor, "leading.write") && (await leads(actor.personId)), cycles: can(actor, "leading.watch"), idempotencyKey: newId() });
});

export const action = act(
  "leading.write",
  async ({ actor, form, t, locale, remember }) => {
    const asked = { actor, source: "screen", now: systemClock.now() } as const;
    const about = await loggedAbout(actor, String(form.get("about") ?? ""), { t, locale });
    const { id } = await logDecision(decisionInput(form), about, asked, (tx, made) => remember?.(tx, { status: 303, location: `/leading/decisions/${made}` }));
    return redirectWithToast(`/leading/decisions/${id}`, { key: "leading:decisions.saved" });
  },
  { idempotent: true },
);

export default function DecisionsPage() {
  const { items, nextCursor, logs, cycles, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("leading");
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("decisions.title")} lead={t("decisions.lead")} />
      <LeadingTabs current="decisions" cycles={cycles} />
      <FormErrors refusal={refused?.refusal ?? null} fields={{ title: "title", words: "words", lens: "lens", serves: "serves", givenUp: "givenUp", about: "about" }} />
      {logs && <DecisionForm idempotencyKey={idempotencyKey} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />}
      {items.length === 0 && <EmptyState title={t("decisions.none")}>{t("decisions.noneHint")}</EmptyState>}
      {items.map((decision) => <DecisionCard key={decision.id} decision={decision} />)}
      {nextCursor && <LinkButton to={`/leading/decisions?cursor=${nextCursor}`} className="self-start">{t("decisions.more")}</LinkButton>}
    </Page>
  );
}
