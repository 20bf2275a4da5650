import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { threadPanel } from "#composition/thread.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { loggedDecision, lookAgain, lookInput } from "#modules/reviews/public.server.ts";
import { VERDICTS } from "#modules/reviews/schemas.ts";
import { DecisionCard } from "#modules/reviews/ui/decision-card.tsx";
import { ThreadPanel } from "#modules/thread/ui/thread-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "leading:decisions.title" };

export const loader = page("leading.read", async ({ actor, params, t, locale }) => {
  const now = systemClock.now();
  const decision = await loggedDecision(actor, params["id"] ?? "", now);
  if (decision === null) throw notFound();
  return json({ decision, thread: await threadPanel(actor, { kind: "leader_decision", id: decision.id }, { t, locale, at: now }) });
});

export const action = act("leading.write", async ({ actor, params, form }) => {
  const id = params["id"] ?? "";
  await lookAgain(id, lookInput(form), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast(`/leading/decisions/${encodeURIComponent(id)}`, { key: "leading:decisions.lookSaved" });
});

export default function DecisionPage() {
  const { decision, thread } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("leading");
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page wide>
      <PageHeader title={decision.title} back={{ to: "/leading/decisions", label: t("decisions.title") }} />
      <FormErrors refusal={refused?.refusal ?? null} fields={{ verdict: "verdict", happened: "happened" }} />
      <Columns aside={<ThreadPanel thread={thread} />}>
        <DecisionCard decision={decision} whole />
        {decision.due && (
          <Card title={t("decisions.look")}>
            <Form method="post" className="flex flex-col gap-4">
              <RadioChips label={t("decisions.verdict")} id="verdict" name="verdict" selected={refused?.typed["verdict"]} errors={errorsAt(refused?.refusal, "verdict")} options={VERDICTS.map((verdict) => ({ value: verdict, label: t(`decisions.verdicts.${verdict}`) }))} />
              <Field label={t("decisions.happened")} id="happened" name="happened" defaultValue={refused?.typed["happened"]} errors={errorsAt(refused?.refusal, "happened")} required>
                <TextArea rows={3} maxLength={2000} />
              </Field>
              <Button variant="primary" className="self-start">{t("decisions.lookSave")}</Button>
            </Form>
          </Card>
        )}
      </Columns>
    </Page>
  );
}
