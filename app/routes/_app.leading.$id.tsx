import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { doToMonth, leaderMonth } from "#composition/leading.server.ts";
import { LeaderMonth } from "#modules/reviews/ui/leader-month.tsx";
import { ThreadPanel } from "#modules/thread/ui/thread-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ page: { person: { name: string } } }> = { title: "leading:of", titleParams: ({ page: { person } }) => ({ name: person.name }) };

export const loader = page("leading.read", async ({ actor, params, url, t, locale }) => {
  const month = await leaderMonth(actor, params["id"] ?? "", url, { t, locale });
  if (month === null) throw notFound();
  return json(month);
});

export const action = act("leading.write", async ({ actor, params, form }) => {
  const id = params["id"] ?? "";
  const done = await doToMonth(actor, id, form);
  const month = form.get("month");
  return redirectWithToast(`/leading/${encodeURIComponent(id)}${typeof month === "string" ? `?month=${encodeURIComponent(month)}` : ""}`, { key: `leading:${done}` });
});

export default function LeaderPage() {
  const { page: view, shown, change, thread } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("leading");
  const refused = answer && "refusal" in answer ? answer : null;
  const back = view.relation === "above" ? { to: "/leading/line", label: t("line.title") } : { to: "/leading", label: t("title") };
  return (
    <Page wide>
      <PageHeader title={t("of", { name: view.person.name })} back={back} />
      <LeaderMonth page={view} shown={shown} change={change} at={`/leading/${view.person.id}`} thread={thread && <ThreadPanel thread={thread} />} sent={{ refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} }} />
    </Page>
  );
}
