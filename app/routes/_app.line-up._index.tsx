import { json } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { ruleInForce } from "#composition/stories.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { localDay } from "#kernel/period.ts";
import { organisation } from "#modules/people/public.server.ts";
import { mondayOf, readWeek } from "#modules/stories/public.ts";
import { discussionInput, lineUpCards, lineUpOf, markDiscussed, ownDiscussion, teamDiscussions } from "#modules/stories/public.server.ts";
import { DiscussionForm } from "#modules/stories/ui/discussion-form.tsx";
import { LineUpCard } from "#modules/stories/ui/line-up-card.tsx";
import { TeamTalks } from "#modules/stories/ui/team-talks.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Badge, EmptyState } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "stories:lineUp.title" };

export const loader = page("line-up.read", async ({ actor, url }) => {
  const now = systemClock.now();
  const today = localDay(now, organisation().timeZone);
  const week = readWeek(url.searchParams.get("week")) ?? mondayOf(today);
  const card = await lineUpOf(actor, week, ruleInForce);
  const published = card?.published === true;
  const [own, teams, earlier] = await Promise.all([
    published ? ownDiscussion(actor, card.id) : null,
    published && can(actor, "line-up.teams") ? teamDiscussions(card.id, { actor, source: "screen", now }) : null,
    lineUpCards(actor, today, ruleInForce),
  ]);
  return json({ week, card, own, teams, today, earlier: earlier.filter((each) => each.week !== week).map(({ week: of, story, question }) => ({ week: of, title: story?.title ?? null, question })), mayChoose: can(actor, "line-up.choose") });
});

export const action = act("line-up.discuss", async ({ actor, form, url }) => {
  await markDiscussed(String(form.get("card") ?? ""), discussionInput(form), { actor, source: "screen", now: systemClock.now() });
  const week = readWeek(url.searchParams.get("week"));
  return redirectWithToast(week === null ? "/line-up" : `/line-up?week=${week}`, { key: "stories:lineUp.marked" });
});

export default function LineUpPage() {
  const { week, card, own, teams, today, earlier, mayChoose } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("stories");
  const refused = answer && "refusal" in answer ? answer : null;
  const choose = mayChoose && <LinkButton to={`/line-up/design?week=${week}`} variant={card === null ? "primary" : "secondary"}>{t("lineUp.choose")}</LinkButton>;
  return (
    <Page wide>
      <PageHeader
        title={t("lineUp.title")}
        lead={
          <span className="flex flex-wrap items-center gap-3">
            {t("lineUp.week", { day: week })}
            {card && !card.published && <Badge>{t("lineUp.notPublished")}</Badge>}
          </span>
        }
        back={{ to: "/stories", label: t("title") }}
        actions={
          <>
            {card !== null && <LinkButton to={`/line-up/print?week=${week}`}>{t("lineUp.print")}</LinkButton>}
            {choose}
          </>
        }
      />
      <FormErrors refusal={refused?.refusal ?? null} fields={{ day: "day", present: "present", cameUp: "cameUp" }} />
      <Columns
        aside={
          <>
            {earlier.length > 0 && (
              <Card title={t("lineUp.earlier")}>
                <ul className="flex flex-col divide-y divide-line">
                  {earlier.map((each) => (
                    <li key={each.week} className="py-2">
                      <Link to={`/line-up?week=${each.week}`} className="inline-flex min-h-target items-center underline underline-offset-4">{t("lineUp.week", { day: each.week })}</Link>
                      {each.title && <p className="text-sm text-muted">{each.title}</p>}
                    </li>
                  ))}
                </ul>
              </Card>
            )}
          </>
        }
      >
        <p className="max-w-prose text-muted">{t("lineUp.lead")}</p>
        {card === null ? (
          <EmptyState title={t("lineUp.none")} action={choose}>{t(mayChoose ? "lineUp.noneEditor" : "lineUp.noneHint")}</EmptyState>
        ) : (
          <LineUpCard card={card} />
        )}
        {teams !== null && <TeamTalks teams={teams} />}
        {card !== null && own !== null && <DiscussionForm cardId={card.id} {...own} today={today} refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />}
      </Columns>
    </Page>
  );
}
