import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { chooseTopics, ownTopics } from "#modules/notifications/public.server.ts";
import { choicesBody, choicesInput } from "#modules/notifications/schemas.ts";
import { TopicChoice } from "#modules/notifications/ui/topic-choice.tsx";
import { env } from "#platform/env.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "notifications:page.title" };

export const loader = page("account.self", async ({ actor }) => json({ topics: await ownTopics(actor), mailLeaves: env.SMTP_URL !== null }));

export const action = act("account.self", async ({ actor, form }) => {
  const { topics } = parseInput(choicesBody, choicesInput(form));
  await chooseTopics(topics, { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast("/account/notifications", { key: "notifications:page.saved" });
});

export default function AccountNotificationsPage() {
  const { topics, mailLeaves } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const { t } = useTranslation("notifications");
  return (
    <Page>
      <PageHeader title={t("page.title")} lead={t("page.lead")} actions={<LinkButton to="/notifications">{t("page.toList")}</LinkButton>} />
      {!mailLeaves && <Banner tone="info">{t("page.noMail")}</Banner>}
      <Form method="post" className="flex flex-col gap-4">
        <FormErrors refusal={refused?.refusal} />
        {topics.map((topic) => (
          <TopicChoice key={topic.topic} topic={topic} />
        ))}
        <div>
          <Button variant="primary" pending={busy}>{t("page.save")}</Button>
        </div>
      </Form>
    </Page>
  );
}
