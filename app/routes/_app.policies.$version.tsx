import { json } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { policyFrame } from "#modules/empowerment/public.server.ts";
import { PolicyBadge } from "#modules/empowerment/ui/policy-badge.tsx";
import { page } from "#platform/http/page.server.ts";
import { buttonClasses } from "#ui/button.tsx";
import { Page, PageHeader, Tabs } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ policy: { version: number } }> = { title: "decide:policies.version", titleParams: ({ policy }) => ({ version: policy.version }) };

export const loader = page("policies.read", async ({ actor, params }) => json({ policy: await policyFrame(actor, Number(params.version)) }));

/** What every page of a version stands in: which version, in what state, and its parts. */
export default function PolicyFrame() {
  const { t } = useTranslation(["designer", "decide"]);
  const format = useFormat();
  const { pathname } = useLocation();
  const { policy } = useLoaderData<typeof loader>();
  const base = `/policies/${policy.version}`;
  const tabs = policy.tabs.map((tab) => {
    const to = tab === "rules" ? base : `${base}/${tab}`;
    const current = tab === "rules" ? pathname === base || pathname.startsWith(`${base}/rules`) : pathname.startsWith(to);
    return { to, label: t(`tabs.${tab}`), current };
  });
  return (
    <Page wide>
      <PageHeader
        title={t("decide:policies.version", { version: policy.version })}
        back={{ to: "/policies", label: t("decide:policies.title") }}
        lead={policy.note ?? undefined}
        actions={
          <a href={`${base}/document`} download className={buttonClasses()}>
            {t("decide:policies.export")}
          </a>
        }
      />
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <PolicyBadge state={policy.state} />
        {policy.effectiveFrom && <span>{t("decide:policies.from", { at: policy.effectiveFrom })}</span>}
        {policy.authors.length > 0 && <span className="text-muted">{t("decide:policies.authors", { names: format.list(policy.authors) })}</span>}
        {policy.publishedBy && <span className="text-muted">{t("decide:policies.publishedBy", { name: policy.publishedBy })}</span>}
        {policy.acknowledged > 0 && <span className="text-muted">{t("decide:policies.readers", { count: policy.acknowledged })}</span>}
      </p>
      <Tabs tabs={tabs} />
      <Outlet />
    </Page>
  );
}
