import { SKILL_LEVELS, type SkillLevel } from "./content.ts";

/** What is known of one person and one skill. */
export interface SkillFacts {
  /** A course of the skill was completed. */
  readonly completed: boolean;
  /** An observer signed off their practice. */
  readonly signedOff: boolean;
  /** A sign-off names them as somebody who helps others. */
  readonly named: boolean;
  /** Practice of colleagues that they observed and that was signed off. */
  readonly observed: number;
}

export interface LevelReached {
  readonly level: SkillLevel | null;
  /** The one that comes next; null at the top. */
  readonly next: SkillLevel | null;
}

/**
 * The level somebody reached: begins, with a course completed; does, with a practice that an observer signed off; helps
 * others, when besides a sign-off named them so or a colleague's practice they observed was signed off.
 */
export function levelReached({ completed, signedOff, named, observed }: SkillFacts): LevelReached {
  const helps = signedOff && (named || observed > 0);
  const level = helps ? "helps_others" : signedOff ? "does" : completed ? "begins" : null;
  const at = level === null ? -1 : SKILL_LEVELS.indexOf(level);
  return { level, next: SKILL_LEVELS[at + 1] ?? null };
}

export interface SignerFacts {
  readonly signerId: string;
  readonly learnerId: string;
  /** Ids of the managers above the learner. */
  readonly lineAbove: readonly string[];
  /** The signer's own level in the skill of the course. */
  readonly level: SkillLevel | null;
}

/** Who may sign practice off: somebody above the learner, or who helps others in that skill. Never oneself. */
export function maySignOff({ signerId, learnerId, lineAbove, level }: SignerFacts): boolean {
  return signerId !== learnerId && (lineAbove.includes(signerId) || level === "helps_others");
}
