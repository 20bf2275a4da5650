import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { actorFacts, findPerson } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { changesFor } from "../domain/announcement.ts";
import { askedQuestion, readCheckQuestion } from "../domain/check-question.ts";
import { isMeantFor } from "../domain/concerns.ts";
import { policyVersion } from "../policy-queries.server.ts";
import { findPolicyBefore } from "../policy-store.server.ts";
import { parsePolicy, type PolicyDocument } from "../public.ts";
import { loadRuleNames } from "../rule-view.server.ts";
import { named } from "../vocabulary.ts";
import { changesSince } from "./announce.server.ts";
import { changesView } from "./change-view.server.ts";
import type { OwnResponseView, RespondView } from "./views.ts";

async function ownResponse(version: number, personId: string, { rules }: PolicyDocument): Promise<OwnResponseView | null> {
  const row = await db.policyAcknowledgement.findUnique({ where: { version_personId: { version, personId } } });
  if (row === null) return null;
  return {
    response: row.response as OwnResponseView["response"],
    at: row.at.toISOString(),
    rule: row.rule === null ? null : named(rules.find(({ code }) => code === row.rule) ?? { code: row.rule }),
    words: row.words,
    answer: row.answer,
    answeredBy: row.answeredById === null ? null : (findPerson(row.answeredById)?.name ?? null),
  };
}

/**
 * What a published version changes for this reader against the one before it, with the why, and their answer; null for a
 * version that is not published.
 */
export async function respondView(actor: Actor, version: number, at: Date): Promise<RespondView | null> {
  const found = Number.isSafeInteger(version) ? await policyVersion(actor, version, at) : null;
  if (found === null || found.effectiveFrom === null || found.state === "draft" || found.state === "in_review" || actor.personId === null) return null;
  const { personId } = actor;
  const document = parsePolicy(found.document);
  const before = findPolicyBefore(version, new Date(found.effectiveFrom));
  const held = actorFacts(personId, at) ?? { roles: [] };
  const [names, mine, row] = await Promise.all([loadRuleNames(), ownResponse(version, personId, document), db.policyVersion.findUnique({ where: { version }, select: { checkQuestion: true } })]);
  const earlier = before?.document ?? null;
  return {
    version,
    state: found.state,
    effectiveFrom: found.effectiveFrom,
    currency: document.currency,
    before: before?.version ?? null,
    changes: changesView(changesFor(changesSince(earlier, document), held), document, earlier, names),
    rules: document.rules.filter((rule) => isMeantFor(rule, held)).map(named),
    mine,
    question: askedQuestion(readCheckQuestion(row?.checkQuestion ?? null)),
    mayRespond: can(actor, "policies.acknowledge"),
  };
}
