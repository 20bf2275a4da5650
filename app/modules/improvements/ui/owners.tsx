import { useTranslation } from "react-i18next";
import { RelativeTime } from "#ui/time.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import type { ImprovementView, OwnerView } from "../view-models.ts";
import { OverdueBadge, useLocal } from "./badges.tsx";

/** Who must answer by when, and what each owning department said. */
export function Owners({ owners, state }: Pick<ImprovementView, "owners" | "state">) {
  const { t } = useTranslation("improvements");
  return (
    <Card title={t("page.owners")}>
      <ul className="flex flex-col gap-4">
        {owners.map((owner) => (
          <Owner key={owner.department.code} owner={owner} open={state === "reported"} several={owners.length > 1} />
        ))}
      </ul>
    </Card>
  );
}

function Owner({ owner, open, several }: { owner: OwnerView; open: boolean; several: boolean }) {
  const { t } = useTranslation("improvements");
  const local = useLocal();
  return (
    <li className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-2 font-semibold">
        {local(owner.department.name)}
        {several && owner.lead && <Badge icon={null}>{t("page.lead")}</Badge>}
        {owner.overdue && <OverdueBadge />}
      </p>
      {owner.answer === null && open && <p>{t(owner.overdue ? "page.overdue" : "page.waitsFor", { name: owner.asked.name, dueAt: owner.dueAt })}</p>}
      {owner.answer === null && open && owner.level > 1 && <p className="text-sm text-muted">{t("page.climbed", { level: owner.level })}</p>}
      {owner.answer !== null && (
        <>
          <p className="font-semibold text-accent">{t(`answer.${owner.answer}`)}</p>
          <p className="whitespace-pre-line">{owner.words}</p>
          {owner.law && <p>{t("page.law", { law: owner.law })}</p>}
          <p className="text-sm text-muted">
            {owner.answeredBy?.name}
            {owner.answeredAt && <> · <RelativeTime iso={owner.answeredAt} /></>}
          </p>
        </>
      )}
    </li>
  );
}
