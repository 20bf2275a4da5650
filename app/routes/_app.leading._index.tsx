import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { doToMonth, leaderMonth } from "#composition/leading.server.ts";
import { hasReviews } from "#modules/reviews/public.server.ts";
import { LeaderMonth } from "#modules/reviews/ui/leader-month.tsx";
import { LeadingTabs } from "#modules/reviews/ui/leading-tabs.tsx";
import { ThreadPanel } from "#modules/thread/ui/thread-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "leading:title" };

export const loader = page("leading.read", async ({ actor, url, t, locale }) => {
  const month = await leaderMonth(actor, actor.personId, url, { t, locale });
  return json({ month, closed: await hasReviews(actor), manager: actor.managerId, cycles: can(actor, "leading.watch") });
});

export const action = act("leading.write", async ({ actor, form }) => {
  const done = await doToMonth(actor, actor.personId, form);
  const month = form.get("month");
  return redirectWithToast(typeof month === "string" ? `/leading?month=${encodeURIComponent(month)}` : "/leading", { key: `leading:${done}` });
});

export default function LeadingPage() {
  const { month, closed, manager, cycles } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("leading");
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page wide>
      <PageHeader title={t("title")} lead={t("lead")} actions={closed && <LinkButton to="/leading/export" reloadDocument variant="quiet">{t("closed.export")}</LinkButton>} />
      <LeadingTabs current="mine" cycles={cycles} />
      {month === null ? (
        <EmptyState title={t("nobody")} action={manager !== null && <LinkButton to={`/leading/${manager}`}>{t("commitments.title")}</LinkButton>}>{t("nobodyHint")}</EmptyState>
      ) : (
        <LeaderMonth page={month.page} shown={month.shown} change={month.change} at="/leading" thread={month.thread && <ThreadPanel thread={month.thread} />} sent={{ refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} }} />
      )}
    </Page>
  );
}
