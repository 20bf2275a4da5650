import type { Actor, PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Locale } from "#i18n/locale.ts";
import type { Translator } from "#i18n/translator.ts";
import { words } from "#i18n/words.ts";
import { systemClock } from "#kernel/clock.ts";
import { maskAll } from "#kernel/masking/mask.ts";
import { findCustomer } from "#modules/customers/public.server.ts";
import { decisionDetail, findPolicyInForce } from "#modules/empowerment/public.server.ts";
import { feedbackItem } from "#modules/listening/public.server.ts";
import { recognitionCard } from "#modules/recognition/public.server.ts";
import {
  answerStory, askTeller, editStory, hideStory, markReading, maskStory, reportStory, type RuleWords, showStory, storyInput, storyPeople, storyReportInput, tellStory, type ToldFrom, withdrawStory, wordsInput,
} from "#modules/stories/public.server.ts";
import type { StoryBody } from "#modules/stories/api-schemas.ts";
import { STORY_SOURCES, type StoryFields } from "#modules/stories/schemas.ts";
import type { Bilingual } from "#modules/stories/view-models.ts";
import type { Remember } from "#platform/http/idempotency.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { evidenceSources } from "./recognition-evidence.server.ts";

interface Reading {
  readonly t: Translator;
  readonly locale: Locale;
}

interface Told extends ToldFrom {
  /** What the page begins with, not masked yet. */
  readonly begins: Readonly<Record<string, string>>;
}

const NOTHING: Told = { known: false, customers: [], begins: {} };
const namesOf = (ref: string | null | undefined): string[] => [findCustomer({ ref: ref ?? "" })?.name ?? ""].filter((name) => name !== "");

/** What a story is told from, as far as its teller may know of it. */
async function toldFrom(actor: PersonActor, source: StoryFields["source"], { t, locale }: Reading): Promise<Told> {
  if (source === null) return NOTHING;
  if (source.kind === "decision") {
    const decision = await decisionDetail(actor, source.id, locale);
    if (decision === null) return NOTHING;
    const felt = decision.felt === null ? "" : words(t, "empowerment:felt", { code: decision.felt });
    const did = [decision.gesture.name[locale], decision.resultNote].filter((text) => text !== null && text !== "").join(". ");
    return { known: true, customers: namesOf(decision.customerRef), begins: { happened: [decision.reason.name[locale], decision.note].filter(Boolean).join(". "), felt, did } };
  }
  if (source.kind === "feedback") {
    const item = can(actor, "feedback.read") ? await feedbackItem(actor, source.id) : null;
    if (item === null) return NOTHING;
    return { known: true, customers: namesOf(item.customer?.ref), begins: { happened: item.said ?? "", felt: item.felt ?? "", unsaid: item.unsaid ?? "", did: item.answer?.text ?? "", touchpoint: item.touchpoint?.name[locale] ?? "" } };
  }
  const card = await recognitionCard(actor, source.id, evidenceSources);
  return card === null ? NOTHING : { known: true, customers: [], begins: { happened: card.message, value: card.value.code } };
}

/** What the page of a new story begins with; an address such as `?decision=…` fills in what is known, masked. */
export async function storyBegins(actor: PersonActor, query: URLSearchParams, reading: Reading): Promise<{ readonly source: StoryFields["source"]; readonly begins: Readonly<Record<string, string>> }> {
  const kind = STORY_SOURCES.find((known) => query.get(known) !== null);
  const source = kind === undefined ? null : { kind, id: query.get(kind) ?? "" };
  const told = await toldFrom(actor, source, reading);
  if (source === null || !told.known) return { source: null, begins: {} };
  const { colleagues } = await storyPeople([]);
  const people = { names: colleagues, about: told.customers };
  return { source, begins: Object.fromEntries(Object.entries(told.begins).map(([part, text]) => [part, part === "value" ? text : maskAll(text, people)])) };
}

const MASKED_PARTS = ["title", "happened", "felt", "unsaid", "did", "changed"] as const;

