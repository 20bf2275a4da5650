import { json } from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { acknowledgePolicy, myAuthority } from "#modules/empowerment/public.server.ts";
import { RuleCard } from "#modules/empowerment/ui/rule-card.tsx";
import { BudgetLines } from "#modules/empowerment/ui/verdict-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Banner, EmptyState } from "#ui/feedback.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
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
  const busy = useNavigation().state !== "idle";
  if (authority === null) {
    return (
      <Page>
        <PageHeader title={t("authority.title")} />
        <EmptyState title={t("authority.none")} />
      </Page>
    );
  }
  const { rules, budgets } = authority;
  return (
    <Page>
      <PageHeader title={t("authority.title")} lead={t("authority.lead")} />
      {authority.readAt ? (
        <Banner tone="good">{t("authority.readAt", { at: authority.readAt })}</Banner>
      ) : (
        mayAcknowledge && (
          <Form method="post">
            <Banner
              tone="info"
              title={t("policies.version", { version: authority.policyVersion })}
              action={
                <Button variant="primary" name="version" value={authority.policyVersion} pending={busy}>
                  {t("authority.read")}
                </Button>
              }
            >
              {t("policies.from", { at: authority.effectiveFrom })}
            </Banner>
          </Form>
        )
      )}
      {budgets.length > 0 && (
        <Card title={t("authority.budgets")}>
          <BudgetLines budgets={budgets} currency={currency} />
        </Card>
      )}
      {rules.length === 0 && <EmptyState title={t("authority.empty")} />}
      {(["grant", "require", "prohibit"] as const).map((effect) => {
        const some = rules.filter((rule) => rule.effect === effect);
        if (some.length === 0) return null;
        return (
          <section key={effect} className="flex flex-col gap-4">
            {effect !== "grant" && <h2 className="text-xl font-semibold">{effect === "prohibit" ? t("authority.never") : t("authority.also")}</h2>}
            {some.map((rule) => (
              <RuleCard key={rule.code} rule={rule} currency={currency} />
            ))}
          </section>
        );
      })}
    </Page>
  );
}
