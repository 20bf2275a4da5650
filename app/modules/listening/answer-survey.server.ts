import { limitRequests } from "#platform/rate-limit.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { type Row, transaction, type Tx } from "#platform/transaction.server.ts";
import { ADDRESS_LIMIT, LINK_LIMIT, WORDS_MINUTES } from "./domain/links.ts";
import { NO_RATINGS, OWN_CSAT_POINTS, type Ratings } from "./domain/scales.ts";
import { type Heard, keepFeedback, personalWords } from "./keep-feedback.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { SurveyAnswer } from "./schemas.ts";
import { findLink, type FoundLink, openVisit } from "./survey-links.server.ts";

/** Who answers, as far as a public page may know: nobody in particular. */
export interface Respondent {
  readonly address: string | null;
  readonly requestId: string | null;
  readonly locale: "vi" | "en";
  readonly now: Date;
}

export interface SentAnswer {
  readonly token: string;
  /** The visit of a poster's page; empty for a question about a case. */
  readonly visit: string;
  readonly answer: SurveyAnswer;
}

/** kept: it counts · double: this visit or link has answered before, nothing was changed */
export interface AnswerKept {
  readonly outcome: "kept" | "double";
  /** Words may still be added to it. */
  readonly mayAdd: boolean;
}

/** Counts what comes from one address, and for one link. Refuses 429. */
export async function limitRespondent({ address }: Pick<Respondent, "address">, linkId: string | null): Promise<void> {
  await limitRequests(`survey:address:${address ?? "unknown"}`, ADDRESS_LIMIT);
  if (linkId !== null) await limitRequests(`survey:link:${linkId}`, LINK_LIMIT);
}

/** What makes two answers one: the link of a case, the visit of a poster. Refuses 409 `visit_over` for a form that lay open too long. */
function answerKey(link: FoundLink, visit: string, now: Date): string {
  if (link.kind === "case") return `case:${link.id}`;
  const opened = openVisit(visit, link.id, now);
  if (opened === null) throw new Refusal("visit_over", { status: 409 });
  return `visit:${opened.nonce}`;
}

/** The link as it may be answered now. Refuses 404 for one nobody made; 409 `survey_over` for one that has ended. */
async function openLink(token: string, respondent: Respondent): Promise<FoundLink> {
  const link = await findLink(token, respondent.now);
  await limitRespondent(respondent, link?.id ?? null);
  if (link === null) throw new Refusal("not_found");
  if (link.state === "expired" || link.state === "revoked") throw new Refusal("survey_over", { status: 409 });
  return link;
}

/** Only what was asked is kept. */
function ratingsOf(answer: SurveyAnswer, questions: readonly string[]): Ratings {
  const csat = questions.includes("csat") ? answer.csat : null;
  return {
    understood: questions.includes("understood") ? answer.understood : NO_RATINGS.understood,
    csat,
    csatPoints: csat === null ? null : OWN_CSAT_POINTS,
    nps: questions.includes("nps") ? answer.nps : null,
  };
}

/** What the link asks now; null where its survey takes no answers. */
async function asksIn(tx: Tx, link: FoundLink): Promise<{ questions: readonly string[]; words: boolean } | null> {
  if (link.kind === "case") return { questions: ["understood"], words: true };
  const survey = await tx.find("Survey", { touchpointCode: link.touchpointCode ?? "" });
  return survey === null || !survey.active ? null : { questions: JSON.parse(survey.questions) as string[], words: survey.asksWords };
}

async function spend(tx: Tx, link: FoundLink, now: Date): Promise<void> {
  const row: Row<"SurveyLink"> | null = await tx.find("SurveyLink", { id: link.id });
  if (row === null || row.revokedAt !== null) throw new Refusal("survey_over", { status: 409 });
  if (link.kind === "case") await tx.update("SurveyLink", { id: link.id, usedAt: null }, { usedAt: now });
}

/**
 * Keeps what a customer answers on a public page. The same visit, or the link of a case, answers once: a second time changes
 * nothing and is thanked all the same. Refuses: 404; 409 `survey_over`, `visit_over`; 422; 429.
 */
export async function answerSurvey({ token, visit, answer }: SentAnswer, respondent: Respondent): Promise<AnswerKept> {
  const { now, locale } = respondent;
  const link = await openLink(token, respondent);
  const key = answerKey(link, visit, now);
  return transaction(async (tx) => {
    if ((await tx.count("Feedback", { answerKey: key })) > 0) return { outcome: "double", mayAdd: false };
    await spend(tx, link, now);
    const asks = await asksIn(tx, link);
    if (asks === null) throw new Refusal("survey_over", { status: 409 });
    const { channel, touchpointCode, siteCode, departmentCode, customerId, decisionId, decisionNumber, personId, managerId } = link;
    const said = asks.words ? answer.said : null;
    const heard: Heard = {
      ...{ source: "survey", sourceId: null, answerKey: key, linkId: link.id, receivedAt: now, language: locale },
      ...{ channel, touchpointCode, siteCode, departmentCode, customerId, decisionId, decisionNumber, personId, managerId },
      ratings: ratingsOf(answer, asks.questions),
      ...{ said, felt: null, unsaid: null },
    };
    const id = await keepFeedback(tx, heard, null, now);
    const data = { feedbackId: id, source: "survey", touchpoint: touchpointCode, decisionId };
    await recordEvent(tx, { kind: "feedback", id }, null, now, { type: "feedback.received", schema: 1, data }, personalWords(id, heard));
    return { outcome: "kept", mayAdd: asks.words && said === null };
  });
}

/**
 * Adds words to an answer that was given a moment ago with one tap and has none. Answers false where it is too late or there
 * are words already. Refuses: 404; 409 `visit_over`; 429.
 */
export async function addWords({ token, visit, said }: { readonly token: string; readonly visit: string; readonly said: string }, respondent: Respondent): Promise<boolean> {
  const { now } = respondent;
  const link = await findLink(token, now);
  await limitRespondent(respondent, link?.id ?? null);
  if (link === null) throw new Refusal("not_found");
  const key = answerKey(link, visit, now);
  return transaction(async (tx) => {
    const row = await tx.find("Feedback", { answerKey: key });
    if (row === null || row.erasedAt !== null || now.getTime() - row.receivedAt.getTime() > WORDS_MINUTES * 60_000) return false;
    if ((await tx.update("Feedback", { id: row.id, said: null }, { said })) !== 1) return false;
    const words = personalWords(row.id, { customerId: row.customerId, said, felt: null, unsaid: null });
    await recordEvent(tx, { kind: "feedback", id: row.id }, null, now, { type: "feedback.worded", schema: 1, data: { feedbackId: row.id } }, words);
    return true;
  });
}
