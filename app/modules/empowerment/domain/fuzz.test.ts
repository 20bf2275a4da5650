import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { documents, factSets, requests } from "./arbitraries.ts";
import { compilePolicy } from "./compile.ts";
import { PolicyFaults } from "./faults.ts";
import { clerk, policyWith, refund } from "./sample-policy.ts";
import type { DecisionRequest, Explanation, Facts, Verdict } from "./verdict.ts";

// a busy machine takes several times as long
vi.setConfig({ testTimeout: 60_000 });

/** Values that parsers, comparisons and look-ups by name stumble over. */
const oddities = fc.oneof(
  fc.constantFrom<unknown>(Number.NaN, Infinity, -Infinity, -0, -1, 0.5, 1e21, 2 ** 53, 2 ** 31, 10n, "", "1e3", "0x10", "450.000"),
  fc.constantFrom<unknown>("__proto__", "constructor", "toString", "fa\u0301ult", "refund\u0000", "ｒｅｆｕｎｄ", "\ud800", "none", "*"),
  fc.constantFrom<unknown>([], {}, [null], [[]], [undefined], true, false, null, undefined, Symbol("x"), () => 1, new Date(0), new Map(), JSON.parse('{"__proto__": {"minor": 1}}')),
  fc.anything({ maxDepth: 2 }),
);

interface Place {
  readonly owner: Record<string, unknown>;
  readonly key: string;
}

/** Every member of a value, of its members, and so on. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const owner = value as Record<string, unknown>;
  return Object.keys(owner).flatMap((key): Place[] => [{ owner, key }, ...placesIn(owner[key])]);
}

/** Puts a value at one of the places of a copy, or under a name of its own. */
function spoilt<T>(value: T, pick: number, oddity: unknown, name: string): T {
  const copy = structuredClone(value);
  const places = [...placesIn(copy), { owner: copy as Record<string, unknown>, key: name }];
  const { owner, key } = places[pick % places.length] as Place;
  Object.defineProperty(owner, key, { value: oddity, enumerable: true, configurable: true, writable: true });
  return copy;
}

const spoiling = fc.tuple(fc.nat(), oddities, fc.constantFrom("extra", "__proto__", "constructor", "ammount"));

function expectSound({ outcome, reason, rule, limit, room, binding }: Verdict): void {
  expect(["granted", "escalated", "refused"]).toContain(outcome);
  if (room !== null) expect(Number.isSafeInteger(room) && room >= 0).toBe(true);
  if (reason === "invalid_request") expect([outcome, rule, limit, room, binding]).toEqual(["refused", null, 0, 0, null]);
  if (outcome === "granted") expect(reason).toBe("within_case_limit");
}

/** A grant has a rule that surely applies, and an amount within the room. */
function expectGrounded({ verdict, rules }: Explanation, request: DecisionRequest): void {
  if (verdict.outcome !== "granted") return;
  expect(rules.some(({ effect, status, failed }) => effect === "grant" && status === "applied" && failed.length === 0)).toBe(true);
  expect(rules.some(({ effect, failed }) => effect === "prohibit" && failed.length === 0)).toBe(false);
  if (verdict.room !== null) expect(request.amount?.minor ?? Infinity).toBeLessThanOrEqual(verdict.room);
}

test("anything as a document is a policy or faults with their paths, never another error", () => {
  fc.assert(
    fc.property(documents(4), fc.option(spoiling), oddities, (document, change, junk) => {
      const given: unknown = change === null ? junk : spoilt<unknown>(document, ...change);
      try {
        compilePolicy(given);
      } catch (error) {
        expect(error).toBeInstanceOf(PolicyFaults);
        expect((error as PolicyFaults).faults.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 250 },
  );
});

test("a request or facts spoilt anywhere never throw, and what is granted all the same is granted by a rule within its room", () => {
  fc.assert(
    fc.property(documents(5), requests, factSets, spoiling, fc.boolean(), (document, request, facts, change, inRequest) => {
      const policy = compilePolicy(document);
      const asked = inRequest ? spoilt(request, ...change) : request;
      const known = inRequest ? facts : spoilt<Facts>(facts, ...change);
      const explanation = policy.explain(asked, known);
      expectSound(explanation.verdict);
      expectGrounded(explanation, asked);
      expect(policy.evaluate(asked, known)).toEqual(explanation.verdict);
      expectSound(policy.evaluateConfirmed(asked, known));
    }),
    { numRuns: 400 },
  );
});

test("a question that asks another one while it is read disturbs neither", () => {
  const policy = policyWith([{ code: "R", limit: { perCase: 1000 } }, { code: "NARROW", limit: { perCase: 10 }, when: { channels: ["chat"] } }]);
  const inner: Verdict[] = [];
  const asking = Object.defineProperty({ ...refund(900) }, "flags", {
    enumerable: true,
    get: () => {
      inner.push(policy.evaluate(refund(900, { channel: "chat" }), clerk()));
      return [];
    },
  });
  expect(policy.evaluate(asking, clerk())).toMatchObject({ outcome: "granted", rule: "R", room: 1000 });
  expect(inner).toHaveLength(1);
  expect(inner[0]).toMatchObject({ outcome: "escalated", rule: "NARROW", room: 10 });
});

test("ten thousand rules answer, and spoilt questions about them open nothing", () => {
  const channels = ["store", "chat"];
  const rules = Array.from({ length: 10_000 }, (_, at) => ({
    code: `R${String(at).padStart(5, "0")}`,
    limit: { perCase: 1000 + (at % 97) },
    who: { roles: [`role_${at % 50}`], level: { min: at % 7 } },
    when: { channels: [channels[at % 2]], orderValue: { min: at } },
  }));
  const policy = policyWith(rules);
  const person = clerk({ roles: ["role_4"], level: 6 });
  const least = Math.min(...rules.filter(({ who, when }) => who.roles[0] === "role_4" && when.channels[0] === "store").map(({ limit }) => limit.perCase));
  const explained = policy.explain(refund(1), person);
  expect(explained.rules).toHaveLength(10_000);
  expectGrounded(explained, refund(1));
  expect(policy.evaluate(refund(5000), person).outcome).toBe("escalated");
  expect(explained.verdict.limit).toBeGreaterThanOrEqual(least);
  fc.assert(
    fc.property(spoiling, fc.boolean(), (change, inRequest) => {
      const asked = inRequest ? spoilt(refund(5000), ...change) : refund(5000);
      const known = inRequest ? person : spoilt<Facts>(person, ...change);
      const verdict = policy.evaluate(asked, known);
      expectSound(verdict);
      if (verdict.outcome === "granted") expect(asked.amount?.minor).toBeLessThanOrEqual(verdict.room ?? 0);
    }),
    { numRuns: 300 },
  );
});
