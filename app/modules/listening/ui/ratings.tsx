import { Frown, Meh, Smile } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import type { Ratings, Tone } from "../domain/scales.ts";

const FACES = { low: { tone: "bad", icon: Frown }, middle: { tone: "warn", icon: Meh }, high: { tone: "good", icon: Smile } } as const;

/** What an answer's ratings come to, and each of them. */
export function RatingBadges({ tone, ratings }: { tone: Tone | null; ratings: Ratings }) {
  const { t } = useTranslation("listening");
  const { understood, csat, csatPoints, nps } = ratings;
  if (tone === null) {
    return (
      <span className="flex">
        <Badge icon={null}>{t("tone.none")}</Badge>
      </span>
    );
  }
  const { tone: colour, icon } = FACES[tone];
  const parts = [
    ...(understood === null ? [] : [t(`understood.${understood}`)]),
    ...(csat === null || csatPoints === null ? [] : [t("rated.csat", { value: csat, points: csatPoints })]),
    ...(nps === null ? [] : [t("rated.nps", { value: nps })]),
  ];
  return (
    <span className="flex flex-wrap gap-1.5">
      {parts.map((part, index) => (
        <Badge key={part} tone={index === 0 ? colour : "neutral"} icon={index === 0 ? icon : null}>
          {part}
        </Badge>
      ))}
    </span>
  );
}