/** The typed words with everything found replaced, for the form to show again; and how much was. Nothing is stored. */
export async function maskTyped(actor: PersonActor, form: FormData, reading: Reading): Promise<{ readonly masked: Readonly<Record<string, string>>; readonly count: number }> {
  const [kind, id = ""] = String(form.get("source") ?? "").split(":", 2);
  const known = STORY_SOURCES.find((each) => each === kind);
  const { customers } = await toldFrom(actor, known === undefined ? null : { kind: known, id }, reading);
  const { colleagues } = await storyPeople([]);
  const people = { names: form.has("consent") ? [] : colleagues, about: customers };
  const masked: Record<string, string> = {};
  let count = 0;
  for (const [name, value] of form) if (typeof value === "string" && name !== "intent" && name !== "idempotencyKey") masked[name] = value;
  for (const part of MASKED_PARTS) {
    const text = masked[part] ?? "";
    masked[part] = maskAll(text, people);
    if (masked[part] !== text) count += 1;
  }
  return { masked, count };
}

/** Tells a story from a form or the API. */
export async function tellFrom(actor: PersonActor, fields: StoryFields, options: { readonly draft: boolean; readonly source: "screen" | "api" }, reading: Reading, remember: Remember | null): Promise<{ id: string }> {
  const from = await toldFrom(actor, fields.source, reading);
  const asked = { actor, source: options.source, now: systemClock.now() } as const;
  const answer = (id: string) => (options.source === "api" ? { status: 201, body: { id }, location: `/api/v1/stories/${id}` } : { status: 303, location: `/stories/${id}` });
  return tellStory(fields, asked, from, { draft: options.draft }, (tx, id) => remember?.(tx, answer(id)));
}

/** `POST /stories`: answers the id. A service tells in nobody's name. */
export async function postStory(actor: Actor, body: StoryBody, reading: Reading, remember: Remember | null): Promise<{ id: string }> {
  if (actor.kind === "service") throw new Refusal("forbidden");
  const { unsaid = null, changed = null, language = reading.locale, touchpoint = null, visibility = "company", consent = false, keptReason = null, source = null } = body;
  const fields = { ...body, unsaid, changed, language, touchpoint, visibility, consent, keptReason, source };
  return tellFrom(actor, fields, { draft: false, source: "api" }, reading, remember);
}

/** Changes one's own story from a form. */
export async function editFrom(actor: PersonActor, id: string, source: StoryFields["source"], form: FormData, reading: Reading): Promise<void> {
  const { customers } = await toldFrom(actor, source, reading);
  const fields = { ...storyInput(form), source };
  await editStory(id, fields, { actor, source: "screen", now: systemClock.now() }, customers, { draft: form.get("intent") === "draft" });
}

/** Does what a form of a story's page asks for. @returns the key of the message of what was done */
export async function doToStory(actor: PersonActor, id: string, form: FormData, remember: Remember | null): Promise<string> {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  switch (form.get("intent")) {
    case "answer":
      await answerStory(id, wordsInput(form, "text"), asked, (tx) => remember?.(tx, { status: 303, location: `/stories/${id}` }));
      return "answerSaved";
    case "just-read":
      await markReading(id, "just-read", asked);
      return "";
    case "save":
      await markReading(id, "save", asked);
      return "saveSaved";
    case "unsave":
      await markReading(id, "unsave", asked);
      return "unsaveSaved";
    case "report":
      await reportStory(id, storyReportInput(form), asked);
      return "reported";
    case "withdraw":
      await withdrawStory(id, asked);
      return "withdrawn";
    case "mask":
      await maskStory(id, asked, []);
      return "maskSaved";
    case "ask":
      await askTeller(id, wordsInput(form, "askWords"), asked);
      return "askSaved";
    case "hide":
      await hideStory(id, wordsInput(form, "hideReason"), asked);
      return "hideSaved";
    case "show":
      await showStory(id, asked);
      return "showSaved";
    default:
      throw notFound();
  }
}

const named = (code: string, text: { readonly vi?: string | undefined; readonly en?: string | undefined } | undefined): Bilingual => ({ vi: text?.vi || text?.en || code, en: text?.en || text?.vi || code });

function rules() {
  return findPolicyInForce(systemClock.now())?.document.rules ?? [];
}

/** The words of a rule in force; null for one that is not. */
export function ruleInForce(code: string): RuleWords | null {
  const rule = rules().find((each) => each.code === code);
  return rule === undefined ? null : { name: named(code, rule.name), why: named("", rule.why) };
}

/** The rules in force that allow something, for a choice. */
export function rulesToRemember(): { readonly code: string; readonly name: Bilingual }[] {
  return rules().filter(({ effect }) => effect === "grant").map(({ code, name }) => ({ code, name: named(code, name) }));
}
