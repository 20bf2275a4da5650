import { json } from "@remix-run/node";
import { Form, Link, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { notificationText } from "#modules/notifications/public.ts";
import { systemClock } from "#kernel/clock.ts";
import { useUpdates } from "#modules/empowerment/ui/use-updates.ts";
import { act, page } from "#platform/http/page.server.ts";
import { safeRedirect } from "#platform/http/responses.server.ts";
import { listNotifications, readNotifications } from "#modules/notifications/public.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Badge, EmptyState } from "#ui/feedback.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";
import { RelativeTime } from "#ui/time.tsx";

export const handle: PageHandle = { title: "decide:notifications.title" };

export const loader = page("notifications.read", async ({ actor, t, locale }) => {
  const rows = await listNotifications(actor.personId);
  return json({ rows: rows.map(({ kind, params, ...row }) => ({ ...row, text: notificationText(t, { kind, params }, locale) })) });
});

export const action = act("notifications.read", async ({ actor }) => {
  await readNotifications(actor.personId, systemClock.now());
  return safeRedirect("/notifications");
});

export default function NotificationsPage() {
  const { t } = useTranslation(["decide", "notifications"]);
  const { rows } = useLoaderData<typeof loader>();
  const busy = useNavigation().state !== "idle";
  useUpdates();
  const unread = rows.some((row) => !row.read);
  return (
    <Page>
      <PageHeader title={t("notifications.title")} actions={<LinkButton to="/account/notifications">{t("notifications:page.choose")}</LinkButton>} />
      {unread && (
        <Form method="post">
          <Button pending={busy}>{t("notifications.readAll")}</Button>
        </Form>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t("notifications.empty")} />
      ) : (
        <Card>
          <ul className="flex flex-col divide-y divide-line">
            {rows.map((row) => (
              <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-3 first:pt-0 last:pb-0">
                <span className="min-w-0 flex-1 basis-64">
                  {row.href ? (
                    <Link to={row.href} className="underline underline-offset-4">
                      {row.text}
                    </Link>
                  ) : (
                    row.text
                  )}
                </span>
                {!row.read && <Badge tone="info">{t("notifications.new")}</Badge>}
                <span className="text-sm text-muted">
                  <RelativeTime iso={row.at} />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}
