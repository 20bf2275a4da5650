import { useTranslation } from "react-i18next";
import { Tabs } from "#ui/layout.tsx";

const PLACES = { general: "/organisation", hours: "/organisation/hours", places: "/organisation/places", values: "/organisation/values", words: "/organisation/words" } as const;

/** The parts of the organisation's settings. */
export function OrganisationTabs({ current }: { current: keyof typeof PLACES }) {
  const { t } = useTranslation("people");
  return (
    <Tabs
      label={t("organisation.title")}
      tabs={(Object.keys(PLACES) as (keyof typeof PLACES)[]).map((key) => ({ to: PLACES[key], label: t(`organisation.tabs.${key}`), current: key === current }))}
    />
  );
}
