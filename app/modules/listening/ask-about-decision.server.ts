import { newId } from "#kernel/ids.ts";
import { actorRef, type Asked, demand } from "#platform/acting.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { randomToken, tokenHash } from "#platform/secrets.server.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { askedUntil, caseLinkEnds } from "./domain/links.ts";
import { recordEvent } from "./record-event.server.ts";
import { pauseDaysIn } from "./settings.server.ts";

/** The decision whose customer is asked: whom it is about and where it was taken. */
export interface AskedDecision {
  readonly id: string;
  readonly number: string;
  readonly channel: string;
  readonly customerId: string | null;
  readonly personId: string;
  readonly managerId: string | null;
  readonly siteCode: string | null;
  readonly departmentCode: string | null;
}

/** When this customer was last asked about another case; null: never. */
async function lastAsked(tx: Tx, customerId: string, decisionId: string): Promise<Date | null> {
  const links = await tx.list("SurveyLink", { customerId, kind: "case", revokedAt: null }, { orderBy: [["createdAt", "desc"]], limit: 20 });
  return links.find((link) => link.decisionId !== decisionId)?.createdAt ?? null;
}

/**
 * Makes the one question about a decision, "did you feel understood", as a link that works once within its days; an earlier
 * one of the same decision that nobody answered stops working. Answers the link's token, which is stored nowhere.
 * Refuses: `forbidden`, `not_found`; 409 `already_answered`; 409 `asked_recently` (`until`) while the customer is left in peace.
 */
export async function askAboutDecision(decision: AskedDecision, asked: Asked): Promise<{ token: string; expiresAt: Date }> {
  demand(asked, "feedback.ask", decision);
  const { id: decisionId, number: decisionNumber, channel, customerId, personId, managerId, siteCode, departmentCode } = decision;
  return transaction(async (tx) => {
    if ((await tx.count("Feedback", { decisionId, source: "survey" })) > 0) throw new Refusal("already_answered", { status: 409 });
    const until = customerId === null ? null : askedUntil(await lastAsked(tx, customerId, decisionId), await pauseDaysIn(tx), asked.now);
    if (until !== null) throw new Refusal("asked_recently", { status: 409, params: { until: until.toISOString() } });
    await tx.update("SurveyLink", { decisionId, kind: "case", usedAt: null, revokedAt: null }, { revokedAt: asked.now });
    const id = newId();
    const token = randomToken();
    const expiresAt = caseLinkEnds(asked.now);
    await tx.insert("SurveyLink", {
      id,
      tokenHash: tokenHash(token),
      kind: "case",
      ...{ decisionId, decisionNumber, channel, customerId, personId, managerId, siteCode, departmentCode },
      createdAt: asked.now,
      createdById: asked.actor?.personId ?? null,
      expiresAt,
    });
    await recordEvent(tx, { kind: "survey-link", id }, actorRef(asked), asked.now, { type: "survey-link.made", schema: 1, data: { linkId: id, kind: "case", touchpoint: null, decisionId } });
    return { token, expiresAt };
  });
}
