import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Banner } from "#ui/feedback.tsx";

export interface BurdenView {
  readonly timesTold: number;
  readonly peopleMet: number;
  readonly daysWaiting: number;
}

/** What a customer has been put through in the matter that is open, in one line. */
export function BurdenLine({ burden }: { burden: BurdenView }) {
  const { t } = useTranslation("customers");
  const format = useFormat();
  if (burden.timesTold === 0) return <p className="text-muted">{t("page.fresh")}</p>;
  const parts = [
    t("page.timesTold", { count: burden.timesTold }),
    ...(burden.peopleMet > 0 ? [t("page.peopleMet", { count: burden.peopleMet })] : []),
    ...(burden.daysWaiting > 0 ? [t("page.daysWaiting", { count: burden.daysWaiting })] : []),
  ];
  return (
    <Banner tone="warn" title={t("page.burden")}>
      {format.list(parts)}
    </Banner>
  );
}
