import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { addTestFromDecision, decisionAsTest } from "#modules/empowerment/public.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors } from "#ui/form-errors.tsx";
import { Select, TextInput } from "#ui/inputs.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ decided: { number: string } }> = { title: "policy:tests.useTitle", titleParams: ({ decided }) => ({ number: decided.number }) };

export const loader = page("policies.edit", async ({ actor, params }) => {
  const decided = await decisionAsTest(actor, params.id ?? "");
  if (decided === null) throw notFound();
  return json({ decided });
});

export const action = act("policies.edit", async ({ actor, params, form }) => {
  const text = (name: string) => String(form.get(name) ?? "");
  const chosen = text("version");
  const { version } = await addTestFromDecision(actor, params.id ?? "", { version: chosen === "" ? null : Number(chosen), outcome: text("outcome"), name: text("name") });
  return redirectWithToast(`/policies/${version}/tests`, { key: "policy:tests.added", params: { version } });
});

const OUTCOMES = ["granted", "escalated", "refused"] as const;

export default function DecisionTestPage() {
  const { t } = useTranslation("policy");
  const { decided } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const typed: Readonly<Record<string, string>> = refused?.typed ?? {};
  const busy = useNavigation().state !== "idle";
  const newest = decided.drafts[0];
  return (
    <Page>
      <PageHeader title={t("tests.useTitle", { number: decided.number })} back={{ to: `/decisions/${decided.id}`, label: decided.number }} lead={t("tests.useLead")} />
      <FormErrors refusal={refused?.refusal ?? null} />
      <Card>
        <Form method="post" className="flex flex-col gap-5">
          <Field label={t("tests.draft")} name="version" defaultValue={typed["version"] ?? (newest === undefined ? "" : String(newest))} errors={errorsAt(refused?.refusal, "version")}>
            <Select options={[...decided.drafts.map((version) => ({ value: String(version), label: t("tests.draftOf", { version }) })), { value: "", label: t("tests.newDraft") }]} />
          </Field>
          <Field label={t("tests.name")} name="name" defaultValue={typed["name"] ?? decided.number} errors={errorsAt(refused?.refusal, "name")}>
            <TextInput maxLength={200} required />
          </Field>
          <RadioChips
            label={t("tests.expect")}
            name="outcome"
            hint={t("tests.expectHint")}
            selected={typed["outcome"] ?? decided.outcome}
            errors={errorsAt(refused?.refusal, "outcome")}
            options={OUTCOMES.map((value) => ({ value, label: t(`tests.outcome.${value}`) }))}
          />
          <div>
            <Button variant="primary" pending={busy}>
              {t("tests.add")}
            </Button>
          </div>
        </Form>
      </Card>
    </Page>
  );
}
