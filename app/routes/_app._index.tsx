import { json } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PersonActor } from "#access/actor.ts";
import { type Action, can } from "#access/permissions.ts";
import { homeStep } from "#composition/learning.server.ts";
import { NAVIGATION } from "#composition/navigation.ts";
import { careWaiting } from "#modules/care/public.server.ts";
import { promisesToKeep } from "#modules/customers/public.server.ts";
import { PromiseList } from "#modules/customers/ui/promise-list.tsx";
import { decisionRows, homeView, waitingOnMe } from "#modules/empowerment/public.server.ts";
import { ApprovalCard } from "#modules/empowerment/ui/approval-card.tsx";
import { CustomerStep } from "#modules/empowerment/ui/customer-step.tsx";
import { DecisionList } from "#modules/empowerment/ui/decision-list.tsx";
import { useUpdates } from "#modules/empowerment/ui/use-updates.ts";
import { StepCard } from "#modules/learning/ui/step-card.tsx";
import { startCard } from "#modules/listening/public.server.ts";
import { systemClock } from "#kernel/clock.ts";
import type { DecisionRow } from "#modules/empowerment/view-models.ts";
import { waitingCount } from "#modules/improvements/public.server.ts";
import { pulsesToAnswer } from "#modules/pulse/public.server.ts";
import { page } from "#platform/http/page.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

const SHOWN = 3;

/** Where those begin who serve nobody themselves, and what each place is for them. */
const PLACES = { policies: "policies.read-drafts", people: "people.edit", qualifications: "qualifications.edit", organisation: "organisation.edit", audit: "audit.read" } as const satisfies Record<string, Action>;
type Place = keyof typeof PLACES;

export const handle: PageHandle = { title: "ui:nav.home" };

/** What waits in the whole organisation, for those who only watch. */
async function stuck(actor: PersonActor): Promise<DecisionRow[]> {
  const { items } = await decisionRows(actor, { state: "pending" }, null);
  return items.slice(0, 2 * SHOWN);
}

export const loader = page("account.self", async ({ actor, locale }) => {
  const serves = actor.grants.some((grant) => grant.role === "frontline");
  const approves = can(actor, "approvals.answer");
  const decides = can(actor, "decisions.record");
  const none: DecisionRow[] = [];
  const [home, waiting, promises, watched, start, changes, next, pulses, hard] = await Promise.all([
    homeView(actor),
    approves ? waitingOnMe(actor, locale) : [],
    can(actor, "customers.write") ? promisesToKeep(actor.personId) : [],
    !decides && can(actor, "decisions.read") ? stuck(actor) : none,
    startCard(actor, systemClock.now()),
    waitingCount(actor),
    homeStep(actor),
    pulsesToAnswer(actor, systemClock.now()),
    careWaiting(actor, systemClock.now()),
  ]);
  return json({
    home,
    waiting: waiting.slice(0, SHOWN),
    more: waiting.length > SHOWN,
    promises: promises.slice(0, SHOWN).map(({ id, text, dueAt, ref }) => ({ id, text, ref, dueAt: dueAt.toISOString(), keeper: null })),
    watched,
    start,
    changes,
    next,
    pulse: pulses[0]?.id ?? null,
    pulses: pulses.length,
    hard: hard.map(({ id, name, dueAt }) => ({ id, name, dueAt })),
    decides,
    serves,
    approves,
    places: decides ? [] : (Object.keys(PLACES) as Place[]).filter((place) => can(actor, PLACES[place])),
  });
});

