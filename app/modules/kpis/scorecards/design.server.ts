import { departments, findPerson } from "#modules/people/public.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import type { Bilingual } from "../definition.ts";
import { definitions } from "../series.server.ts";
import { customerShareOf } from "./score.ts";
import { scorecardsInUse, type StoredScorecard } from "./who-has.server.ts";

interface Named {
  readonly code: string;
  readonly name: Bilingual;
}

export interface ScorecardDesign {
  readonly cards: readonly { readonly id: string; readonly name: Bilingual; readonly customerShare: number }[];
  readonly kpis: readonly Named[];
  readonly departments: readonly Named[];
  /** Whose own scorecard the form begins with; null: it is nobody's. */
  readonly person: { readonly id: string; readonly name: string; readonly detail: string } | null;
  /** What the form begins with, by field. */
  readonly begins: Readonly<Record<string, string>>;
}

function typedOf({ subjectKind, subject, nameVi, nameEn, items }: StoredScorecard): Record<string, string> {
  const lines = items.flatMap((item, index): [string, string][] =>
    item.kind === "kpi"
      ? [[`item-${index}`, item.kpi], [`scope-${index}`, item.scope], [`weight-${index}`, String(item.weight)]]
      : [[`item-${index}`, item.kind], [`target-${index}`, String(item.target)], [`weight-${index}`, String(item.weight)]],
  );
  const whose: Record<string, string> = subjectKind === "person" ? { subject: "person", person: subject } : { subject: `${subjectKind}:${subject}` };
  return { ...whose, nameVi, nameEn, ...Object.fromEntries(lines) };
}

/** What HR designs scorecards with; the form begins with the one of `id`, or empty. */
export async function scorecardDesign(id: string | null): Promise<ScorecardDesign> {
  const [cards, kpis, places] = [await scorecardsInUse(), definitions(readHot, { status: "active" }), await departments()];
  const known = new Map(kpis.map(({ code, definition }) => [code, definition]));
  const chosen = cards.find((card) => card.id === id);
  const person = chosen?.subjectKind === "person" ? findPerson(chosen.subject) : null;
  return {
    cards: cards.map((card) => ({ id: card.id, name: { vi: card.nameVi, en: card.nameEn }, customerShare: customerShareOf(card.items, known) })),
    kpis: kpis.map(({ code, definition }) => ({ code, name: definition.name })),
    departments: places.filter(({ active }) => active).map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } })),
    person: person === null ? null : { id: person.id, name: person.name, detail: person.email },
    begins: chosen === undefined ? {} : typedOf(chosen),
  };
}
