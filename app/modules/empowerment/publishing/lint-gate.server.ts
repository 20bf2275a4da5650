import type { Actor } from "#access/actor.ts";
import type { Locale } from "#i18n/locale.ts";
import { organisationTranslator } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { type FieldFault, Refusal } from "#platform/http/refusal.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { findingWords } from "../design/finding-words.ts";
import type { Finding } from "../domain/lint/findings.ts";
import { parsePolicy, type PolicyDocument } from "../public.ts";
import { recordEvent } from "../record-event.server.ts";
import { findingsOf } from "./findings.server.ts";

/** What lint found in a document, named by its hash: a gate read before a transaction holds for that content alone. */
export interface LintGate {
  readonly contentHash: string;
  readonly document: PolicyDocument;
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** Reads and lints a version as it stands; null for one that is not there. */
export async function readGate(version: number, now: Date): Promise<LintGate | null> {
  const row = await db.policyVersion.findUnique({ where: { version }, select: { document: true, contentHash: true } });
  if (row === null) return null;
  const document = parsePolicy(JSON.parse(row.document));
  const findings = await findingsOf(document, now);
  const of = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity);
  return { contentHash: row.contentHash, document, errors: of("error"), warnings: of("warning") };
}

/** A finding as a fault of the document, in the reader's language: at its first rule, or at the whole. */
function faultOf({ document }: LintGate, finding: Finding, { locale }: Actor): FieldFault {
  const index = document.rules.findIndex((rule) => rule.code === finding.rules[0]);
  const { message } = findingWords(finding, document, { t: organisationTranslator(locale), locale });
  return { path: index < 0 ? "" : `rules.${index}`, code: "lint_finding", params: { finding: finding.key, code: finding.code, message } };
}

/** The warnings nobody has taken note of in writing yet. */
export async function openWarnings(tx: Tx, version: number, { warnings }: LintGate): Promise<Finding[]> {
  const noted = new Set((await tx.list("PolicyFindingAcknowledgement", { version })).map(({ finding }) => finding));
  return warnings.filter(({ key }) => !noted.has(key));
}

/** The warnings of a version that nobody has taken note of, in words: for an operator. */
export async function openWarningTexts(version: number, locale: Locale, now: Date): Promise<string[]> {
  const gate = await readGate(version, now);
  if (gate === null) return [];
  const noted = new Set((await db.policyFindingAcknowledgement.findMany({ where: { version }, select: { finding: true } })).map(({ finding }) => finding));
  const reader = { t: organisationTranslator(locale), locale };
  return gate.warnings.filter(({ key }) => !noted.has(key)).map((finding) => findingWords(finding, gate.document, reader).message);
}

/** Writes down that somebody took note of a warning. */
export async function noteFinding(tx: Tx, version: number, finding: string, note: string, actor: Actor, now: Date): Promise<void> {
  await tx.insert("PolicyFindingAcknowledgement", { version, finding, note, personId: actor.personId, at: now });
  await recordEvent(tx, { kind: "policy", id: String(version) }, actor, now, { type: "policy.finding-acknowledged", schema: 1, data: { version, finding, note } });
}

interface Passing {
  readonly actor: Actor;
  /** Stands as the written note of every warning still open; null: none was given. */
  readonly note: string | null;
  /** Whether warnings still open without a note refuse. */
  readonly closes: boolean;
  readonly now: Date;
}

/**
 * Lets a version through, in the transaction of its step. Refuses: 422 `lint_errors` with each; 422
 * `warnings_unacknowledged` where it closes and neither a note nor an acknowledgement stands for some warning; 409
 * `state_changed` when the document is not the one that was linted.
 */
export async function passGate(tx: Tx, row: Row<"PolicyVersion">, gate: LintGate, { actor, note, closes, now }: Passing): Promise<void> {
  if (row.contentHash !== gate.contentHash) throw new Refusal("state_changed");
  const faults = (findings: readonly Finding[]) => findings.map((finding) => faultOf(gate, finding, actor));
  if (gate.errors.length > 0) throw new Refusal("lint_errors", { status: 422, params: { count: gate.errors.length }, errors: faults(gate.errors) });
  const open = await openWarnings(tx, row.version, gate);
  if (note !== null) for (const { key } of open) await noteFinding(tx, row.version, key, note, actor, now);
  else if (closes && open.length > 0) throw new Refusal("warnings_unacknowledged", { status: 422, params: { count: open.length }, errors: faults(open) });
}
