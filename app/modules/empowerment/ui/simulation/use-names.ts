import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { words } from "#i18n/words.ts";
import type { Bilingual } from "../../view-models.ts";
import type { SimulationNames } from "../../simulation/view-models.ts";

/** Words for the codes of a report; one without a name here stands for itself. */
export function useNames(names: SimulationNames) {
  const { t } = useTranslation(["simulation", "ui"]);
  const { locale } = useFormat();
  const from = (list: Readonly<Record<string, Bilingual>>, otherwise: string) => (code: string | null) => (code === null ? otherwise : (list[code]?.[locale] ?? code));
  const none = t("group.none");
  return {
    rule: from(names.rules, t("group.noRule")),
    gesture: from(names.gestures, none),
    reason: from(names.reasons, none),
    department: from(names.departments, none),
    site: from(names.sites, none),
    role: (code: string | null) => {
      if (code === null) return t("approvers.unknown");
      return code === "second_person" ? t("approvers.secondPerson") : words(t, "ui:role", { code }, `ui:role.${code}`);
    },
  };
}

export type Names = ReturnType<typeof useNames>;
