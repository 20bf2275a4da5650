import type { AuditEventInput } from "#modules/audit/public.server.ts";
import type { CourseContent, Lesson, PracticeLesson, QuizLesson, ScenarioLesson } from "#modules/learning/domain/content.ts";
import { CONFIDENCES } from "#modules/learning/domain/quiz.ts";
import { newMemory, reviewed } from "#modules/learning/domain/review.ts";
import { begin, choose, endingOf, type PlayState, turnOf } from "#modules/learning/domain/scenario-play.ts";
import { addDays, instantAt, localDay, type Day } from "#kernel/period.ts";
import { encrypt } from "#platform/secrets.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { PersonPlan } from "../company.ts";
import { ZONE } from "../company/places.ts";
import type { Random } from "../random.ts";
import { AGAIN_VI, KEPT_VI, SEEN_EN, SEEN_VI, TOLD_EN, TOLD_VI } from "./words.ts";

const MINUTE = 60_000;
const DAY_MS = 86_400_000;
const MOST_CHOICES = 30;

export interface Attempt {
  readonly person: PersonPlan;
  readonly content: CourseContent;
  /** The local day it was finished on, or reached as far as it is. */
  readonly day: Day;
  /** Lessons done; all of them when left out. */
  readonly upTo?: number;
  /** What became of the practice; signed off unless told. */
  readonly practice?: "signed_off" | "waiting" | "again";
  /** null: for ever. Left out: as the course says. */
  readonly validTo?: Day | null;
  /** Whoever signs off. */
  readonly signer: PersonPlan | null;
  /** A decision of the person around that day, to name in the practice. */
  readonly decisionId: string | null;
}

/** Choices still needed from each node to the nearest ending. */
function distances({ scenario }: ScenarioLesson): Map<string, number> {
  const found = new Map(scenario.nodes.filter(({ kind }) => kind === "ending").map(({ code }) => [code, 0]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of scenario.nodes) {
      if (node.kind !== "turn") continue;
      const nearest = Math.min(...node.choices.map(({ to }) => (found.get(to) ?? Infinity) + 1));
      if (nearest < (found.get(node.code) ?? Infinity)) {
        found.set(node.code, nearest);
        changed = true;
      }
    }
  }
  return found;
}

/** Writes what people of the demo company learnt, and tells the trail of it. */
export class Scribe {
  readonly events: AuditEventInput[] = [];
  /** Certificates by `person course`, to see who holds one. */
  readonly certified = new Set<string>();

  constructor(
    private readonly tx: Tx,
    private readonly now: Date,
    private readonly random: Random,
  ) {}

  private tell(type: string, kind: string, id: string, personId: string | null, data: Readonly<Record<string, unknown>>, at: Date): void {
    this.events.push({ type, subject: { kind, id }, actor: personId === null ? null : { personId }, data, at });
  }

  /** One attempt with everything in it. Answers the day's last instant in it. */
  async attempt(wish: Attempt): Promise<void> {
    const { person, content, day } = wish;
    const { random } = this;
    const end = instantAt(day, random.int(9 * 60, 20 * 60), ZONE);
    if (end > this.now) return;
    const lessons = content.lessons.slice(0, wish.upTo ?? content.lessons.length);
    const completed = lessons.length === content.lessons.length;
    const starts = new Date(end.getTime() - random.int(1, 6) * DAY_MS);
    const id = random.idAt(starts);
    const openKey = completed ? null : `${person.id}:${content.code}`;
    const { managerId, departmentCode, siteCode } = person;
    await this.tx.insert("LearningAttempt", { id, personId: person.id, course: content.code, version: 1, state: completed ? "completed" : "running", openKey, startedAt: starts, touchedAt: end, completedAt: completed ? end : null, managerId, departmentCode, siteCode });
    this.tell("learning.started", "course", content.code, person.id, { course: content.code, version: 1 }, starts);
    let signedBy: string | null = null;
    for (const [index, lesson] of lessons.entries()) {
      const at = this.sitting(starts, end, index, lessons.length);
      signedBy = (await this.lesson(id, wish, lesson, at)) ?? signedBy;
    }
    if (!completed) return;
    this.tell("learning.completed", "course", content.code, person.id, { course: content.code, version: 1 }, end);
    if (!content.verified || signedBy !== null) await this.certificate(id, wish, signedBy, end);
  }

  /** When a lesson was done: on a day between beginning and end, in hours people are up. */
  private sitting(starts: Date, end: Date, index: number, count: number): Date {
    const rough = new Date(starts.getTime() + ((end.getTime() - starts.getTime()) * index) / count);
    const kept = instantAt(localDay(rough, ZONE), 9 * 60 + 95 * index, ZONE);
    const latest = new Date(end.getTime() - (count - index) * 2 * MINUTE);
    return kept < latest ? kept : latest;
  }

