import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { customerErasure } from "#composition/erasure.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { eraseCustomer, findCustomer } from "#modules/customers/public.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { ConfirmDialog } from "#ui/dialog.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle<{ ref: string }> = { title: "customers:erase.title", titleParams: ({ ref }) => ({ ref }) };

export const loader = page("customers.erase", ({ params }) => {
  const customer = findCustomer({ ref: params["ref"] ?? "" });
  if (customer === null) throw notFound();
  return json({ ref: customer.ref });
}, { proof: true });

export const action = act("customers.erase", async ({ actor, params }) => {
  await eraseCustomer(params["ref"] ?? "", { actor, source: "screen", now: systemClock.now() }, customerErasure);
  return redirectWithToast("/customers", { key: "customers:erase.done" });
}, { proof: true });

export default function ErasePage() {
  const { ref } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("customers");
  return (
    <Page>
      <PageHeader title={t("erase.title", { ref })} back={{ to: `/customers/${encodeURIComponent(ref)}`, label: t("page.title", { ref }) }} />
      <FormErrors refusal={answer && "refusal" in answer ? answer.refusal : null} />
      <Card>
        <p className="max-w-prose">{t("erase.lead")}</p>
        <ConfirmDialog trigger={t("erase.confirm")} triggerVariant="danger" title={t("erase.question", { ref })} description={t("erase.lead")} confirm={t("erase.confirm")} />
      </Card>
    </Page>
  );
}
