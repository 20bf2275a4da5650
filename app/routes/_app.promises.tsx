import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { closePromiseOf } from "#composition/close-promise.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { closingInput, promisesToKeep } from "#modules/customers/public.server.ts";
import { PromiseList } from "#modules/customers/ui/promise-list.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { EmptyState } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ promises: unknown[] }> = { title: "customers:due.title", count: ({ promises }) => promises.length };

export const loader = page("customers.write", async ({ actor }) => {
  const promises = await promisesToKeep(actor.personId);
  return json({ promises: promises.map(({ id, text, dueAt, ref }) => ({ id, text, ref, dueAt: dueAt.toISOString(), keeper: null })) });
});

export const action = act("customers.write", async ({ actor, form }) => {
  const state = form.get("intent") === "broken" ? "broken" : "kept";
  await closePromiseOf(String(form.get("promiseId") ?? ""), state, closingInput(form), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast("/promises", { key: `customers:page.${state}Saved` });
});

export default function PromisesPage() {
  const { promises } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("customers");
  return (
    <Page>
      <PageHeader title={t("due.title")} lead={t("due.lead")} />
      <FormErrors refusal={answer && "refusal" in answer ? answer.refusal : null} />
      {promises.length === 0 ? (
        <EmptyState title={t("due.empty")}>{t("due.emptyHint")}</EmptyState>
      ) : (
        <Card>
          <PromiseList promises={promises} mayClose />
        </Card>
      )}
    </Page>
  );
}
