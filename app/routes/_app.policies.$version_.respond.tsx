import { json } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { respondPolicy, respondView } from "#modules/empowerment/public.server.ts";
import { OwnResponse, ResponseForm } from "#modules/empowerment/ui/policy/response-form.tsx";
import { ChangeList } from "#modules/empowerment/ui/policy/rule-changes.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ policy: { version: number } }> = { title: "policy:respond.pageTitle", titleParams: ({ policy }) => ({ version: policy.version }) };

export const loader = page("policies.read", async ({ actor, params }) => {
  const policy = await respondView(actor, Number(params.version), systemClock.now());
  if (policy === null) throw notFound();
  return json({ policy });
});

export const action = act("policies.acknowledge", async ({ actor, params, form }) => {
  const version = Number(params.version);
  const text = (name: string) => String(form.get(name) ?? "");
  const chosen = text("checkAnswer");
  await respondPolicy(actor, version, { response: text("response"), rule: text("rule"), words: text("words"), checkAnswer: chosen === "" ? null : Number(chosen) });
  return redirectWithToast(`/policies/${version}/respond`, { key: "policy:respond.saved" });
});

export default function RespondPage() {
  const { t } = useTranslation("policy");
  const { policy } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const { changes, mine } = policy;
  const nothing = changes.rules.length === 0 && changes.budgets.length === 0;
  const when = policy.state === "retired" ? t("respond.ended") : t(policy.state === "published" ? "respond.coming" : "respond.inForce", { at: policy.effectiveFrom });
  return (
    <Page>
      <PageHeader title={t("respond.pageTitle", { version: policy.version })} back={{ to: "/authority", label: t("respond.authority") }} lead={when} />
      <FormErrors refusal={refused?.refusal ?? null} />
      {mine && <OwnResponse mine={mine} />}
      <Card title={t("respond.what")}>
        {policy.before === null && !nothing && <p className="text-muted">{t("respond.first")}</p>}
        {nothing ? <p>{t("respond.nothing")}</p> : <ChangeList changes={changes} currency={policy.currency} />}
        <p>
          <Link to={`/policies/${policy.version}`} className="inline-flex min-h-target items-center text-accent underline underline-offset-4">
            {t("respond.whole")}
          </Link>
        </p>
      </Card>
      {policy.mayRespond && mine?.response !== "understood" && <ResponseForm policy={policy} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />}
    </Page>
  );
}
