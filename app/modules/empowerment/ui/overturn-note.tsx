import { useTranslation } from "react-i18next";
import { Banner } from "#ui/feedback.tsx";
import { LinkButton } from "#ui/button.tsx";
import type { DecisionDetail } from "../view-models.ts";

/** Who looked at a decision again and did something else, beside its receipt; or the way to do so, for those above. */
export function OverturnNote({ decision }: { decision: DecisionDetail }) {
  const { t } = useTranslation("proposals");
  const { overturn, may } = decision;
  if (overturn !== null) {
    return (
      <Banner tone="info" title={t("overturn.done")}>
        <p>{t("overturn.doneBy", { name: overturn.by.name, at: overturn.at, reason: t(`overturn.reasonOf.${overturn.reason}`) })}</p>
        <p className="whitespace-pre-line">{overturn.note}</p>
        <p className="text-muted">{t("overturn.stillRight")}</p>
      </Banner>
    );
  }
  if (!may.overturn) return null;
  return (
    <div>
      <LinkButton to={`/decisions/${decision.id}/overturn`} variant="quiet">
        {t("overturn.open")}
      </LinkButton>
    </div>
  );
}
