import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { circleList } from "#modules/stories/public.server.ts";
import { CircleList } from "#modules/stories/ui/circle-list.tsx";
import { page } from "#platform/http/page.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Page, PageHeader, Tabs } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "stories:circles.title" };

export const loader = page("circles.read", async ({ actor, url }) => {
  const when = url.searchParams.get("of") === "past" ? "past" : "coming";
  return json({ when, circles: await circleList(actor, when, systemClock.now()), mayHost: can(actor, "circles.join") } as const);
});

export default function CirclesPage() {
  const { when, circles, mayHost } = useLoaderData<typeof loader>();
  const { t } = useTranslation("stories");
  const plan = mayHost && <LinkButton to="/circles/new" variant="primary">{t("circles.plan")}</LinkButton>;
  return (
    <Page>
      <PageHeader title={t("circles.title")} lead={t("circles.lead")} back={{ to: "/stories", label: t("title") }} actions={plan} />
      <Tabs label={t("circles.title")} tabs={[{ to: "/circles", label: t("circles.coming"), current: when === "coming" }, { to: "/circles?of=past", label: t("circles.past"), current: when === "past" }]} />
      <h2 className="sr-only">{t(when === "coming" ? "circles.coming" : "circles.past")}</h2>
      {circles.length === 0 ? (
        <EmptyState title={t(when === "coming" ? "circles.none" : "circles.nonePast")} action={plan}>{t("circles.noneHint")}</EmptyState>
      ) : (
        <CircleList circles={circles} />
      )}
    </Page>
  );
}
