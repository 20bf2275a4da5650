import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { askCustomer, decisionToAsk } from "#composition/listening.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { QrCode } from "#modules/listening/ui/qr-code.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { Button, buttonClasses } from "#ui/button.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "listening:ask.title" };

export const loader = page("feedback.ask", async ({ actor, params }) => {
  const { id, number } = await decisionToAsk(actor, params["id"] ?? "");
  return json({ id, number });
});

/** The code is shown with this answer and nowhere again: its link is stored as a hash. */
export const action = act("feedback.ask", async ({ actor, params, url }) => json({ asked: await askCustomer(actor, params["id"] ?? "", url, systemClock.now()) }));

export default function AskPage() {
  const { id, number } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("listening");
  const busy = useNavigation().state !== "idle";
  const asked = answer && "asked" in answer ? answer.asked : null;
  return (
    <Page>
      <PageHeader title={t("ask.title")} lead={t("ask.lead")} back={{ to: `/decisions/${id}`, label: t("ask.back", { number }) }} />
      <FormErrors refusal={answer && "refusal" in answer ? answer.refusal : null} />
      <Card className="items-center text-center">
        {asked && (
          <>
            <p className="text-lg font-semibold">{t("ask.show")}</p>
            <QrCode svg={asked.qr} label={t("ask.qr")} />
            <a href={asked.path} className={buttonClasses("primary", "large")}>{t("ask.here")}</a>
            <p className="text-sm text-muted">{t("ask.until", { until: asked.until })}</p>
          </>
        )}
        <Form method="post">
          <Button variant={asked ? "quiet" : "primary"} size={asked ? "normal" : "large"} pending={busy}>{asked ? t("ask.again") : t("ask.make")}</Button>
        </Form>
      </Card>
    </Page>
  );
}
