import { Link } from "@remix-run/react";
import { CircleCheck, CircleX, Clock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { classes } from "#ui/classes.ts";
import { DueTime } from "#ui/time.tsx";
import { TONES } from "#ui/tone.ts";
import type { Bilingual, BudgetView, VerdictView } from "../view-models.ts";
import { WordsToSay } from "./words-to-say.tsx";

/** A bilingual text in the reader's language. */
export function useBilingual(): (text: Bilingual) => string {
  const { i18n } = useTranslation();
  const locale = i18n.language === "en" ? "en" : "vi";
  return (text) => text[locale] || text.vi || text.en;
}

const FACES = {
  granted: { tone: "good", icon: CircleCheck },
  escalated: { tone: "waiting", icon: Clock },
  refused: { tone: "bad", icon: CircleX },
} as const;

function Headline({ verdict }: { verdict: VerdictView }) {
  const { t } = useTranslation("decide");
  if (verdict.outcome === "escalated") return <>{t("verdict.needs")}</>;
  if (verdict.outcome === "refused") return <>{t("verdict.no")}</>;
  return <>{verdict.room ? t("verdict.yes", { room: verdict.room }) : t("verdict.yesPlain")}</>;
}

/** What is left of each budget, after it. */
export function BudgetLines({ budgets, currency }: { budgets: readonly BudgetView[]; currency: string }) {
  const { t } = useTranslation("decide");
  if (budgets.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2">
      {budgets.map((budget) => (
        <li key={budget.code} className="flex flex-wrap justify-between gap-x-4">
          <span className="text-muted">{t(`verdict.budget.${budget.subject}`)}</span>
          <span className="ml-auto text-right tabular-nums">
            {budget.unit === "minor"
              ? t("verdict.leftOf", { remaining: { minor: budget.remaining, currency }, limit: { minor: budget.limit, currency } })
              : t("verdict.leftTimes", { remaining: budget.remaining, limit: budget.limit })}
            {budget.resetsAt && <span className="block text-sm text-muted">{t("verdict.resets", { at: budget.resetsAt })}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Other ways to help in this situation, now; each a link that keeps what is known. */
function Alternatives({ verdict, linkTo }: { verdict: VerdictView; linkTo?: (gesture: string) => string }) {
  const { t } = useTranslation("decide");
  const name = useBilingual();
  return (
    <div>
      <p className="font-semibold">{t("verdict.alternatives")}</p>
      <ul className="mt-1 flex flex-wrap gap-2">
        {verdict.alternatives.map((other) => {
          const words = (
            <>
              {name(other.name)}
              {other.limit && <span className="text-sm text-muted"> {t("verdict.upTo", { limit: other.limit })}</span>}
            </>
          );
          return (
            <li key={other.gesture}>
              {linkTo ? (
                <Link to={linkTo(other.gesture)} className="inline-flex min-h-target items-center gap-1 rounded-full border border-control bg-surface px-4 py-2 no-underline hover:bg-sunken">
                  {words}
                </Link>
              ) : (
                <span className="inline-flex items-center gap-1 rounded-full border border-line px-4 py-2">{words}</span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

export interface VerdictPanelProps {
  verdict: VerdictView;
  currency: string;
  linkTo?: (gesture: string) => string;
  /** After sending: with the words to say and the room left, without the duties already done. Before it the verdict alone keeps the form short. */
  full?: boolean;
  /** Who is being waited for, in place of who would be asked. */
  waiting?: { readonly title: string; readonly lead: string; readonly dueAt: string };
}

/** The verdict for what is typed or was sent: yes up to how much, who answers by when, or a no with something still possible. */
export function VerdictPanel({ verdict, currency, linkTo, full = false, waiting }: VerdictPanelProps) {
  const { t } = useTranslation("decide");
  const format = useFormat();
  const name = useBilingual();
  const { tone, icon: Icon } = FACES[verdict.outcome];
  const duties = (["note", "evidence"] as const).filter((duty) => verdict.duties[duty]);
  const dueAt = waiting?.dueAt ?? verdict.approver?.dueAt;
  const hasOthers = verdict.outcome !== "granted" && verdict.alternatives.length > 0;
  const hasBody = hasOthers || full || verdict.rule !== null;
  return (
    <section aria-label={t("verdict.title")} className="overflow-hidden rounded-card border border-line bg-surface shadow-card">
      <div role={waiting && "status"} className={classes("flex gap-3 p-4", TONES[tone].soft)}>
        <Icon aria-hidden className={classes("mt-0.5 size-6 shrink-0", TONES[tone].text)} />
        <div className="flex min-w-0 flex-col gap-1">
          <h2 className="text-lg">{waiting ? waiting.title : <Headline verdict={verdict} />}</h2>
          {verdict.reasons.map((reason) => (
            <p key={reason.code}>{reason.text}</p>
          ))}
          {verdict.reasons.some(({ code }) => code === "training_required") && (
            <Link to="/learn" className="inline-flex min-h-target items-center self-start underline underline-offset-4">{t("verdict.learn")}</Link>
          )}
          {!full && duties.length > 0 && <p className="font-semibold">{format.list(duties.map((duty) => t(`verdict.duty.${duty}`)))}</p>}
          {!waiting && verdict.approver && <p>{t("verdict.asks", { name: verdict.approver.name, due: format.due(verdict.approver.dueAt) })}</p>}
          {dueAt && <DueTime iso={dueAt} />}
          {waiting && <p className="text-sm">{waiting.lead}</p>}
        </div>
      </div>
      {hasBody && (
        <div className="flex flex-col gap-4 p-4">
          {full && <WordsToSay say={verdict.say} />}
          {hasOthers && <Alternatives verdict={verdict} {...(linkTo ? { linkTo } : {})} />}
          {full && verdict.budgets.length > 0 && (
            <div>
              <p className="mb-1 font-semibold">{t("verdict.left")}</p>
              <BudgetLines budgets={verdict.budgets} currency={currency} />
            </div>
          )}
          {verdict.rule && (
            <details>
              <summary className="inline-flex min-h-target cursor-pointer items-center underline underline-offset-4">{t("verdict.why")}</summary>
              <p className="font-semibold">{name(verdict.rule.name)}</p>
              <p>{name(verdict.rule.why)}</p>
            </details>
          )}
        </div>
      )}
    </section>
  );
}
