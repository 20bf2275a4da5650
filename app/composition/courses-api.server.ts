import type { Actor } from "#access/actor.ts";
import type { Translator } from "#i18n/translator.ts";
import { words } from "#i18n/words.ts";
import { systemClock } from "#kernel/clock.ts";
import { createDraft, replaceDraft, skillChoices, validateCourse, versionDocument } from "#modules/learning/public.server.ts";
import type { CourseContent } from "#modules/learning/public.ts";
import type { Asked } from "#platform/acting.server.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";

export const askedByApi = (actor: Actor): Asked => ({ actor, source: "api", now: systemClock.now() });

/** What is wrong with a document, in the caller's language; nothing is stored. */
export async function findingsJson(content: CourseContent, t: Translator) {
  const skills = new Set((await skillChoices()).map(({ code }) => code));
  const findings = validateCourse(content, skills).map((found) => ({ ...found, message: words(t, "courses:findings.code", { code: found.code }) }));
  return { publishable: findings.every(({ severity }) => severity !== "error"), findings };
}

/** Makes a draft, or replaces the open one of the revision the caller read. Refuses 412 without or with another revision; 422 `code_differs`. */
export async function putDraft(actor: Actor, code: string, content: CourseContent, ifMatch: string | null) {
  if (content.code !== code) throw invalidInput({ path: "code", code: "code_differs", params: { code } });
  const asked = askedByApi(actor);
  const open = await versionDocument(code, "draft");
  if (open === null) {
    const made = await createDraft(content, { from: "api", isNew: false }, asked);
    return { ...made, revision: 1 };
  }
  if (ifMatch === null || !/^\d{1,9}$/.test(ifMatch)) throw new Refusal("precondition_failed");
  return { code, number: open.number, revision: await replaceDraft(content, Number(ifMatch), asked) };
}
