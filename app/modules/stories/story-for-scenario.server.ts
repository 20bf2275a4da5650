import type { Actor } from "#access/actor.ts";
import { applyMasks } from "#kernel/masking/mask.ts";
import { db } from "#platform/db.server.ts";
import { storyFindings } from "./domain/findings.ts";
import { readable } from "./readable.server.ts";
import type { StoryPart } from "./schemas.ts";
import { storyPeople, wordsOf } from "./story-words.server.ts";

/** A story as the seed of a scenario: its words with nobody to recognise in them. */
export interface ScenarioStory {
  readonly id: string;
  readonly language: "vi" | "en";
  readonly value: string;
  readonly touchpoint: string | null;
  readonly parts: Readonly<Record<StoryPart, string | null>>;
}

/** A posted story for whoever writes a scenario, every finding covered, colleagues' names too; null for what they may not read. */
export async function storyForScenario(actor: Actor, id: string): Promise<ScenarioStory | null> {
  const row = await db.story.findFirst({ where: { AND: [{ id, postedAt: { not: null }, hiddenAt: null }, readable(actor)] } });
  if (row === null) return null;
  const words = wordsOf(row);
  const findings = storyFindings(words, await storyPeople([]), false);
  const masked = (part: StoryPart) => (words[part] === null ? null : applyMasks(words[part], findings.filter((each) => each.part === part)));
  return {
    id: row.id, language: row.language === "en" ? "en" : "vi", value: row.valueCode, touchpoint: row.touchpoint,
    parts: { title: masked("title"), happened: masked("happened"), felt: masked("felt"), unsaid: masked("unsaid"), did: masked("did"), changed: masked("changed") },
  };
}
