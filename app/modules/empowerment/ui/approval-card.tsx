import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { buttonClasses } from "#ui/button.tsx";
import { Card } from "#ui/layout.tsx";
import { DueTime } from "#ui/time.tsx";
import type { WaitingApproval } from "../view-models.ts";
import { useBilingual } from "./verdict-panel.tsx";

/** "Minh Anh asks for a refund of 450,000 ₫". */
export function useAskedWords(): (approval: WaitingApproval) => string {
  const { t } = useTranslation("decide");
  const name = useBilingual();
  return (approval) => {
    const gesture = name(approval.gesture.name);
    const asker = approval.requester.name;
    return approval.amount ? t("approvals.askedAmount", { name: asker, gesture, amount: approval.amount }) : t("approvals.asked", { name: asker, gesture });
  };
}

/** One request that waits: who asks what, why it was not automatic, until when. */
export function ApprovalCard({ approval }: { approval: WaitingApproval }) {
  const { t } = useTranslation("decide");
  const name = useBilingual();
  const asked = useAskedWords();
  return (
    <Card as="article" title={asked(approval)} aside={<DueTime iso={approval.dueAt} />}>
      <p className="text-muted">
        {name(approval.reason.name)}
        {approval.site && <> · {name(approval.site.name)}</>}
        {approval.customerRef && <> · {approval.customerRef}</>}
      </p>
      <p className="mt-2">{approval.why.text}</p>
      <Link to={`/approvals/${approval.id}`} className={buttonClasses("primary", "normal", "mt-4")}>
        {t("approvals.open")}
      </Link>
    </Card>
  );
}
