import { json } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { createToken } from "#modules/people/public.server.ts";
import { NewToken, TokenForm } from "#modules/people/ui/sign-in/token-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "sign-in:tokens.create" };

export const loader = page("tokens.service", () => json(null), { proof: true });

export const action = act(
  "tokens.service",
  async ({ actor, form }) => {
    const asked = { actor, source: "screen", now: systemClock.now() } as const;
    const name = String(form.get("name") ?? "").trim();
    const made = await createToken(asked, { name, owner: { service: name }, scopes: form.getAll("scopes").map(String), days: Number(form.get("days")) });
    return json({ made: made.token });
  },
  { proof: true },
);

export default function NewServiceTokenPage() {
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("sign-in");
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("tokens.create")} lead={t("tokens.servicesLead")} back={{ to: "/tokens", label: t("tokens.servicesTitle") }} />
      {answer && "made" in answer ? <NewToken token={answer.made} /> : <TokenForm owner="service" refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />}
    </Page>
  );
}
