import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { overturnDecisionOf } from "#composition/decision-outcome.server.ts";
import { decisionDetail } from "#modules/empowerment/public.server.ts";
import { DecisionFacts } from "#modules/empowerment/ui/decision-facts.tsx";
import { OVERTURN_REASONS } from "#modules/empowerment/view-models.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ decision: { number: string } }> = { title: "proposals:overturn.title", titleParams: ({ decision }) => ({ number: decision.number }) };

export const loader = page("decisions.overturn", async ({ actor, params, locale }) => {
  const decision = await decisionDetail(actor, params.id ?? "", locale);
  if (decision === null || !decision.may.overturn) throw notFound();
  return json({ decision });
});

export const action = act("decisions.overturn", async ({ actor, params, form }) => {
  const { id } = await overturnDecisionOf(actor, params.id ?? "", { reason: String(form.get("reason") ?? ""), note: String(form.get("note") ?? "") });
  return redirectWithToast(`/decisions/${id}`, { key: "proposals:overturn.saved" });
});

export default function OverturnPage() {
  const { t } = useTranslation("proposals");
  const { decision } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer && "refusal" in answer ? answer.refusal : null;
  const typed: Readonly<Record<string, string>> = answer && "typed" in answer ? answer.typed : {};
  const busy = useNavigation().state !== "idle";
  return (
    <Page>
      <PageHeader title={t("overturn.title", { number: decision.number })} lead={t("overturn.lead")} back={{ to: `/decisions/${decision.id}`, label: decision.number }} />
      <FormErrors refusal={refusal} fields={{ reason: "reason", note: "note" }} />
      <Card>
        <DecisionFacts decision={decision} />
      </Card>
      <Form method="post" className="flex flex-col gap-5">
        <RadioChips
          label={t("overturn.reason")}
          id="reason"
          name="reason"
          required
          selected={typed["reason"]}
          errors={errorsAt(refusal, "reason")}
          options={OVERTURN_REASONS.map((reason) => ({ value: reason, label: t(`overturn.reasonOf.${reason}`) }))}
        />
        <Field label={t("overturn.note")} id="note" name="note" hint={t("overturn.noteHint")} defaultValue={typed["note"]} errors={errorsAt(refusal, "note")}>
          <TextArea rows={3} maxLength={2000} required />
        </Field>
        <div>
          <Button variant="primary" pending={busy}>
            {t("overturn.save")}
          </Button>
        </div>
      </Form>
    </Page>
  );
}
