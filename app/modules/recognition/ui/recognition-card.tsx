import { Link } from "@remix-run/react";
import { Hand, Heart, Lightbulb, Lock, type LucideIcon, MessageCircle, Users } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Avatar } from "#ui/avatar.tsx";
import { buttonClasses } from "#ui/button.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import { RelativeTime } from "#ui/time.tsx";
import type { Tone } from "#ui/tone.ts";
import type { RecognitionState } from "../domain/state.ts";
import type { Reaction } from "../schemas.ts";
import type { EvidenceView, RecognitionCard as View } from "../view-models.ts";
import { useBilingual } from "./use-bilingual.ts";

export const REACTION_ICONS: Record<Reaction, LucideIcon> = { heart: Heart, clap: Hand, learn: Lightbulb };

const TONES: Record<RecognitionState, Tone> = { thanks: "neutral", awaiting: "waiting", substantiated: "good", not_substantiated: "neutral", not_measurable: "neutral" };

/** Where a recognition stands by its evidence. */
export function StateBadge({ state }: { state: RecognitionState }) {
  const { t } = useTranslation("recognition");
  return <Badge tone={TONES[state]} {...(state === "thanks" ? { icon: Heart } : {})}>{t(`state.${state}`)}</Badge>;
}

const HIDDEN = ["decision", "promise", "note", "improvement", "feedback"] as const;

/** What is referred to, as far as the reader may know. */
export function EvidenceList({ evidence }: { evidence: readonly EvidenceView[] }) {
  const { t } = useTranslation("recognition");
  const name = useBilingual();
  if (evidence.length === 0) return null;
  return (
    <p className="text-sm">
      <span className="text-muted">{t("card.evidence")}: </span>
      {evidence.map(({ kind, text, href }, index) => (
        <span key={index}>
          {index > 0 && "; "}
          {text && href ? (
            <Link to={href} className="underline underline-offset-4">{name(text)}</Link>
          ) : text ? (
            name(text)
          ) : (
            t(`card.hiddenEvidence.${HIDDEN.find((known) => known === kind) ?? "other"}`)
          )}
        </span>
      ))}
    </p>
  );
}

/** Who thanks whom, when, and who may read it. */
export function CardHead({ view, badge }: { view: View; badge?: ReactNode }) {
  const { t } = useTranslation("recognition");
  return (
    <div className="flex items-start gap-3">
      <Avatar name={view.giver.name} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{t("card.to", { giver: view.giver.name, receivers: view.receivers.map(({ name }) => name) })}</p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          <RelativeTime iso={view.at} />
          {view.visibility !== "public" && (
            <span className="inline-flex items-center gap-1">
              {view.visibility === "private" ? <Lock aria-hidden className="size-4" /> : <Users aria-hidden className="size-4" />}
              {t(`card.${view.visibility}`)}
            </span>
          )}
          {view.edited && <span>{t("card.edited")}</span>}
          {view.hidden && <Badge tone="warn">{t("card.hidden")}</Badge>}
        </p>
      </div>
      {badge}
    </div>
  );
}

/** The words, and the behaviour they are about. */
export function CardBody({ view }: { view: View }) {
  const { t } = useTranslation("recognition");
  const name = useBilingual();
  return (
    <>
      <p className="max-w-prose text-lg whitespace-pre-line [overflow-wrap:anywhere]">{view.message}</p>
      <p className="text-sm font-semibold text-accent">{t("card.behaviour", { value: name(view.value.name), behaviour: name(view.behaviour) })}</p>
      <EvidenceList evidence={view.evidence} />
    </>
  );
}

/** One recognition in a list; a state is shown where it says something good or still moves. */
export function RecognitionCard({ view }: { view: View }) {
  const { t } = useTranslation("recognition");
  const telling = view.state === "substantiated" || view.state === "awaiting";
  const set = view.reactions.filter(({ count }) => count > 0);
  return (
    <Card as="article">
      <CardHead view={view} />
      <CardBody view={view} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-muted">
        {telling && <StateBadge state={view.state} />}
        {set.map(({ kind, count }) => {
          const Icon = REACTION_ICONS[kind];
          return (
            <span key={kind} className="inline-flex items-center gap-1">
              <Icon aria-hidden className="size-4" />
              <span className="sr-only">{t(`reaction.${kind}`)}</span>
              {count}
            </span>
          );
        })}
        {view.addOns > 0 && <span>{t("card.addOns", { count: view.addOns })}</span>}
        {view.comments > 0 && (
          <span className="inline-flex items-center gap-1">
            <MessageCircle aria-hidden className="size-4" />
            {t("card.comments", { count: view.comments })}
          </span>
        )}
        <Link to={`/recognition/${view.id}`} aria-label={`${t("card.open")}: ${t("card.to", { giver: view.giver.name, receivers: view.receivers.map(({ name }) => name) })}`} className={buttonClasses("quiet", "normal", "-my-2 ml-auto -mr-2")}>
          {t("card.open")}
        </Link>
      </div>
    </Card>
  );
}
