import { departments } from "#modules/people/public.server.ts";
import type { Asked } from "#platform/acting.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { readHot } from "#platform/transaction.server.ts";
import type { Bilingual } from "../definition.ts";
import { saveDraft } from "../save-draft.server.ts";
import { definitions } from "../series.server.ts";
import type { LibraryExample } from "./example.ts";
import { findExample, LIBRARY } from "./library.ts";

export interface LibraryView {
  readonly examples: readonly (LibraryExample & { readonly taken: boolean })[];
  /** Names by code. */
  readonly departments: Readonly<Record<string, Bilingual>>;
}

/** The examples, with those that are among the organisation's KPIs already. */
export async function libraryView(): Promise<LibraryView> {
  const taken = new Set(definitions(readHot).map(({ code }) => code));
  const known = (await departments()).map(({ code, nameVi, nameEn }) => [code, { vi: nameVi, en: nameEn }] as const);
  return { examples: LIBRARY.map((example) => ({ ...example, taken: taken.has(example.definition.code) })), departments: Object.fromEntries(known) };
}

/**
 * Makes a draft from an example: of its departments and guardrails those that are here. Refuses: `forbidden`;
 * `not_found`; 422 where the code is taken.
 */
export async function startFromExample(code: string, asked: Asked): Promise<void> {
  const example = findExample(code);
  if (example === null) throw notFound();
  const here = new Set((await departments()).filter(({ active }) => active).map((row) => row.code));
  const kpis = new Set(definitions(readHot).map((kpi) => kpi.code));
  const { definition } = example;
  const kept = (codes: readonly string[]) => codes.filter((each) => here.has(each));
  const draft = { ...definition, owners: kept(definition.owners), touches: kept(definition.touches), costsFallOn: kept(definition.costsFallOn), guardrails: definition.guardrails.filter((each) => kpis.has(each)) };
  await saveDraft(draft, asked, { isNew: true });
}
