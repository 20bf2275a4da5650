import { useTranslation } from "react-i18next";
import { Banner } from "#ui/feedback.tsx";
import type { ComplaintReason } from "../domain/complaint.ts";

export interface HoldView {
  readonly until: string | null;
  readonly reasons: readonly { readonly reason: ComplaintReason; readonly since: string }[];
}

/** That nothing is advertised to the customer now, why, and until when. */
export function HoldNotice({ hold }: { hold: HoldView }) {
  const { t } = useTranslation("customers");
  return (
    <Banner tone="info" title={t("hold.title")}>
      {hold.reasons.map(({ reason, since }) => (
        <p key={reason}>{t(`hold.reason.${reason}`, { since })}</p>
      ))}
      <p className="text-muted">{hold.until === null ? t("hold.open") : t("hold.until", { until: hold.until })}</p>
    </Banner>
  );
}