export default function HomePage() {
  const { t } = useTranslation(["decide", "ui", "customers", "improvements", "listening", "care", "pulse"]);
  const { home, waiting, more, promises, watched, start, changes, next, pulse, pulses, hard, decides, serves, approves, places } = useLoaderData<typeof loader>();
  useUpdates();
  const all = (to: string) => <Link to={to} className="inline-flex min-h-target items-center underline underline-offset-4">{t("home.all")}</Link>;
  const approvals = approves && (waiting.length > 0 || !serves) && (
    <section aria-labelledby="waiting" className="flex flex-col gap-3">
      <h2 id="waiting" className="text-xl">{t("home.waiting")}</h2>
      {waiting.length === 0 && <p className="text-muted">{t("home.nothing")}</p>}
      {waiting.map((approval, index) => (
        <ApprovalCard key={approval.id} approval={approval} first={index === 0 && !serves} />
      ))}
      {more && <LinkButton to="/approvals">{t("home.all")}</LinkButton>}
    </section>
  );
  const quiet = !decides && start === null && next === null && home.toPublish.length === 0 && watched.length === 0;
  return (
    <Page wide>
      <PageHeader title={t("ui:nav.home")} lead={quiet ? t("home.nothing") : undefined} />
      <Columns
        aside={
          <>
            {home.unreadVersion !== null && (
              <Banner tone="info" action={<LinkButton to="/authority">{t("home.readNow")}</LinkButton>}>
                {t("home.unread", { version: home.unreadVersion })}
              </Banner>
            )}
            {pulse !== null && (
              <Banner tone="info" action={<LinkButton to={pulses === 1 ? `/pulse/${pulse}` : "/pulses"}>{t("pulse:list.answer")}</LinkButton>}>
                {t("pulse:home", { count: pulses })}
              </Banner>
            )}
            {changes > 0 && (
              <Banner tone="info" action={<LinkButton to="/improvements?view=waiting">{t("improvements:view.waiting")}</LinkButton>}>
                {t("improvements:home", { count: changes })}
              </Banner>
            )}
            {next !== null && <StepCard next={next} />}
            <Rows title={t("home.recent")} rows={home.recent} more={all("/decisions")} />
            {!quiet && places.length > 0 && <Places places={places} />}
          </>
        }
      >
        {hard.map(({ id, name, dueAt }) => (
          <Banner key={id} tone="warn" title={t("care:waiting.said", { name })} action={<LinkButton to="/care" variant="primary">{t("care:waiting.go")}</LinkButton>}>
            {t("care:waiting.due", { dueAt })}
          </Banner>
        ))}
        {start !== null && (
          <Banner tone="info" title={t("listening:start.card")} action={<LinkButton to="/start" variant="primary">{start === "fresh" ? t("listening:start.cardGo") : t("listening:start.cardContinue")}</LinkButton>}>
            {t("listening:start.cardText")}
          </Banner>
        )}
        {home.toPublish.map((version) => (
          <Banner key={version} tone="warn" action={<LinkButton to={`/policies/${version}`} variant="primary">{t("policies.version", { version })}</LinkButton>}>
            {t("home.review")}
          </Banner>
        ))}
        {serves && <CustomerStep />}
        {approvals}
        {decides && !serves && <CustomerStep />}
        <Rows title={t("home.toGive")} rows={home.toGive} />
        {promises.length > 0 && (
          <Card title={t("customers:due.title")} aside={all("/promises")}>
            <PromiseList promises={promises} mayClose={false} />
          </Card>
        )}
        <Rows title={t("home.pending")} rows={home.pending} />
        <Rows title={t("home.watched")} rows={watched} more={all("/decisions?state=pending")} withPerson />
        {quiet && places.length > 0 && <Places places={places} />}
      </Columns>
    </Page>
  );
}

function Rows({ title, rows, more, withPerson = false }: { title: string; rows: readonly DecisionRow[]; more?: ReactNode; withPerson?: boolean }) {
  if (rows.length === 0) return null;
  return (
    <Card title={title} aside={more} className="gap-2">
      <DecisionList rows={rows} label={title} withPerson={withPerson} />
    </Card>
  );
}

function Places({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation(["decide", "ui"]);
  return (
    <nav aria-label={t("home.places")}>
      <ul className="flex flex-col divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
        {places.map((place) => {
          const { to, icon: Icon } = NAVIGATION[place];
          return (
            <li key={place}>
              <Link to={to} className="flex min-h-target items-center gap-4 px-4 py-3 text-ink hover:bg-sunken">
                <Icon aria-hidden className="size-6 shrink-0 text-accent" />
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold">{t(`ui:nav.${place}`)}</span>
                  <span className="block text-sm text-muted">{t(`home.lead.${place}`)}</span>
                </span>
                <ChevronRight aria-hidden className="size-5 shrink-0 text-muted" />
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
