import { readHot } from "#platform/transaction.server.ts";
import { findPolicy } from "../policy-store.server.ts";
import type { PolicyDocument, PolicyRule } from "../public.ts";
import type { NamedCode } from "../view-models.ts";
import { named } from "../vocabulary.ts";

/** How many versions back a rule is looked for. */
const MOST_VERSIONS = 50;

/** A rule as the newest version had it that was ever in force. */
export interface KnownRule {
  readonly rule: PolicyRule;
  readonly document: PolicyDocument;
  readonly version: number;
  /** Whether that is the version in force. */
  readonly inForce: boolean;
  /** Since when it has been in force without a break; null for a rule that is no longer. */
  readonly since: Date | null;
}

interface Enacted {
  readonly version: number;
  readonly effectiveFrom: Date;
  readonly document: PolicyDocument;
}

function* versionsBefore(at: Date): Generator<Enacted> {
  for (const row of readHot("insights.versions", { at, limit: MOST_VERSIONS })) {
    const document = findPolicy(row.version)?.document;
    if (document !== undefined) yield { ...row, document };
  }
}

/** Finds rules by code in the versions that are or were in force at an instant; each version is read once. */
export function rulesKnownAt(at: Date): { readonly find: (code: string) => KnownRule | null; readonly name: (code: string) => NamedCode } {
  const source = versionsBefore(at);
  const read: Enacted[] = [];
  const versionAt = (index: number): Enacted | null => {
    while (read.length <= index) {
      const next = source.next();
      if (next.done) return null;
      read.push(next.value);
    }
    return read[index] ?? null;
  };
  const find = (code: string): KnownRule | null => {
    for (let index = 0, enacted = versionAt(0); enacted !== null; enacted = versionAt((index += 1))) {
      const rule = enacted.document.rules.find((candidate) => candidate.code === code);
      if (rule === undefined) continue;
      const { version, document } = enacted;
      return { rule, document, version, inForce: index === 0, since: index === 0 ? unbrokenSince(code, versionAt) : null };
    }
    return null;
  };
  return { find, name: (code) => named(find(code)?.rule ?? { code }) };
}

function unbrokenSince(code: string, versionAt: (index: number) => Enacted | null): Date | null {
  let since: Date | null = null;
  for (let index = 0, enacted = versionAt(0); enacted !== null; enacted = versionAt((index += 1))) {
    if (!enacted.document.rules.some((rule) => rule.code === code)) break;
    since = enacted.effectiveFrom;
  }
  return since;
}
