import { createEmptyCard, fsrs, generatorParameters, Rating as Grade, type Card, type Grade as Given } from "ts-fsrs";
import type { Rating } from "./ratings.ts";

/** What the scheduler keeps of one fact; instants as ISO texts, so that it is stored as it is. */
export interface Memory {
  readonly due: string;
  readonly stability: number;
  readonly difficulty: number;
  readonly elapsed: number;
  readonly scheduled: number;
  readonly steps: number;
  readonly reps: number;
  readonly lapses: number;
  readonly state: number;
  readonly last: string | null;
}

const GRADES: Readonly<Record<Rating, Given>> = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy };

/** FSRS-6 at a retention of 0.9, whole days from the first review on, without its random spreading: the same review gives the same day. */
const scheduler = fsrs(generatorParameters({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false, maximum_interval: 365 }));

function stored(card: Card): Memory {
  return {
    due: card.due.toISOString(),
    stability: card.stability,
    difficulty: card.difficulty,
    elapsed: card.elapsed_days,
    scheduled: card.scheduled_days,
    steps: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
    last: card.last_review?.toISOString() ?? null,
  };
}

function card(memory: Memory): Card {
  return {
    due: new Date(memory.due),
    stability: memory.stability,
    difficulty: memory.difficulty,
    elapsed_days: memory.elapsed,
    scheduled_days: memory.scheduled,
    learning_steps: memory.steps,
    reps: memory.reps,
    lapses: memory.lapses,
    state: memory.state,
    ...(memory.last === null ? {} : { last_review: new Date(memory.last) }),
  };
}

/** A fact just learnt: it comes back for the first time a day later. */
export function newMemory(at: Date): Memory {
  return stored({ ...createEmptyCard(at), due: new Date(at.getTime() + 24 * 60 * 60_000) });
}

/** The fact after one more review at an instant. */
export function reviewed(memory: Memory, rating: Rating, at: Date): Memory {
  return stored(scheduler.next(card(memory), at, GRADES[rating]).card);
}
