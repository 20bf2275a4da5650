import type { PersonActor } from "#access/actor.ts";
import type { Translator } from "#i18n/translator.ts";
import { words } from "#i18n/words.ts";
import { systemClock } from "#kernel/clock.ts";
import { namesToHide } from "#modules/customers/public.server.ts";
import { type DecisionStory, decisionStory } from "#modules/empowerment/public.server.ts";
import { blankCourse, courseFromDecision, courseFromStory, createDraft, LIBRARY, type MadeDraft, newCourseInput, uploadedCourse } from "#modules/learning/public.server.ts";
import { findPeople, findSite, organisationTranslator } from "#modules/people/public.server.ts";
import { storyForScenario } from "#modules/stories/public.server.ts";
import type { Remember } from "#platform/http/idempotency.server.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import type { Tx } from "#platform/transaction.server.ts";

type Text = DecisionStory["gesture"];
type Sentence = "situation" | "did" | "asked" | "refused" | "instead" | "felt";

/** A sentence around the facts of a decision, in both languages. */
function sentence(name: Sentence, params: Readonly<Record<string, Text>>): Text {
  const inOne = (locale: "vi" | "en") => {
    const t: Translator = organisationTranslator(locale);
    return words(t, "courses:fromDecision", { code: name, params: Object.fromEntries(Object.entries(params).map(([key, text]) => [key, text[locale]])) });
  };
  return { vi: inOne("vi"), en: inOne("en") };
}

function feltWords(felt: string): Text {
  const inOne = (locale: "vi" | "en") => words(organisationTranslator(locale), "empowerment:felt", { code: felt }, "errors:unknown");
  return sentence("felt", { felt: { vi: inOne("vi"), en: inOne("en") } });
}

async function fromDecision(actor: PersonActor, form: FormData) {
  const { code, title, skill } = newCourseInput(form);
  const number = String(form.get("number") ?? "").trim();
  const story = number === "" ? null : await decisionStory(actor, number);
  if (story === null) throw invalidInput({ path: "number", code: number === "" ? "required" : "unknown_reference" });
  const site = story.siteCode === null ? null : await findSite(story.siteCode);
  const people = [...findPeople(story.personIds).values()].map(({ name }) => name);
  const names = [...people, ...(story.customerId === null ? [] : await namesToHide([story.customerId])), ...(site === null ? [] : [site.nameVi, site.nameEn])];
  const { gesture, reason, channel } = story;
  const content = courseFromDecision(code, title, skill, { ...story, felt: story.felt === null ? null : feltWords(story.felt), names }, {
    situation: sentence("situation", { gesture, reason, channel }),
    did: sentence("did", { gesture }),
    asked: sentence("asked", { gesture }),
    refused: sentence("refused", { gesture }),
    instead: sentence("instead", {}),
  });
  return { content, from: "decision" as const, isNew: true, tellsOf: { kind: "decision", id: story.id } as const };
}

async function fromStory(actor: PersonActor, form: FormData) {
  const { code, title, skill } = newCourseInput(form);
  const story = await storyForScenario(actor, String(form.get("story") ?? ""));
  if (story === null) throw notFound();
  const { language, parts } = story;
  return { content: courseFromStory(code, title, skill, { language, ...parts }, sentence("instead", {})), from: "story" as const, isNew: true, tellsOf: { kind: "story", id: story.id } as const };
}

async function wished(actor: PersonActor, form: FormData) {
  switch (form.get("intent")) {
    case "blank": {
      const { code, title, skill } = newCourseInput(form);
      return { content: blankCourse(code, title, skill), from: "blank" as const, isNew: true };
    }
    case "library": {
      const content = LIBRARY.find(({ code }) => code === form.get("course"));
      if (content === undefined) throw notFound();
      return { content, from: "library" as const, isNew: true };
    }
    case "decision":
      return fromDecision(actor, form);
    case "story":
      return fromStory(actor, form);
    case "file":
      return { content: await uploadedCourse(form), from: "file" as const, isNew: false };
    default:
      throw notFound();
  }
}

/** Makes the draft that a form of the page for new courses asks for; `place` is where the editor of it stands. */
export async function makeDraft(actor: PersonActor, form: FormData, remember: Remember | null, place: (code: string) => string): Promise<MadeDraft> {
  const { content, ...options } = await wished(actor, form);
  const keep = async (tx: Tx, { code }: MadeDraft) => remember?.(tx, { status: 303, location: place(code) });
  return createDraft(content, { ...options, remember: keep }, { actor, source: "screen", now: systemClock.now() });
}
