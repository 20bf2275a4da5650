import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { valuePage } from "#composition/value-page.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { useLocalName } from "#modules/people/ui/use-local-name.ts";
import { RecognitionCard } from "#modules/recognition/ui/recognition-card.tsx";
import { HangingThings } from "#modules/thread/ui/hanging-things.tsx";
import { page } from "#platform/http/page.server.ts";
import { encodeCursor, readCursor } from "#platform/http/paging.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Card, Page, PageHeader, Pagination } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "people:values.title" };

export const loader = page("values.read", async ({ actor, params, url, t, locale }) => {
  const code = params["code"] ?? "";
  const after = url.searchParams.get("after");
  const { value, threads, next } = await valuePage(actor, code, readCursor(after), { t, locale, at: systemClock.now() });
  const here = `/organisation/values/${encodeURIComponent(code)}`;
  const older = next === null ? null : `${here}?${new URLSearchParams({ after: encodeCursor(next) }).toString()}`;
  return json({ value, threads, older, newer: after === null ? null : here, mayRead: can(actor, "recognitions.read"), mayGive: value.active && can(actor, "recognitions.give") });
});

export default function ValuePage() {
  const { value, threads, older, newer, mayRead, mayGive } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["people", "recognition"]);
  const name = useLocalName();
  const give = mayGive && <LinkButton to="/recognition/new" variant="primary">{t("recognition:give")}</LinkButton>;
  return (
    <Page>
      <PageHeader title={name(value.name)} lead={name(value.meaning)} back={{ to: "/organisation/values", label: t("values.title") }} actions={threads.length > 0 && give} />
      <Card title={t("values.behaviours")} aside={<span className="text-sm text-muted">{t("values.version", { version: value.version })}</span>}>
        <ul className="list-disc pl-5">
          {value.behaviours.map((behaviour) => (
            <li key={behaviour.code}>{name(behaviour)}</li>
          ))}
        </ul>
      </Card>
      {mayRead && <h2 className="text-xl font-semibold">{t("values.threads")}</h2>}
      {mayRead && threads.length === 0 && <EmptyState title={t("values.noThreads")} action={give}>{t("values.noThreadsHint")}</EmptyState>}
      {threads.map(({ view, things, page: thread }) => (
        <section key={view.id} className="flex flex-col gap-2">
          <RecognitionCard view={view} />
          <HangingThings things={things} page={thread} />
        </section>
      ))}
      <Pagination newer={newer} older={older} />
    </Page>
  );
}
