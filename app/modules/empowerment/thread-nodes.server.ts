import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { words } from "#i18n/words.ts";
import type { Locale } from "#i18n/locale.ts";
import type { Translator } from "#i18n/translator.ts";
import { entryText } from "#modules/customers/public.ts";
import { findPeople } from "#modules/people/public.server.ts";
import type { ThreadNode } from "#modules/thread/public.ts";
import { db } from "#platform/db.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import { decisionSentence, SENTENCE_COLUMNS } from "./customer-decisions.server.ts";
import { policyVersion } from "./policy-queries.server.ts";
import { findPolicy } from "./policy-store.server.ts";
import { readableDecisions } from "./queries-decisions.server.ts";
import { named } from "./vocabulary.ts";

interface Telling {
  readonly t: Translator;
  readonly locale: Locale;
  readonly at: Date;
}

/** Decisions as things of the thread; only those the actor may know of. */
export async function decisionNodes(actor: Actor, ids: readonly string[], { t, locale }: Telling): Promise<ThreadNode[]> {
  const rows = await db.decision.findMany({ where: { AND: [{ id: { in: [...ids] } }, readableDecisions(actor)] }, select: { ...SENTENCE_COLUMNS, note: true } });
  const people = findPeople(rows.map(({ personId }) => personId));
  return rows.map((row) => ({
    id: row.id,
    title: entryText(t, decisionSentence(row, people.get(row.personId)?.name ?? ""), locale),
    quote: row.note,
    at: row.decidedAt.toISOString(),
    href: `/decisions/${row.id}`,
  }));
}

/** Rules by their codes, as the version in force names them. */
export function ruleNodes(actor: Actor, codes: readonly string[], { locale, at }: Telling): ThreadNode[] {
  if (!can(actor, "policies.read")) return [];
  const inForce = readHot("policy.in-force", { at });
  const rules = (inForce === null ? null : findPolicy(inForce.version))?.document.rules ?? [];
  return codes.map((code) => ({ id: code, title: named(rules.find((rule) => rule.code === code) ?? { code }).name[locale], quote: null, at: null, href: `/policies/rules/${code}` }));
}

/** Versions of the policy by their numbers; drafts for those who read drafts. */
export async function policyNodes(actor: Actor, versions: readonly string[], { t, at }: Telling): Promise<ThreadNode[]> {
  const numbers = can(actor, "policies.read") ? versions.filter((version) => /^\d{1,9}$/.test(version)).map(Number) : [];
  const found = await Promise.all(numbers.map((version) => policyVersion(actor, version, at)));
  return found.flatMap((policy) => {
    if (policy === null) return [];
    const title = words(t, "decide:policies", { code: "version", params: { version: policy.version } });
    return [{ id: String(policy.version), title, quote: policy.note, at: policy.publishedAt ?? policy.createdAt, href: `/policies/${policy.version}` }];
  });
}
