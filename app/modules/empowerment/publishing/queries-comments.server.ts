import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { localDay } from "#kernel/period.ts";
import { actorFacts, findPeople } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { changesFor } from "../domain/announcement.ts";
import { policyChanges } from "../domain/rule-changes.ts";
import { policyVersion } from "../policy-queries.server.ts";
import { findPolicyInForce } from "../policy-store.server.ts";
import { parsePolicy, type PolicyDocument } from "../public.ts";
import { loadRuleNames, type RuleNames } from "../rule-view.server.ts";
import { named, nameIn } from "../vocabulary.ts";
import { changesSince } from "./announce.server.ts";
import { answersFor } from "./answerers.server.ts";
import { boundPeople, isBound, withInForce } from "./bound-people.server.ts";
import { changesView, ruleChangeView } from "./change-view.server.ts";
import type { ChangesView, CommentsView, CommentView, NamedCode, RuleChangeView } from "./views.ts";

/** The documents a version had at some revisions; what was saved last up to each. */
async function documentsAt(version: number, revisions: readonly number[]): Promise<Map<number, PolicyDocument>> {
  const found = new Map<number, PolicyDocument>();
  for (const revision of new Set(revisions)) {
    const row = await db.policyRevision.findFirst({ where: { version, revision: { lte: revision } }, orderBy: { revision: "desc" }, select: { document: true } });
    if (row !== null) found.set(revision, parsePolicy(JSON.parse(row.document)));
  }
  return found;
}

/** What became of the rule a comment is about (of every rule, where it is about the whole) since it was read. */
function changedSince(read: PolicyDocument | undefined, latest: PolicyDocument, rule: string | null, names: RuleNames): RuleChangeView[] {
  if (read === undefined) return [];
  return policyChanges(read, latest)
    .rules.filter(({ code }) => rule === null || code === rule)
    .map((change) => ruleChangeView(change, latest, read, names));
}

interface StoredComment {
  readonly id: string;
  readonly revision: number;
  readonly rule: string | null;
  readonly personId: string;
  readonly text: string;
  readonly at: Date;
  readonly outcome: string | null;
  readonly answer: string | null;
  readonly answeredById: string | null;
  readonly answeredAt: Date | null;
}

export interface CommentFilter {
  readonly before: readonly [Date, string] | null;
  readonly limit: number;
}

/** Comments newest first, from before a position. */
function storedComments(version: number, { before, limit }: CommentFilter): Promise<StoredComment[]> {
  const earlier = before === null ? {} : { OR: [{ at: { lt: before[0] } }, { at: before[0], id: { lt: before[1] } }] };
  return db.policyComment.findMany({ where: { AND: [{ version }, earlier] }, orderBy: [{ at: "desc" }, { id: "desc" }], take: limit });
}

/**
 * Comments of a version as a reader may see them, newest first. Names are for those who read drafts and for whoever
 * answers; colleagues see what was said. null for a version that is not there or not for this reader.
 */
export async function policyComments(actor: Actor, version: number, at: Date, filter: CommentFilter): Promise<CommentView[] | null> {
  const found = await policyVersion(actor, version, at);
  if (found === null) return null;
  const latest = parsePolicy(found.document);
  const [rows, names, editors] = await Promise.all([storedComments(version, filter), loadRuleNames(), db.policyEditor.findMany({ where: { version }, select: { personId: true } })]);
  const people = findPeople(rows.flatMap(({ personId, answeredById }) => (answeredById === null ? [personId] : [personId, answeredById])));
  const read = await documentsAt(version, rows.flatMap(({ revision, outcome }) => (outcome === "changed" ? [revision] : [])));
  const readsDrafts = can(actor, "policies.read-drafts");
  const ruleName = (code: string, revision: number): NamedCode => named(latest.rules.find((rule) => rule.code === code) ?? read.get(revision)?.rules.find((rule) => rule.code === code) ?? nameIn([], code));
  return rows.map((row) => {
    const mine = row.personId === actor.personId;
    const answers = answersFor(actor, latest, row.rule, editors.map(({ personId }) => personId));
    return {
      id: row.id,
      at: row.at.toISOString(),
      rule: row.rule === null ? null : ruleName(row.rule, row.revision),
      text: row.text,
      revision: row.revision,
      mine,
      author: readsDrafts || answers || mine ? (people.get(row.personId)?.name ?? null) : null,
      outcome: row.outcome as CommentView["outcome"],
      answer: row.answer,
      answeredBy: row.answeredById === null ? null : (people.get(row.answeredById)?.name ?? null),
      answeredAt: row.answeredAt?.toISOString() ?? null,
      mayAnswer: answers && row.outcome === null,
      changes: row.outcome === "changed" ? changedSince(read.get(row.revision), latest, row.rule, names) : [],
    };
  });
}

/** What a draft would change for somebody against the version in force. */
async function changesOf(document: PolicyDocument, personId: string, at: Date): Promise<ChangesView> {
  const before = findPolicyInForce(at)?.document ?? null;
  return changesView(changesFor(changesSince(before, document), actorFacts(personId, at) ?? { roles: [] }), document, before, await loadRuleNames());
}

const SHOWN = 200;

/** The page on which a draft is talked about. */
export async function commentsView(actor: Actor, version: number, at: Date): Promise<CommentsView | null> {
  const comments = await policyComments(actor, version, at, { before: null, limit: SHOWN });
  const found = comments === null ? null : await policyVersion(actor, version, at);
  if (comments === null || found === null) return null;
  const document = parsePolicy(found.document);
  const until = found.commentsUntil === null ? null : new Date(found.commentsUntil);
  const open = found.state === "draft" && until !== null && until > at;
  const documents = withInForce(document, at);
  const edits = found.state === "draft" && can(actor, "policies.edit");
  const { personId } = actor;
  const bound = personId !== null && isBound(documents, personId, at);
  const readsDrafts = can(actor, "policies.read-drafts");
  return {
    version,
    state: found.state,
    revision: found.revision,
    currency: document.currency,
    lastDay: until === null ? null : localDay(new Date(until.getTime() - 1), document.timeZone),
    open,
    binds: boundPeople(documents, at).length,
    rules: document.rules.map(named),
    changes: bound && personId !== null && found.state === "draft" ? await changesOf(document, personId, at) : null,
    comments,
    unanswered: readsDrafts ? await db.policyComment.count({ where: { version, outcome: null } }) : null,
    may: { invite: edits && !open, end: edits && open, comment: open && personId !== null && can(actor, "policies.comment") && (readsDrafts || bound) },
  };
}
