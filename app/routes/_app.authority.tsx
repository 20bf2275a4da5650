import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { acknowledgePolicy, myAuthority } from "#modules/empowerment/public.server.ts";
import { AuthorityBudgets } from "#modules/empowerment/ui/authority-budgets.tsx";
import { GrantedRules, RuleList } from "#modules/empowerment/ui/authority-rules.tsx";
import { VersionBanners } from "#modules/empowerment/ui/policy/version-banners.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { EmptyState } from "#ui/feedback.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "decide:authority.title" };

export const loader = page("authority.read", async ({ actor, words }) =>
  json({ authority: await myAuthority(actor), currency: words.currency ?? "VND", mayAcknowledge: can(actor, "policies.acknowledge") }),
);

export const action = act("policies.acknowledge", async ({ actor, form }) => {
  await acknowledgePolicy(actor, Number(form.get("version")));
  return redirectWithToast("/authority", { key: "decide:authority.saved" });
});

export default function AuthorityPage() {
  const { t } = useTranslation("decide");
  const { authority, currency, mayAcknowledge } = useLoaderData<typeof loader>();
  if (authority === null) {
    return (
      <Page>
        <PageHeader title={t("authority.title")} />
        <EmptyState title={t("authority.none")} />
      </Page>
    );
  }
  const { rules, budgets } = authority;
  const of = (effect: "grant" | "require" | "prohibit") => rules.filter((rule) => rule.effect === effect);
  return (
    <Page wide>
      <PageHeader title={t("authority.title")} lead={t("authority.lead")} />
      <Columns
        aside={
          <>
            {budgets.length > 0 && (
              <Card title={t("authority.budgets")}>
                <AuthorityBudgets budgets={budgets} currency={currency} />
              </Card>
            )}
            {(["require", "prohibit"] as const).map(
              (effect) =>
                of(effect).length > 0 && (
                  <Card key={effect} title={effect === "prohibit" ? t("authority.never") : t("authority.also")} className="gap-1">
                    <RuleList rules={of(effect)} currency={currency} />
                  </Card>
                ),
            )}
          </>
        }
      >
        <VersionBanners authority={authority} mayAnswer={mayAcknowledge} />
        {of("grant").length === 0 && <EmptyState title={t("authority.empty")} />}
        <GrantedRules rules={of("grant")} currency={currency} />
      </Columns>
    </Page>
  );
}
