import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { courseVerdict, type Fact, type Learner, transfer } from "./transfer.ts";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 26);

/** Repeatable numbers from 0 to 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Company {
  readonly trained: number;
  readonly peers: number;
  readonly cases: number;
  /** Added to the chance of a hit of trained people after their day; `drift` to everybody's in the second half. */
  readonly gain: number;
  readonly drift: number;
}

/** People with chances of their own, so that one person's cases hang together, and a change that reaches everybody. */
function draw({ trained, peers, cases, gain, drift }: Company, seed: number): { facts: Fact[]; learners: Learner[] } {
  const random = numbers(seed);
  const learners: Learner[] = [];
  const facts: Fact[] = [];
  for (let index = 0; index < trained + peers; index += 1) {
    const person = `p${index}`;
    const trainedAt = index < trained ? NOW - Math.floor(60 + random() * 60) * DAY : null;
    const own = 0.25 + random() * 0.3;
    learners.push({ person, trainedAt });
    for (let one = 0; one < cases; one += 1) {
      const at = NOW - Math.floor(random() * 200) * DAY;
      const chance = own + (at > NOW - 90 * DAY ? drift : 0) + (trainedAt !== null && at >= trainedAt ? gain : 0);
      facts.push({ person, at, value: random() < chance ? 1 : 0 });
    }
  }
  return { facts, learners };
}

const judge = (company: Company, seed: number, better: "up" | "down" = "up") => {
  const { facts, learners } = draw(company, seed);
  return transfer(facts, learners, { now: NOW, better });
};
const COMPANY: Company = { trained: 20, peers: 30, cases: 40, gain: 0, drift: 0 };

describe("what a course changed", () => {
  it("finds an effect where there is one, and its size", () => {
    const found = judge({ ...COMPANY, gain: 0.3 }, 7);
    expect(found.verdict).toBe("effect");
    expect(found.difference?.value).toBeGreaterThan(0.2);
    expect(found.difference?.value).toBeLessThan(0.4);
    expect(found.trained?.people).toBeGreaterThan(15);
  });

  it("says worse where it went the wrong way", () => expect(judge({ ...COMPANY, gain: 0.3 }, 7, "down").verdict).toBe("worse"));

  it("does not take for an effect what reached everybody", () => {
    const found = judge({ ...COMPANY, drift: 0.25 }, 11);
    expect((found.trained?.after.value ?? 0) - (found.trained?.before.value ?? 0)).toBeGreaterThan(0.08);
    expect(found.verdict).toBe("no_effect");
  });

  it("hides a group of fewer than five and says nothing", () => {
    expect(judge({ ...COMPANY, trained: 4, gain: 0.4 }, 3)).toMatchObject({ verdict: "not_enough_yet", trained: null, difference: null });
    expect(judge({ ...COMPANY, peers: 4, gain: 0.4 }, 3)).toMatchObject({ verdict: "not_enough_yet", peers: null, difference: null });
  });

  it("says that it is too early while few cases leave room for an effect worth having", () => {
    expect(judge({ ...COMPANY, trained: 6, peers: 6, cases: 14 }, 5).verdict).toBe("not_enough_yet");
  });

  it("leaves out whoever was trained too lately to tell", () => {
    const { facts, learners } = draw(COMPANY, 1);
    const lately = learners.map((learner) => (learner.trainedAt === null ? learner : { ...learner, trainedAt: NOW - 20 * DAY }));
    expect(transfer(facts, lately, { now: NOW, better: "up" })).toMatchObject({ verdict: "not_enough_yet", trained: null });
  });

  it("takes noise for a change in no more than the stated five of a hundred, whatever happens to everybody", () => {
    const runs = 600;
    for (const drift of [0, 0.2]) {
      const alarms = Array.from({ length: runs }, (_, seed) => judge({ ...COMPANY, cases: 24, drift }, 1_000 + seed).verdict).filter((verdict) => verdict === "effect" || verdict === "worse").length;
      // 5 % of 600 with three standard errors above it
      expect(alarms / runs).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs));
    }
  });

  it("does not depend on the order of cases and people", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), (seed) => {
        const { facts, learners } = draw({ ...COMPANY, cases: 12 }, seed);
        const one = transfer(facts, learners, { now: NOW, better: "up" });
        const other = transfer([...facts].reverse(), [...learners].reverse(), { now: NOW, better: "up" });
        expect(other.verdict).toBe(one.verdict);
        expect(other.trained?.people).toBe(one.trained?.people);
        expect(other.difference?.value ?? 0).toBeCloseTo(one.difference?.value ?? 0, 9);
      }),
      { numRuns: 20 },
    );
  });
});

describe("what the measures of a course say together", () => {
  it.each([
    [["no_effect", "effect", "worse"], "effect"],
    [["no_effect", "worse"], "worse"],
    [["no_effect", "no_effect"], "no_effect"],
    [["no_effect", "not_enough_yet"], "not_enough_yet"],
    [[], "not_enough_yet"],
  ] as const)("%j, beyond doubt, is %s", (verdicts, said) => expect(courseVerdict(verdicts.map((verdict) => ({ verdict, firm: true })))).toBe(said));

  it.each(["effect", "worse"] as const)("%s on one of four that may be chance leaves it open", (verdict) => {
    expect(courseVerdict([{ verdict, firm: false }, { verdict: "no_effect", firm: false }])).toBe("not_enough_yet");
  });

  it("take noise for a change in no more than five courses of a hundred, four measures each", () => {
    const runs = 400;
    const course = (seed: number) => courseVerdict(Array.from({ length: 4 }, (_, measure) => judge({ ...COMPANY, cases: 24 }, 10_000 + 4 * seed + measure)));
    const alarms = Array.from({ length: runs }, (_, seed) => course(seed)).filter((verdict) => verdict === "effect" || verdict === "worse").length;
    expect(alarms / runs).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs));
  });
});
