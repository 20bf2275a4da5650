import { ArrowRight, UserRound, UsersRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { words } from "#i18n/words.ts";

export interface LineStep {
  readonly role: string;
  /** minutes they have before it moves on; null for the last */
  readonly minutes: number | null;
  /** how many people hold the role; null where it is not told */
  readonly people: number | null;
}

/** The way of a question upwards, drawn as a line of people: who, and how long each has. */
export function PeopleLine({ steps }: { steps: readonly LineStep[] }) {
  const { t } = useTranslation("designer");
  return (
    <ol aria-label={t("path.label")} className="flex flex-wrap items-stretch gap-2">
      {steps.map((step, index) => (
        <li key={`${index} ${step.role}`} className="flex items-center gap-2">
          {index > 0 && <ArrowRight aria-hidden className="size-5 shrink-0 text-muted" />}
          <span className="flex items-center gap-2 rounded-card border border-line bg-sunken px-3 py-2">
            {(step.people ?? 2) > 1 ? <UsersRound aria-hidden className="size-5 shrink-0 text-accent" /> : <UserRound aria-hidden className="size-5 shrink-0 text-accent" />}
            <span>
              <span className="block font-semibold">{words(t, "ui:role", { code: step.role }, "ui:role.frontline")}</span>
              <span className="block text-sm text-muted">
                {[step.people !== null && t("path.people", { count: step.people }), step.minutes !== null && t("path.has", { minutes: step.minutes })].filter((part) => part !== false).join(" · ")}
              </span>
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
