import { db } from "#platform/db.server.ts";
import type { Behaviour } from "./domain/behaviours.ts";
import { storedBehaviours } from "./schemas.ts";
import { storedJson } from "./stored-json.server.ts";

interface Words {
  readonly vi: string;
  readonly en: string;
}

export type BehaviourView = Behaviour;

/** A core value as one of its versions has it. */
export interface ValueView {
  readonly code: string;
  readonly version: number;
  readonly active: boolean;
  readonly position: number;
  readonly name: Words;
  readonly meaning: Words;
  readonly behaviours: readonly BehaviourView[];
}

export const readBehaviours = storedJson(storedBehaviours, []);

interface Stored {
  readonly code: string;
  readonly version: number;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly meaningVi: string;
  readonly meaningEn: string;
  readonly behaviours: string;
  readonly value: { readonly active: boolean; readonly position: number };
}

function view({ code, version, nameVi, nameEn, meaningVi, meaningEn, behaviours, value }: Stored): ValueView {
  return { code, version, ...value, name: { vi: nameVi, en: nameEn }, meaning: { vi: meaningVi, en: meaningEn }, behaviours: readBehaviours(behaviours) };
}

const WITH_VALUE = { value: { select: { active: true, position: true } } } as const;

/** The values as they read now, in the order HR gave them; those out of use only where asked for. */
export async function listValues({ all = false }: { readonly all?: boolean } = {}): Promise<ValueView[]> {
  const values = await db.coreValue.findMany({
    where: all ? {} : { active: true },
    select: { code: true, version: true },
    orderBy: [{ position: "asc" }, { code: "asc" }],
  });
  const versions = await valueVersions(values);
  return values.flatMap(({ code, version }) => versions.get(`${code}:${version}`) ?? []);
}

/** Cited versions by `code:version`; unknown ones are left out. */
export async function valueVersions(cited: readonly { readonly code: string; readonly version: number }[]): Promise<Map<string, ValueView>> {
  const pairs = [...new Map(cited.map(({ code, version }) => [`${code}:${version}`, { code, version }])).values()];
  if (pairs.length === 0) return new Map();
  const rows = await db.coreValueVersion.findMany({ where: { OR: pairs }, include: WITH_VALUE });
  return new Map(rows.map((row) => [`${row.code}:${row.version}`, view(row)]));
}
