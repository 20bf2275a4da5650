import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { listTokens, revokeToken } from "#modules/people/public.server.ts";
import { TokenTable } from "#modules/people/ui/sign-in/token-table.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "sign-in:tokens.servicesTitle" };

export const loader = page("tokens.read", async ({ actor }) => json({ tokens: await listTokens("services", systemClock.now()), mayManage: can(actor, "tokens.service") }));

export const action = act(
  "tokens.service",
  async ({ actor, form }) => {
    await revokeToken({ actor, source: "screen", now: systemClock.now() }, String(form.get("id") ?? ""));
    return redirectWithToast("/tokens", { key: "sign-in:tokens.revoked" });
  },
  { proof: true },
);

export default function ServiceTokensPage() {
  const { tokens, mayManage } = useLoaderData<typeof loader>();
  const { t } = useTranslation("sign-in");
  return (
    <Page wide>
      <PageHeader
        title={t("tokens.servicesTitle")}
        lead={t("tokens.servicesLead")}
        actions={mayManage && <LinkButton to="/tokens/new" variant="primary">{t("tokens.create")}</LinkButton>}
      />
      <TokenTable tokens={tokens} owner="service" mayRevoke={mayManage} />
    </Page>
  );
}
