import { useTranslation } from "react-i18next";
import { LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/layout.tsx";
import { DueTime } from "#ui/time.tsx";
import type { WaitingApproval } from "../view-models.ts";
import { useBilingual } from "./verdict-panel.tsx";

/** The name of a gesture inside a sentence: "Hoàn tiền" → "hoàn tiền"; an abbreviation stays. */
function inSentence(name: string): string {
  const [first = "", second = ""] = name;
  return second === second.toLocaleLowerCase() ? first.toLocaleLowerCase() + name.slice(first.length) : name;
}

/** "Minh Anh asks for a refund of 450,000 ₫". */
export function useAskedWords(): (approval: WaitingApproval) => string {
  const { t } = useTranslation("decide");
  const name = useBilingual();
  return (approval) => {
    const gesture = inSentence(name(approval.gesture.name));
    const asker = approval.requester.name;
    return approval.amount ? t("approvals.askedAmount", { name: asker, gesture, amount: approval.amount }) : t("approvals.asked", { name: asker, gesture });
  };
}

/** One request that waits: who asks what, why it was not automatic, until when. `first` is the one to answer next. */
export function ApprovalCard({ approval, first = false }: { approval: WaitingApproval; first?: boolean }) {
  const { t } = useTranslation("decide");
  const name = useBilingual();
  const asked = useAskedWords();
  return (
    <Card as="article" level={3} title={asked(approval)} aside={<DueTime iso={approval.dueAt} />} className="gap-3">
      <p>{approval.why.text}</p>
      <p className="text-sm text-muted">
        {name(approval.reason.name)}
        {approval.site && <> · {name(approval.site.name)}</>} · {approval.customerRef ?? t("customer.walkIn")}
      </p>
      <LinkButton to={`/approvals/${approval.id}`} variant={first ? "primary" : "secondary"} className="sm:self-start">
        {t("approvals.open")}
      </LinkButton>
    </Card>
  );
}

/** What waits for one's answer, the nearest due first; `more` says there is more than is shown, `first` that the first is the page's main act. */
export function WaitingOnMe({ approvals, more, first }: { approvals: readonly WaitingApproval[]; more: boolean; first: boolean }) {
  const { t } = useTranslation("decide");
  return (
    <section aria-labelledby="waiting" className="flex flex-col gap-3">
      <h2 id="waiting" className="text-xl">{t("home.waiting")}</h2>
      {approvals.length === 0 && <p className="text-muted">{t("home.nothing")}</p>}
      {approvals.map((approval, index) => (
        <ApprovalCard key={approval.id} approval={approval} first={index === 0 && first} />
      ))}
      {more && <LinkButton to="/approvals">{t("home.all")}</LinkButton>}
    </section>
  );
}
