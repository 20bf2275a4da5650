import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslation } from "react-i18next";
import { hintFor } from "../domain/hint.ts";

const PARTS = ["specific", "behaviour", "effect"] as const;

/** What the words still lack, worked out where they are typed. */
export function HintBeside({ message }: { message: string }) {
  const { t } = useTranslation("recognition");
  const hint = hintFor(message);
  return (
    <div className="rounded-card bg-sunken p-4">
      <p className="font-semibold">{t("hint.title")}</p>
      <ul className="mt-2 flex flex-col gap-1">
        {PARTS.map((part) => {
          const Icon = hint[part] ? CircleCheck : CircleDashed;
          return (
            <li key={part} className="flex items-start gap-2">
              <Icon aria-hidden className={hint[part] ? "mt-0.5 size-5 shrink-0 text-good" : "mt-0.5 size-5 shrink-0 text-muted"} />
              <span>
                {t(`hint.${part}`)} <span className="text-sm text-muted">({hint[part] ? t("hint.done") : t("hint.missing")})</span>
              </span>
            </li>
          );
        })}
      </ul>
      <p className="mt-2 text-sm text-muted">{t("hint.note")}</p>
    </div>
  );
}
