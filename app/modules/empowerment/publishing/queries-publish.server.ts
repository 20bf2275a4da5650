import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Locale } from "#i18n/locale.ts";
import { localDay } from "#kernel/period.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { findingViews } from "../design/findings.server.ts";
import { readCheckQuestion } from "../domain/check-question.ts";
import { policyVersion } from "../policy-queries.server.ts";
import { findPolicyInForce } from "../policy-store.server.ts";
import { runPolicyTests } from "../policy-tests.server.ts";
import { parsePolicy, type PolicyDocument } from "../public.ts";
import { loadRuleNames } from "../rule-view.server.ts";
import { audiences } from "./announce.server.ts";
import { changesView } from "./change-view.server.ts";
import type { AudienceView, NotedFindingView, PublishView } from "./views.ts";

async function notedFindings(version: number, document: PolicyDocument, locale: Locale): Promise<NotedFindingView[]> {
  const [findings, rows] = await Promise.all([findingViews(document, locale), db.policyFindingAcknowledgement.findMany({ where: { version } })]);
  const people = findPeople(rows.flatMap(({ personId }) => personId ?? []));
  const noted = new Map(rows.map((row) => [row.finding, { note: row.note, by: row.personId === null ? null : (people.get(row.personId)?.name ?? null), at: row.at.toISOString() }]));
  return findings.map((finding) => ({ ...finding, noted: noted.get(finding.key) ?? null }));
}

async function audienceViews(document: PolicyDocument, at: Date): Promise<AudienceView[]> {
  const before = findPolicyInForce(at)?.document ?? null;
  const names = await loadRuleNames();
  return audiences(document, before, at).map(({ people, changes }) => ({
    people: people.length,
    roles: [...new Set(people.flatMap(({ facts }) => facts.roles))].sort(),
    changes: changesView(changes, document, before, names),
  }));
}

/** The page on which a version is submitted, reviewed and published; null for what is no draft and not in review. */
export async function publishView(actor: PersonActor, version: number, at: Date, locale: Locale): Promise<PublishView | null> {
  const found = Number.isSafeInteger(version) ? await policyVersion(actor, version, at) : null;
  if (found === null || (found.state !== "draft" && found.state !== "in_review")) return null;
  const document = parsePolicy(found.document);
  const [findings, told, row, unanswered, edited] = await Promise.all([
    notedFindings(version, document, locale),
    audienceViews(document, at),
    db.policyVersion.findUnique({ where: { version }, select: { checkQuestion: true } }),
    db.policyComment.count({ where: { version, outcome: null } }),
    db.policyEditor.count({ where: { version, personId: actor.personId } }),
  ]);
  const tests = runPolicyTests(document, at);
  const until = found.commentsUntil === null ? null : new Date(found.commentsUntil);
  const [draft, publishes] = [found.state === "draft", can(actor, "policies.publish")];
  return {
    version,
    state: found.state,
    currency: document.currency,
    note: found.note,
    ownDraft: edited > 0,
    findings,
    tests: { total: tests.length, failed: tests.filter(({ passed }) => !passed).length },
    comments: { lastDay: until === null ? null : localDay(new Date(until.getTime() - 1), document.timeZone), open: until !== null && until > at, unanswered },
    audiences: told,
    question: readCheckQuestion(row?.checkQuestion ?? null),
    may: { submit: draft && can(actor, "policies.edit"), publish: !draft && publishes && edited === 0, returnIt: !draft && publishes, note: publishes, ask: draft && can(actor, "policies.edit") },
  };
}
