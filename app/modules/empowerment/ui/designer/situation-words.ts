import { useTranslation } from "react-i18next";
import { words } from "#i18n/words.ts";
import { useFormat } from "#i18n/use-format.tsx";
import type { FactView, OutcomeView, SituationView } from "../../design/view-models.ts";
import { useBilingual } from "../verdict-panel.tsx";

/** Says a concrete situation and its outcome as a person would. */
export function useSituationWords() {
  const { t } = useTranslation(["designer", "empowerment", "ui"]);
  const format = useFormat();
  const name = useBilingual();
  const role = (code: string) => (code === "*" ? t("matrix.anyRole") : words(t, "ui:role", { code }, "designer:matrix.anyRole"));
  const value = (raw: FactView): string => {
    if (raw === "none") return t("situation.none");
    if (typeof raw === "boolean") return t(raw ? "situation.yes" : "situation.no");
    if (typeof raw === "number") return format.number(raw);
    if (typeof raw === "string") return raw;
    return "minor" in raw ? format.money(raw) : format.list(raw.map((one) => (typeof one === "string" ? one : name(one))));
  };
  return {
    role,
    situation(one: SituationView): string {
      const gesture = name(one.gesture.name).toLocaleLowerCase(format.locale);
      const first = one.amount === null ? t("situation.line", { role: role(one.role), gesture }) : t("situation.lineAmount", { role: role(one.role), gesture, amount: one.amount });
      const parts = [
        one.reason && t("situation.reason", { name: name(one.reason.name) }),
        one.channel && t("situation.channel", { name: name(one.channel.name) }),
        one.tier && t("situation.tier", { name: name(one.tier.name) }),
        ...one.facts.map((fact) => t("situation.fact", { dim: words(t, "empowerment:dim", { code: fact.dim }), value: value(fact.value) })),
      ].filter((part) => typeof part === "string");
      return [first, ...parts].join("; ");
    },
    outcome({ outcome, room }: OutcomeView): string {
      return outcome === "escalated" && room !== null && room.minor > 0 ? t("situation.upTo", { room }) : t(`situation.outcome.${outcome}`);
    },
  };
}