  private async lesson(attemptId: string, wish: Attempt, lesson: Lesson, at: Date): Promise<string | null> {
    const { person, content } = wish;
    const result = { attemptId, lesson: lesson.code, startedAt: new Date(at.getTime() - lesson.minutes * MINUTE), finishedAt: at };
    await this.cards(person.id, content.code, lesson, at);
    switch (lesson.kind) {
      case "scenario":
        await this.tx.insert("LearningLessonResult", { ...result, score: await this.play(attemptId, lesson, at) });
        return null;
      case "quiz":
        await this.tx.insert("LearningLessonResult", { ...result, score: await this.quiz(attemptId, lesson, at), outOf: lesson.questions.length, passed: true });
        return null;
      case "practice":
        await this.tx.insert("LearningLessonResult", { ...result, finishedAt: null });
        return this.practise(attemptId, wish, lesson, at);
      case "reflection": {
        const id = this.random.idAt(at);
        await this.tx.insert("LearningReflection", { id, personId: person.id, attemptId, course: content.code, lesson: lesson.code, sealed: encrypt(this.random.pick(KEPT_VI), `reflection.text:${id}`), writtenAt: at, updatedAt: at });
        await this.tx.insert("LearningLessonResult", result);
        return null;
      }
      case "read":
        await this.tx.insert("LearningLessonResult", result);
        return null;
    }
  }

  private async cards(personId: string, course: string, { code: lesson, recall }: Lesson, at: Date): Promise<void> {
    for (const { code: card } of recall) {
      const key = { personId, course, card };
      if ((await this.tx.count("LearningCard", key)) > 0) continue;
      let memory = newMemory(at);
      let reviews = 0;
      let last: Date | null = null;
      while (new Date(memory.due) < this.now && reviews < 6 && this.random.chance(0.8)) {
        last = new Date(memory.due);
        const rating = this.random.weighted([["good", 7], ["hard", 2], ["again", 1]] as const);
        await this.tx.insert("LearningReview", { id: this.random.idAt(last), ...key, rating, at: last });
        memory = reviewed(memory, rating, last);
        reviews += 1;
      }
      await this.tx.insert("LearningCard", { ...key, lesson, version: 1, dueAt: new Date(memory.due), memory: JSON.stringify(memory), reviews, createdAt: at, reviewedAt: last });
    }
  }

  /** Plays as people do: mostly what is kind, sometimes not, and after a while towards an end. */
  private async play(attemptId: string, lesson: ScenarioLesson, at: Date): Promise<number> {
    const { random } = this;
    const far = distances(lesson);
    const playId = random.idAt(at);
    let state: PlayState = begin(lesson.scenario);
    const made: { id: string; position: number; node: string; choice: string; tookMs: number; at: Date; trust: number; frustration: number; time: number }[] = [];
    while (!state.ended && made.length < MOST_CHOICES) {
      const choices = turnOf(lesson.scenario, state)?.choices ?? [];
      const kindest = [...choices].sort((a, b) => (b.effects.trust ?? 0) - (b.effects.frustration ?? 0) - (a.effects.trust ?? 0) + (a.effects.frustration ?? 0))[0];
      const nearest = [...choices].sort((a, b) => (far.get(a.to) ?? 99) - (far.get(b.to) ?? 99))[0];
      const picked = made.length > 15 ? nearest : random.chance(0.62) ? kindest : random.pick(choices);
      const next = picked === undefined ? null : choose(lesson.scenario, state, picked.code);
      if (picked === undefined || next === null) break;
      const moment = new Date(at.getTime() - (MOST_CHOICES - made.length) * 10_000);
      made.push({ id: random.idAt(moment), position: made.length, node: state.node, choice: picked.code, tookMs: random.int(2_500, 24_000), at: moment, ...next.feelings });
      state = next;
    }
    const ending = endingOf(lesson.scenario, state);
    await this.tx.insert("LearningPlay", { id: playId, attemptId, lesson: lesson.code, number: 1, startedAt: new Date(at.getTime() - 6 * MINUTE), endedAt: ending === null ? null : at, ending: ending?.code ?? null, quality: ending?.quality ?? null });
    for (const row of made) await this.tx.insert("LearningChoice", { ...row, playId });
    return state.score;
  }

