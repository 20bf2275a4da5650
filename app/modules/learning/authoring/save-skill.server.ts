import { demand, type Asked } from "#platform/acting.server.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { unwritten } from "../domain/written.ts";
import type { SkillFields } from "./fields.ts";
import { recordEvent } from "./record-event.server.ts";
import { storedContent } from "./stored-content.ts";

/**
 * Adds a skill, or changes the one of this code.
 * Refuses: `forbidden`; 422 `required` for a name or a level without words, `skill_exists` at `code` where it should be
 * new; 409 `skill_in_use` for switching one off that a course in use trains.
 */
export async function saveSkill({ skill, position, active }: SkillFields, { isNew }: { readonly isNew: boolean }, asked: Asked): Promise<void> {
  demand(asked, "courses.edit");
  const { code, name, levels } = skill;
  const missing = [["name", name] as const, ...Object.entries(levels).map(([level, text]) => [`levels.${level}`, text] as const)].flatMap(([path, text]) =>
    unwritten(text) ? [{ path: `${path}.vi`, code: "required" }] : (["vi", "en"] as const).filter((language) => text[language] === "").map((language) => ({ path: `${path}.${language}`, code: "required" })),
  );
  if (missing.length > 0) throw new Refusal("invalid_input", { errors: missing });
  await transaction(async (tx) => {
    const known = await tx.find("LearningSkill", { code });
    if (known !== null && isNew) throw invalidInput({ path: "code", code: "skill_exists" });
    if (!active) {
      const used = (await tx.list("LearningCourseVersion", { state: "published" })).filter(({ content }) => storedContent(content).skill === code);
      if (used.length > 0) throw new Refusal("skill_in_use", { status: 409, params: { course: used[0]?.course ?? "" } });
    }
    await tx.upsert("LearningSkill", { code }, { code, nameVi: name.vi, nameEn: name.en, levels: JSON.stringify(levels), position, active });
    await recordEvent(tx, { kind: "skill", id: code }, { type: "skill.saved", schema: 1, data: { code, active } }, asked);
  });
}
