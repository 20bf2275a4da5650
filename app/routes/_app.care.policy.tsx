import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { carePolicyInput, carePolicyPage, setCarePolicy } from "#modules/care/public.server.ts";
import { PrivacyCard } from "#modules/care/ui/care-cards.tsx";
import { MonthCounts } from "#modules/care/ui/month-counts.tsx";
import { sites } from "#modules/people/public.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors } from "#ui/form-errors.tsx";
import { IntegerInput } from "#ui/inputs.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "care:policy.title" };

export const loader = page("care.policy", async ({ actor, locale }) => {
  const [view, places] = await Promise.all([carePolicyPage({ actor, source: "screen", now: systemClock.now() }), sites()]);
  return json({ ...view, places: Object.fromEntries(places.map(({ code, nameVi, nameEn }) => [code, locale === "en" ? nameEn : nameVi])) });
});

export const action = act("care.policy", async ({ actor, form }) => {
  await setCarePolicy(carePolicyInput(form), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast("/care/policy", { key: "care:policy.saved" });
});

export default function CarePolicyPage() {
  const { policy, months, places } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("care");
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page wide>
      <PageHeader title={t("policy.title")} lead={t("policy.lead")} />
      <FormErrors refusal={refused?.refusal ?? null} fields={{ breakMinutes: "breakMinutes" }} />
      <Columns aside={<PrivacyCard />}>
        <Card>
          <Form method="post" className="flex flex-col gap-4">
            <Field label={t("policy.breakMinutes")} hint={t("policy.breakHint")} id="breakMinutes" name="breakMinutes" defaultValue={refused?.typed["breakMinutes"] ?? (policy.breakMinutes === null ? "" : String(policy.breakMinutes))} errors={errorsAt(refused?.refusal, "breakMinutes")} optional>
              <IntegerInput />
            </Field>
            <Checkbox name="handOver" label={t("policy.handOver")} hint={t("policy.handOverHint")} defaultChecked={refused ? refused.typed["handOver"] !== undefined : policy.handOver} />
            <Button variant="primary" className="self-start">{t("policy.save")}</Button>
          </Form>
        </Card>
        <MonthCounts months={months} places={places} />
      </Columns>
    </Page>
  );
}
