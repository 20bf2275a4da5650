/**
 * Policies of any size in the shape real ones have: per gesture and role a wide rule, exceptions nested in it by reason,
 * channel, tier, place, training and season, some requirements and prohibitions, budgets by role. Deterministic.
 */
import type { PolicyDocument, PolicyRule } from "../../schemas.ts";
import { parsePolicy } from "../parse-policy.ts";

type Numbers = () => number;

/** Numbers in 0…1 from a seed (mulberry32, public domain). */
function numbersFrom(seed: number): Numbers {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const named = (codes: readonly string[]) => codes.map((code) => ({ code, name: { vi: code, en: code } }));
const upTo = (count: number, name: string) => Array.from({ length: count }, (_, at) => `${name}-${at + 1}`);

const roles = ["frontline", "supervisor", "manager", "leader"];
const reasons = upTo(14, "reason");
const channels = upTo(5, "channel");
const tiers = ["standard", "silver", "gold", "platinum"];
const departments = upTo(6, "dept");
const sites = upTo(20, "site");
const courses = upTo(4, "course");
const flags = ["own_purchase", "relative", "fraud", "final_sale", "abusive"];
const VALUED = 7;
const gestures = upTo(11, "gesture").map((code, at) => ({ code, name: { vi: code, en: code }, kind: "compensation" as const, valued: at < VALUED }));

type Who = NonNullable<PolicyRule["who"]>;
type When = NonNullable<PolicyRule["when"]>;
interface Box {
  readonly who: Who;
  readonly when: When;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** A policy with this many rules. */
export function generatedPolicy(count: number, seed = 1): PolicyDocument {
  const next = numbersFrom(seed);
  const whole = (from: number, below: number) => from + Math.floor(next() * (below - from));
  const one = <T>(from: readonly T[]): T => from[whole(0, from.length)] as T;
  const some = <T>(from: readonly T[], most: number): T[] => [...new Set(Array.from({ length: whole(1, most + 1) }, () => one(from)))];

  const narrower: ((box: Box) => Box)[] = [
    (box) => ({ ...box, when: { ...box.when, reasons: box.when.reasons === undefined ? some(reasons, 5) : box.when.reasons.slice(0, whole(1, box.when.reasons.length + 1)) } }),
    (box) => ({ ...box, when: { ...box.when, reasons: box.when.reasons === undefined ? some(reasons, 8) : box.when.reasons.slice(whole(0, box.when.reasons.length)) } }),
    (box) => ({ ...box, when: { ...box.when, channels: box.when.channels ?? some(channels, 3) } }),
    (box) => ({ ...box, when: { ...box.when, tiers: box.when.tiers ?? tiers.slice(whole(1, 4)) } }),
    (box) => ({ ...box, when: { ...box.when, lifetimeValue: box.when.lifetimeValue ?? { min: whole(1, 6) * 5_000_000 } } }),
    (box) => ({ ...box, when: { ...box.when, orderValue: box.when.orderValue ?? { below: whole(1, 6) * 1_000_000 + 1 } } }),
    (box) => ({ ...box, when: { ...box.when, daysSincePurchase: box.when.daysSincePurchase ?? { below: one([8, 15, 31, 61, 91]) } } }),
    (box) => ({ ...box, who: { ...box.who, sites: box.who.sites ?? some(sites, 3) } }),
    (box) => ({ ...box, who: { ...box.who, departments: box.who.departments ?? some(departments, 2) } }),
    (box) => ({ ...box, who: { ...box.who, courses: box.who.courses ?? [one(courses)] } }),
    (box) => ({ ...box, who: { ...box.who, tenureDays: box.who.tenureDays ?? { min: one([30, 60, 180]) } } }),
    (box) => ({ ...box, validFrom: box.validFrom ?? "2026-12-01", validTo: box.validTo ?? "2027-01-01" }),
  ];
  const step = (gesture: string, role: string) => (gestures.findIndex(({ code }) => code === gesture) + 2) * 20_000 * 4 ** roles.indexOf(role);
  const written: PolicyRule[] = [];
  const grantAt = new Map<string, Box[]>();
  const write = (rule: Omit<PolicyRule, "code" | "name" | "why" | "reviewBy">) => {
    const code = `R${String(written.length + 1).padStart(4, "0")}`;
    written.push({ code, name: { vi: `Quy tắc ${code}`, en: `Rule ${code}` }, why: { vi: "Vì khách", en: "For the customer" }, reviewBy: "2027-06-01", ...rule });
  };
  while (written.length < count) {
    const at = written.length;
    const gesture = gestures[at % gestures.length] as (typeof gestures)[number];
    const role = roles[Math.floor(at / gestures.length) % roles.length] as string;
    const key = `${gesture.code}|${role}`;
    const kind = next();
    const boxes = grantAt.get(key) ?? [];
    if (boxes.length > 0 && kind < 0.04) {
      write({ effect: "prohibit", ...(next() < 0.5 && { gestures: [gesture.code] }), when: { flags: { any: some(flags, 2) }, ...(next() < 0.5 && { reasons: some(reasons, 2) }) } });
      continue;
    }
    if (boxes.length > 0 && kind < 0.08) {
      write({ effect: "require", gestures: [gesture.code], who: { roles: [role] }, when: { reasons: some(reasons, 3) }, duties: { evidence: true } });
      continue;
    }
    let box: Box = boxes.length === 0 ? { who: { roles: [role] }, when: {} } : one(boxes);
    for (let times = boxes.length === 0 ? 0 : whole(1, 3); times > 0; times--) box = one(narrower)(box);
    grantAt.set(key, [...boxes, box]);
    const perCase = Math.round((step(gesture.code, role) * (1 + next())) / 1000) * 1000;
    const limit = { perCase, ...(next() < 0.15 && { percentOfOrder: one([30, 50, 100]) }) };
    const duties = next() < 0.3 ? { note: next() < 0.8, ...(next() < 0.3 && { secondPersonAbove: Math.round(perCase / 2) }) } : undefined;
    write({ effect: "grant", gestures: [gesture.code], ...box, ...(gesture.valued && { limit }), ...(duties !== undefined && { duties }) });
  }
  return parsePolicy({
    currency: "VND",
    timeZone: "Asia/Ho_Chi_Minh",
    gestures,
    reasons: named(reasons),
    channels: named(channels),
    tiers: named(tiers),
    flags: named(flags),
    rules: written,
    escalation: { to: "supervisor", withinMinutes: 30, fallback: "manager" },
    exceptions: [{ role: "supervisor", perCase: 1_000_000 }, { role: "leader" }],
    budgets: [
      { code: "PERSON-DAY", subject: "person", measure: "amount", window: "day", limits: roles.map((role, at) => ({ role, limit: 3_000_000 * 5 ** at })) },
      { code: "CUSTOMER-30D", subject: "customer", gestures: ["gesture-1", "gesture-2"], measure: "count", window: { rollingDays: 30 }, limits: [{ role: "*", limit: 3 }] },
      { code: "SITE-MONTH", subject: "site", measure: "amount", window: "month", limits: [{ role: "*", limit: 900_000_000 }], onExceed: "block" },
    ],
  });
}
