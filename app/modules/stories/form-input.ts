import { textOf } from "#platform/http/form-text.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import {
  cardFields, type CardFields, circleFields, type CircleFields, discussionFields, type DiscussionFields, lineText, partText, storyFields, type StoryFields, storyReportFields, type StoryReportFields, storySettlingFields,
  type StorySettlingFields,
} from "./schemas.ts";

const textsOf = (form: FormData, name: string): string[] => form.getAll(name).filter((value): value is string => typeof value === "string" && value !== "");

function demandFilled(form: FormData, names: readonly string[], chosen: readonly string[] = []): void {
  const missing = names.filter((name) => textOf(form, name) === "").map((path) => ({ path, code: chosen.includes(path) ? "choose_one" : "required" }));
  if (missing.length > 0) throw invalidInput(...missing);
}

const orNull = (form: FormData, name: string) => textOf(form, name) || null;

/** The form of a story. The tick `keep` with words says why something found stays. Throws 422 with every fault. */
export function storyInput(form: FormData): StoryFields {
  demandFilled(form, ["title", "happened", "felt", "did", "value"], ["value"]);
  if (form.has("keep") && textOf(form, "keptReason") === "") throw invalidInput({ path: "keptReason", code: "required" });
  const [kind = "", id = ""] = textOf(form, "source").split(":", 2);
  return parseInput(storyFields, {
    title: textOf(form, "title"), happened: textOf(form, "happened"), felt: textOf(form, "felt"), did: textOf(form, "did"),
    unsaid: orNull(form, "unsaid"), changed: orNull(form, "changed"), value: textOf(form, "value"), language: textOf(form, "language") || "vi",
    touchpoint: orNull(form, "touchpoint"), visibility: textOf(form, "visibility") || "company", consent: form.has("consent"),
    keptReason: form.has("keep") ? orNull(form, "keptReason") : null, source: id === "" ? null : { kind, id },
  });
}

/** One field of words. Throws 422 `required` at it. */
export function wordsInput(form: FormData, name: string): string {
  demandFilled(form, [name]);
  try {
    return parseInput(name === "learnt" ? partText : lineText, textOf(form, name));
  } catch {
    throw invalidInput({ path: name, code: "too_long", params: { max: name === "learnt" ? 3000 : 500 } });
  }
}

export function storyReportInput(form: FormData): StoryReportFields {
  demandFilled(form, ["reason"], ["reason"]);
  return parseInput(storyReportFields, { reason: textOf(form, "reason"), words: orNull(form, "reportWords") });
}

export function storySettlingInput(form: FormData): StorySettlingFields {
  demandFilled(form, ["answer"]);
  return parseInput(storySettlingFields, { state: textOf(form, "intent"), answer: textOf(form, "answer") });
}

export function cardInput(form: FormData): CardFields {
  demandFilled(form, ["storyId", "questionVi", "questionEn", "ruleCode"], ["storyId", "ruleCode"]);
  return parseInput(cardFields, { storyId: textOf(form, "storyId"), questionVi: textOf(form, "questionVi"), questionEn: textOf(form, "questionEn"), ruleCode: textOf(form, "ruleCode") });
}

export function discussionInput(form: FormData): DiscussionFields {
  demandFilled(form, ["day"]);
  const present = textsOf(form, "present");
  if (present.length === 0) throw invalidInput({ path: "present", code: "choose_one" });
  return parseInput(discussionFields, { day: textOf(form, "day"), present, cameUp: orNull(form, "cameUp") });
}

const wholeNumber = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN);

export function circleInput(form: FormData): CircleFields {
  demandFilled(form, ["theme", "day", "time", "minutes", "places", "where"]);
  return parseInput(circleFields, {
    theme: textOf(form, "theme"), about: orNull(form, "about"), day: textOf(form, "day"), time: textOf(form, "time").slice(0, 5), minutes: wholeNumber(textOf(form, "minutes")),
    places: wholeNumber(textOf(form, "places")), where: textOf(form, "where"), link: orNull(form, "link"), storyId: orNull(form, "storyId"), courseCode: orNull(form, "courseCode"),
  });
}

/** Who came. */
export const attendanceInput = (form: FormData): string[] => textsOf(form, "came");
