import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { findCustomer, revealPhone } from "#modules/customers/public.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { Button, buttonClasses } from "#ui/button.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "customers:phone.title" };

export const loader = page("customers.reveal-phone", ({ params }) => {
  const customer = findCustomer({ ref: params["ref"] ?? "" });
  if (customer === null || customer.phoneLast === null) throw notFound();
  return json({ ref: customer.ref, phoneLast: customer.phoneLast });
});

export const action = act("customers.reveal-phone", async ({ actor, params }) =>
  json({ phone: await revealPhone(params["ref"] ?? "", { actor, source: "screen", now: systemClock.now() }) }),
);

export default function PhonePage() {
  const { ref, phoneLast } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("customers");
  const phone = answer && "phone" in answer ? answer.phone : null;
  return (
    <Page>
      <PageHeader title={t("phone.title")} lead={t("phone.lead")} back={{ to: `/customers/${encodeURIComponent(ref)}`, label: t("page.title", { ref }) }} />
      <Card>
        {phone === null ? (
          <>
            <p>··· {phoneLast}</p>
            <Form method="post">
              <Button variant="primary" size="large">{t("phone.confirm")}</Button>
            </Form>
          </>
        ) : (
          <p role="status">
            <a href={`tel:${phone}`} className={buttonClasses("primary", "large")}>{t("phone.call", { phone })}</a>
          </p>
        )}
      </Card>
    </Page>
  );
}
