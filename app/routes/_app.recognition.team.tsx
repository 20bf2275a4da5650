import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { evidenceSources } from "#composition/recognition-evidence.server.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { systemClock } from "#kernel/clock.ts";
import { teamMonth } from "#modules/recognition/public.server.ts";
import { RecognitionCard } from "#modules/recognition/ui/recognition-card.tsx";
import { page } from "#platform/http/page.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";
import { Table } from "#ui/table.tsx";

export const handle: PageHandle = { title: "recognition:team.title" };

export const loader = page("recognitions.own-team", async ({ actor, url }) => json(await teamMonth(actor, url.searchParams.get("month"), systemClock.now(), evidenceSources)));

const NAMED = 5;

export default function TeamMonthPage() {
  const { month, earlier, later, people, recognitions } = useLoaderData<typeof loader>();
  const { t } = useTranslation("recognition");
  const format = useFormat();
  const quiet = people.filter(({ received }) => received === 0).map(({ person }) => person.name);
  const months = (
    <div className="flex flex-wrap gap-2">
      <LinkButton to={`/recognition/team?month=${earlier}`}>{t("team.earlier")}</LinkButton>
      {later && <LinkButton to={`/recognition/team?month=${later}`}>{t("team.later")}</LinkButton>}
    </div>
  );
  return (
    <Page wide>
      <PageHeader title={t("team.title")} lead={t("team.lead")} back={{ to: "/recognition", label: t("title") }} actions={months} />
      {people.length === 0 ? (
        <EmptyState title={t("team.empty")}>{t("team.emptyHint")}</EmptyState>
      ) : (
        <>
          <div className="max-w-prose">
            <h2 className="text-xl">{t("team.month", { month: format.month(month) })}</h2>
            <p>{t("team.summary", { reached: people.length - quiet.length, n: people.length })}</p>
            {quiet.length > 0 && quiet.length <= NAMED && <p className="mt-1">{t("team.quiet", { names: quiet })}</p>}
          </div>
          <Columns
            aside={
              <Table
                caption={t("team.title")}
                rows={people}
                rowKey={({ person }) => person.id}
                columns={[
                  { key: "person", header: t("team.person"), names: true, cell: ({ person }) => person.name },
                  { key: "received", header: t("team.received"), numeric: true, cell: ({ received }) => format.number(received) },
                  { key: "given", header: t("team.given"), numeric: true, cell: ({ given }) => format.number(given) },
                ]}
              />
            }
          >
            <h2 className="text-xl">{t("team.list")}</h2>
            {recognitions.length === 0 && <p className="text-muted">{t("team.none")}</p>}
            {recognitions.map((view) => (
              <RecognitionCard key={view.id} view={view} />
            ))}
          </Columns>
        </>
      )}
    </Page>
  );
}
