import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { createToken, listTokens, revokeToken } from "#modules/people/public.server.ts";
import { NewToken, TokenForm } from "#modules/people/ui/sign-in/token-form.tsx";
import { TokenTable } from "#modules/people/ui/sign-in/token-table.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "sign-in:tokens.title" };

export const loader = page("tokens.own", async ({ actor }) => json({ tokens: await listTokens({ personId: actor.personId }, systemClock.now()) }), { proof: true });

export const action = act(
  "tokens.own",
  async ({ actor, form }) => {
    const asked = { actor, source: "screen", now: systemClock.now() } as const;
    if (form.get("intent") === "revoke") {
      await revokeToken(asked, String(form.get("id") ?? ""));
      return redirectWithToast("/account/tokens", { key: "sign-in:tokens.revoked" });
    }
    const scopes = form.getAll("scopes").map(String);
    const days = Number(form.get("days"));
    const made = await createToken(asked, { name: String(form.get("name") ?? ""), owner: { personId: actor.personId }, scopes: scopes.length === 0 ? null : scopes, days });
    return json({ made: made.token });
  },
  { proof: true },
);

export default function TokensPage() {
  const { tokens } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("sign-in");
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page wide>
      <PageHeader title={t("tokens.title")} lead={t("tokens.lead")} back={{ to: "/account", label: t("account.title") }} />
      {answer && "made" in answer && <NewToken token={answer.made} />}
      <TokenTable tokens={tokens} owner="self" mayRevoke />
      <Card title={t("tokens.create")}>
        <TokenForm owner="self" refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
      </Card>
    </Page>
  );
}
