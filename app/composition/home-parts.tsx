import { Link } from "@remix-run/react";
import { ChevronRight, ClipboardList, type LucideIcon, MessageCircleHeart, ScrollText, Sprout } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DecisionList } from "#modules/empowerment/ui/decision-list.tsx";
import type { DecisionRow } from "#modules/empowerment/view-models.ts";
import { StepLine } from "#modules/learning/ui/step-card.tsx";
import type { StepView } from "#modules/learning/view-models.ts";
import { LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import type { HomePlace } from "./home.server.ts";
import { NAVIGATION } from "./navigation.ts";

/** Places to go to, one a line, each wholly a link. */
function Lines({ children }: { children: ReactNode }) {
  return <ul className="flex flex-col divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">{children}</ul>;
}

function Line({ to, icon: Icon, children }: { to: string; icon: LucideIcon; children: ReactNode }) {
  return (
    <li>
      <Link to={to} className="flex min-h-target items-center gap-3 px-4 py-3 text-ink hover:bg-sunken">
        <Icon aria-hidden className="size-6 shrink-0 text-accent" />
        <span className="min-w-0 flex-1">{children}</span>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-muted" />
      </Link>
    </li>
  );
}

interface ForYouView {
  readonly unreadVersion: number | null;
  readonly pulse: { readonly href: string; readonly count: number } | null;
  readonly changes: number;
  readonly next: StepView | null;
}

/** What is asked of one in the next days, a line each. */
export function ForYou({ unreadVersion, pulse, changes, next }: ForYouView) {
  const { t } = useTranslation(["decide", "pulse", "improvements"]);
  if (unreadVersion === null && pulse === null && changes === 0 && next === null) return null;
  return (
    <section aria-labelledby="for-you" className="flex flex-col gap-2">
      <h2 id="for-you" className="text-lg">{t("home.forYou")}</h2>
      <Lines>
        {next !== null && <Line to={next.href ?? "/learn"} icon={Sprout}><StepLine next={next} /></Line>}
        {unreadVersion !== null && <Line to="/authority" icon={ScrollText}>{t("home.unread", { version: unreadVersion })}</Line>}
        {pulse !== null && <Line to={pulse.href} icon={MessageCircleHeart}>{t("pulse:home", { count: pulse.count })}</Line>}
        {changes > 0 && <Line to="/improvements?view=waiting" icon={ClipboardList}>{t("improvements:home", { count: changes })}</Line>}
      </Lines>
    </section>
  );
}

/** Where those begin who serve nobody themselves. */
export function Places({ places }: { places: readonly HomePlace[] }) {
  const { t } = useTranslation(["decide", "ui"]);
  if (places.length === 0) return null;
  return (
    <nav aria-label={t("home.places")}>
      <Lines>
        {places.map((place) => (
          <Line key={place} to={NAVIGATION[place].to} icon={NAVIGATION[place].icon}>
            <span className="block font-semibold">{t(`ui:nav.${place}`)}</span>
            <span className="block text-sm text-muted">{t(`home.lead.${place}`)}</span>
          </Line>
        ))}
      </Lines>
    </nav>
  );
}

/** Decisions under a heading; nothing where there are none. `all` leads to all of them. */
export function DecisionCard({ title, rows, all, withPerson = false }: { title: string; rows: readonly DecisionRow[]; all?: string; withPerson?: boolean }) {
  if (rows.length === 0) return null;
  return (
    <Card title={title} aside={all !== undefined && <AllLink to={all} />} className="gap-2">
      <DecisionList rows={rows} label={title} withPerson={withPerson} />
    </Card>
  );
}

export function AllLink({ to }: { to: string }) {
  const { t } = useTranslation("decide");
  return <Link to={to} className="inline-flex min-h-target items-center underline underline-offset-4">{t("home.all")}</Link>;
}

interface Urgent {
  readonly hard: readonly { readonly id: string; readonly name: string; readonly dueAt: string }[];
  readonly start: "fresh" | "begun" | null;
  readonly toPublish: readonly number[];
}

/** A colleague after a hard case, a company at its very beginning, a version that waits for a second person. */
export function UrgentNotices({ hard, start, toPublish }: Urgent) {
  const { t } = useTranslation(["decide", "care", "listening"]);
  return (
    <>
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
      {toPublish.map((version) => (
        <Banner key={version} tone="warn" action={<LinkButton to={`/policies/${version}`} variant="primary">{t("policies.version", { version })}</LinkButton>}>
          {t("home.review")}
        </Banner>
      ))}
    </>
  );
}
