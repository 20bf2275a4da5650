import type { Actor } from "#access/actor.ts";
import type { Translator } from "#i18n/translator.ts";
import { words } from "#i18n/words.ts";
import type { SkillBody } from "#modules/learning/authoring/api-schemas.ts";
import { addImage, answerRetirement, createDraft, imagesOf, replaceDraft, retirements, saveSkill, skillChoices, skillRows, validateCourse, versionDocument, versionRows } from "#modules/learning/public.server.ts";
import type { CourseContent } from "#modules/learning/public.ts";
import { code as codeShape } from "#modules/learning/schemas.ts";
import type { Remember } from "#platform/http/idempotency.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { askedOverApi } from "./asked-over-api.server.ts";

/** What is wrong with a document, in the caller's language; nothing is stored. */
export async function findingsJson(content: CourseContent, t: Translator) {
  const skills = new Set((await skillChoices()).map(({ code }) => code));
  const findings = validateCourse(content, skills).map((found) => ({ ...found, message: words(t, "courses:findings.code", { code: found.code }) }));
  return { publishable: findings.every(({ severity }) => severity !== "error"), findings };
}

/** Makes a draft, or replaces the open one of the revision the caller read. Refuses 412 without or with another revision; 422 `code_differs`. */
export async function putDraft(actor: Actor, code: string, content: CourseContent, ifMatch: string | null) {
  if (content.code !== code) throw invalidInput({ path: "code", code: "code_differs", params: { code } });
  const asked = askedOverApi(actor);
  const open = await versionDocument(code, "draft");
  if (open === null) {
    const made = await createDraft(content, { from: "api", isNew: false }, asked);
    return { ...made, revision: 1 };
  }
  if (ifMatch === null || !/^\d{1,9}$/.test(ifMatch)) throw new Refusal("precondition_failed");
  return { code, number: open.number, revision: await replaceDraft(content, Number(ifMatch), asked) };
}

/** `GET /skills/{code}`; 404 for none. */
export async function skillJson(code: string) {
  const found = (await skillRows()).find((skill) => skill.code === code);
  if (found === undefined) throw notFound();
  return found;
}

/** `PUT /skills/{code}`: adds a skill at the end of the list, or changes the one there is; what is left out stays as it was. */
export async function putSkill(actor: Actor, code: string, { name, levels, position, active }: SkillBody) {
  if (!codeShape.safeParse(code).success) throw notFound();
  const all = await skillRows();
  const before = all.find((skill) => skill.code === code);
  const skill = { code, name, levels };
  await saveSkill({ skill, position: position ?? before?.position ?? all.length + 1, active: active ?? before?.active ?? true }, { isNew: false }, askedOverApi(actor));
  return skillJson(code);
}

/** 404 for a course there is not. */
async function known(code: string): Promise<void> {
  if ((await versionRows(code)) === null) throw notFound();
}

const pathOf = (id: string) => `/courses/images/${id}`;

/** `GET /courses/{code}/images`, newest first. */
export async function imagesJson(code: string) {
  await known(code);
  return (await imagesOf(code)).map((image) => ({ ...image, path: pathOf(image.id) }));
}

/** `POST /courses/{code}/images`: the same picture again is kept once. */
export async function postImage(actor: Actor, code: string, { file, alt }: { readonly file: string; readonly alt: CourseContent["title"] }, remember: Remember | null) {
  const answerFor = (id: string) => ({ id, path: pathOf(id) });
  return answerFor(await addImage(code, { file: Buffer.from(file, "base64"), alt }, askedOverApi(actor), (tx, id) => remember?.(tx, { status: 201, body: answerFor(id) })));
}

/** `GET /courses/{code}/retirements`. */
export async function retirementsJson(code: string) {
  await known(code);
  return retirements(code);
}

/** `POST /courses/{code}/retirements/{id}/answer`. */
export async function postRetirement(actor: Actor, { code, id }: { readonly code: string; readonly id: string }, { decision, reason }: { readonly decision: "keep" | "retire"; readonly reason: string }, remember: Remember | null) {
  const said = { id, state: decision === "keep" ? "kept" : "retired" };
  await answerRetirement(code, id, { keep: decision === "keep", reason }, askedOverApi(actor), (tx) => remember?.(tx, { status: 200, body: said }));
  return said;
}
