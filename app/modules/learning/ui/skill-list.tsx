import { useTranslation } from "react-i18next";
import type { SkillLine } from "../view-models.ts";
import { SKILL_LEVELS } from "../domain/content.ts";
import { useText } from "./use-text.ts";

/** One skill: the level reached, and what is seen at the next one. */
export function SkillCard({ skill, level = 3 }: { skill: SkillLine; level?: 2 | 3 }) {
  const { t } = useTranslation("learning");
  const text = useText();
  const Heading = level === 2 ? "h2" : "h3";
  const at = skill.level === null ? -1 : SKILL_LEVELS.indexOf(skill.level);
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Heading className="font-semibold">{text(skill.name)}</Heading>
        <span className="text-sm text-muted">{skill.level === null ? t("skills.none") : t("skills.now", { level: t(`skills.level.${skill.level}`) })}</span>
      </div>
      <div aria-hidden className="flex gap-1">
        {SKILL_LEVELS.map((one, index) => (
          <span key={one} className={`h-2 flex-1 rounded-full border border-control ${index <= at ? "bg-accent" : "bg-sunken"}`} />
        ))}
      </div>
      {skill.next === null ? (
        <p className="text-sm text-muted">{t("skills.top")}</p>
      ) : (
        <div className="text-sm">
          <p className="font-semibold">{t("skills.next", { level: t(`skills.level.${skill.next}`) })}</p>
          {skill.seenNext !== null && <p>{text(skill.seenNext)}</p>}
          <p className="text-muted">{t(`skills.how.${skill.next}`)}</p>
        </div>
      )}
    </li>
  );
}

/** Skills one below the other. */
export function SkillList({ skills }: { skills: readonly SkillLine[] }) {
  return <ul className="flex flex-col divide-y divide-line">{skills.map((skill) => <SkillCard key={skill.code} skill={skill} />)}</ul>;
}