  /** One round, as many right as it takes to pass, the rest by chance. */
  private async quiz(attemptId: string, { code: lesson, questions, pass }: QuizLesson, at: Date): Promise<number> {
    const { random } = this;
    const order = random.shuffle(questions.map((_, index) => index));
    let right = 0;
    for (const [index, { code: question, options }] of questions.entries()) {
      const knows = order.indexOf(index) < pass || random.chance(0.5);
      const choice = (knows ? options.find((option) => option.right) : options.find((option) => !option.right)) ?? options[0];
      if (choice === undefined) continue;
      right += choice.right ? 1 : 0;
      const confidence = random.weighted(CONFIDENCES.map((one, place) => [one, choice.right ? [5, 4, 1][place] ?? 1 : [2, 4, 3][place] ?? 1] as const));
      const moment = new Date(at.getTime() - (questions.length - index) * 12_000);
      await this.tx.insert("LearningAnswer", { id: random.idAt(moment), attemptId, lesson, round: 1, question, choice: choice.code, confidence, right: choice.right, at: moment });
    }
    return right;
  }

  private async practise(attemptId: string, { person, content, signer, practice = "signed_off", decisionId }: Attempt, lesson: PracticeLesson, at: Date): Promise<string | null> {
    const { random } = this;
    const english = person.language === "en";
    let signed: string | null = null;
    for (let time = 0; time < lesson.times; time += 1) {
      const told = random.pick(english ? TOLD_EN : TOLD_VI);
      const moment = new Date(at.getTime() - (lesson.times - time - 1) * 20 * MINUTE);
      const id = random.idAt(moment);
      const { managerId, departmentCode, siteCode } = person;
      const last = time === lesson.times - 1;
      const unseen = signer === null || practice === "waiting";
      const state = unseen ? "waiting" : last ? practice : "signed_off";
      const named = last ? decisionId : null;
      await this.tx.insert("LearningReport", { id, attemptId, personId: person.id, course: content.code, version: 1, lesson: lesson.code, ...told, decisionId: named, managerId, departmentCode, siteCode, state, at: moment });
      this.tell("practice.reported", "practice", id, person.id, { course: content.code, lesson: lesson.code, personId: person.id }, moment);
      const link = { fromKind: "practice", fromId: id, byId: person.id, at: moment, automatic: true };
      await this.tx.insert("ThreadLink", { ...link, id: random.idAt(moment), toKind: "course", toId: content.code, relation: "about" });
      if (named !== null) await this.tx.insert("ThreadLink", { ...link, id: random.idAt(moment), toKind: "decision", toId: named, relation: "tells_of" });
      if (signer === null || unseen) continue;
      const verdict = last && practice === "again" ? "again" : "signed_off";
      const seenAt = new Date(Math.min(at.getTime(), moment.getTime() + random.int(3, 15) * MINUTE));
      const seen = lesson.observe.map((_, index) => index).filter(() => verdict === "signed_off" && random.chance(0.85));
      const level = verdict === "signed_off" ? (random.chance(0.12) ? "helps_others" : "does") : null;
      const words = verdict === "again" ? AGAIN_VI : random.pick(signer.language === "en" ? SEEN_EN : SEEN_VI);
      await this.tx.insert("LearningObservation", { id: random.idAt(seenAt), reportId: id, byId: signer.id, seen: JSON.stringify(seen), words, verdict, level, at: seenAt });
      this.tell("practice.observed", "practice", id, signer.id, { verdict, level, personId: person.id }, seenAt);
      if (verdict === "signed_off") signed = signer.id;
    }
    return signed;
  }

  private async certificate(attemptId: string, { person, content, day, validTo }: Attempt, signedBy: string | null, at: Date): Promise<void> {
    const { random } = this;
    const id = random.idAt(at);
    const { code: course, skill, validMonths } = content;
    const end = validTo === undefined ? (validMonths === null ? null : addDays(day, Math.round(validMonths * 30.4))) : validTo;
    const verified = signedBy !== null;
    const token = Array.from({ length: 4 }, () => random.idAt(at).replaceAll("-", "").slice(16)).join("").slice(0, 43);
    await this.tx.insert("LearningCertificate", { id, token, personId: person.id, course, version: 1, attemptId, skill, verified, verifiedById: signedBy, validFrom: day, validTo: end, givenAt: at });
    if ((await this.tx.count("Qualification", { personId: person.id, course, validFrom: day })) === 0) await this.tx.insert("Qualification", { id: random.idAt(at), personId: person.id, course, validFrom: day, validTo: end, createdAt: at });
    this.certified.add(`${person.id} ${course}`);
    this.tell("certificate.given", "certificate", id, signedBy ?? person.id, { course, version: 1, personId: person.id, verified, validFrom: day, validTo: end }, at);
  }
}
