import { useTranslation } from "react-i18next";
import { Tabs } from "#ui/layout.tsx";

const PLACES = { mine: "/leading", line: "/leading/line", decisions: "/leading/decisions", hours: "/leading/hours" } as const;

/** The parts of leading by example; HR has one more. */
export function LeadingTabs({ current, cycles = false }: { current: keyof typeof PLACES | "cycles"; cycles?: boolean }) {
  const { t } = useTranslation("leading");
  const places = Object.entries(PLACES).map(([key, to]) => ({ to, label: t(`nav.${key as keyof typeof PLACES}`), current: key === current }));
  return <Tabs tabs={cycles ? [...places, { to: "/leading/cycles", label: t("nav.cycles"), current: current === "cycles" }] : places} />;
}
