import type { Actor, PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import type { LessonBody, PracticeBody, SignOffBody } from "#modules/learning/api-schemas.ts";
import {
  answerQuestion, certificateRows, chooseInScenario, credentialOf, finishReading, learnView, observePractice, reportPractice, startAttempt, writeReflection,
} from "#modules/learning/public.server.ts";
import { observationFields } from "#modules/learning/schemas.ts";
import { findPersonByEmail } from "#modules/people/public.server.ts";
import type { Remember } from "#platform/http/idempotency.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { askedOverApi } from "./asked-over-api.server.ts";
import { isOwnDecision, openingsFor } from "./learning.server.ts";

function asPerson(actor: Actor): PersonActor {
  if (actor.kind === "service") throw new Refusal("forbidden");
  return actor;
}

/** `GET /me/learning`. */
export function ownLearning(actor: Actor) {
  const person = asPerson(actor);
  const now = systemClock.now();
  return learnView(person, now, openingsFor(person, now));
}

/** `POST /courses/{code}/attempts`. */
export function postAttempt(actor: Actor, code: string, remember: Remember | null) {
  return startAttempt(code, askedOverApi(actor), (tx, started) => remember?.(tx, { status: 201, body: started }));
}

/** `POST /attempts/{id}/answers`: does the one thing the body names. */
export async function postAnswer(actor: Actor, attempt: string, body: LessonBody) {
  const asked = askedOverApi(actor);
  switch (body.kind) {
    case "read":
      return finishReading(attempt, body.lesson, asked);
    case "reflection":
      return writeReflection(attempt, body.lesson, body.text, asked);
    case "choice": {
      const { kind: _kind, play, tookMs, ...choice } = body;
      const { state: { node, feelings, score, ended }, ...chosen } = await chooseInScenario(attempt, { ...choice, play: play ?? null, tookMs: tookMs ?? null }, asked);
      return { ...chosen, state: { node, feelings, score, ended } };
    }
    case "answer": {
      const { kind: _kind, ...answer } = body;
      const { answer: { right, rightChoice, note }, ...answered } = await answerQuestion(attempt, answer, asked);
      return { ...answered, answer: { right, rightChoice, note } };
    }
  }
}

/** `POST /practice-reports`. Throws 422 at `observer` for an address nobody has. */
export async function postReport(actor: Actor, { observer, decision, ...lines }: PracticeBody, remember: Remember | null) {
  const observerId = observer === undefined ? null : (findPersonByEmail(observer)?.id ?? null);
  if (observer !== undefined && observerId === null) throw invalidInput({ path: "observer", code: "unknown_person" });
  const { id, certificate } = await reportPractice({ ...lines, observerId, decisionId: decision ?? null }, askedOverApi(actor), isOwnDecision, (tx, made) => remember?.(tx, { status: 201, body: { id: made, certificate: null } }));
  return { id, certificate };
}

/** `POST /practice-reports/{id}/sign-off`. */
export function postSignOff(actor: Actor, report: string, { verdict, seen, words, level }: SignOffBody, remember: Remember | null) {
  const fields = parseInput(observationFields, { verdict, seen: seen ?? [], words: words ?? null, level: level ?? null });
  return observePractice(report, fields, askedOverApi(actor), (tx, id) => remember?.(tx, { status: 201, body: { id, certificate: null } }));
}

/** `GET /certificates/{id}/badge`; 404 for what the caller may not read, and for what is revoked. */
export async function badgeJson(actor: Actor, id: string) {
  const now = systemClock.now();
  const [seen] = await certificateRows(actor, { id }, { limit: 1, cursor: null }, now);
  const credential = seen === undefined ? null : await credentialOf(seen.id, now);
  if (credential === null) throw notFound();
  return { format: "vc+jwt" as const, credential };
}
