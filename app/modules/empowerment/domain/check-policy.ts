import { PLACEHOLDERS } from "../schemas.ts";
import { fault, join, type Fault, type FaultCode, type FaultParams } from "./faults.ts";

/**
 * The faults of a document that need more than one member at a time: codes used twice or not in the vocabulary, empty
 * ranges, limits and duties that an effect cannot have, placeholders nobody fills. Reads whatever it is given, since
 * it also runs on a document whose shape is faulty: what has the wrong type is passed over.
 */
export function checkPolicy(document: unknown): Fault[] {
  const faults: Fault[] = [];
  const add = (path: string, code: FaultCode, params?: FaultParams) => faults.push(fault(path, code, params));

  const vocabulary = {
    gesture: checkCodes("gestures", document, add),
    reason: checkCodes("reasons", document, add),
    channel: checkCodes("channels", document, add),
    tier: checkCodes("tiers", document, add),
    flag: checkCodes("flags", document, add),
  };
  const valued = new Map(list(document, "gestures").map((gesture) => [get(gesture, "code"), get(gesture, "valued")]));

  checkCaseGroups(document, vocabulary.gesture, add);
  checkCodes("rules", document, add);
  list(document, "rules").forEach((rule, index) => checkRule(rule, `rules.${index}`, vocabulary, valued, add));
  checkCodes("budgets", document, add);
  list(document, "budgets").forEach((budget, index) => {
    const path = `budgets.${index}`;
    checkSet(budget, "gestures", path, add, vocabulary.gesture, "unknown_gesture");
    checkSet(budget, "reasons", path, add, vocabulary.reason, "unknown_reason");
    checkUnique(list(budget, "limits").map((row) => get(row, "role")), (row) => `${path}.limits.${row}.role`, add);
  });
  checkUnique(list(document, "exceptions").map((row) => get(row, "role")), (row) => `exceptions.${row}.role`, add);
  for (const key of ["refused", "escalated", "declined", "expired", "noRule"]) {
    checkPlaceholders(get(get(document, "sayings"), key), `sayings.${key}`, add);
  }
  return faults;
}

type Add = (path: string, code: FaultCode, params?: FaultParams) => void;
type Vocabulary = Record<"gesture" | "reason" | "channel" | "tier" | "flag", ReadonlySet<unknown>>;

/** An own member of whatever is given. */
function get(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function list(value: unknown, key: string): readonly unknown[] {
  const member = get(value, key);
  return Array.isArray(member) ? (member as unknown[]) : [];
}

/** Reports the codes of a list of things that are used twice; answers all of them. */
function checkCodes(key: string, document: unknown, add: Add): ReadonlySet<unknown> {
  const codes = list(document, key).map((entry) => get(entry, "code"));
  checkUnique(codes, (index) => `${key}.${index}.code`, add);
  return new Set(codes);
}

function checkUnique(codes: readonly unknown[], pathOf: (index: number) => string, add: Add): void {
  const seen = new Set<unknown>();
  codes.forEach((code, index) => {
    if (typeof code !== "string") return;
    if (seen.has(code)) add(pathOf(index), "duplicate_code", { code });
    seen.add(code);
  });
}

/** Reports members of a set that are there twice, or that the vocabulary lacks. */
function checkSet(owner: unknown, key: string, path: string, add: Add, known?: ReadonlySet<unknown>, unknown?: FaultCode): void {
  const codes = list(owner, key);
  checkUnique(codes, (index) => `${path}.${key}.${index}`, add);
  if (known === undefined || unknown === undefined) return;
  codes.forEach((code, index) => {
    if (typeof code === "string" && !known.has(code)) add(`${path}.${key}.${index}`, unknown, { code });
  });
}

function checkCaseGroups(document: unknown, gestures: ReadonlySet<unknown>, add: Add): void {
  const groupOf = new Map<string, number>();
  list(document, "caseGroups").forEach((group, index) => {
    if (!Array.isArray(group)) return;
    group.forEach((code: unknown, member) => {
      if (typeof code !== "string") return;
      const path = `caseGroups.${index}.${member}`;
      if (!gestures.has(code)) add(path, "unknown_gesture", { code });
      const other = groupOf.get(code);
      if (other !== undefined) add(path, other === index ? "duplicate_code" : "in_two_case_groups", { code });
      else groupOf.set(code, index);
    });
  });
}

function checkRule(rule: unknown, path: string, vocabulary: Vocabulary, valued: ReadonlyMap<unknown, unknown>, add: Add): void {
  const who = get(rule, "who");
  const when = get(rule, "when");
  checkSet(rule, "gestures", path, add, vocabulary.gesture, "unknown_gesture");
  for (const key of ["roles", "departments", "sites", "courses"]) checkSet(who, key, `${path}.who`, add);
  checkSet(when, "reasons", `${path}.when`, add, vocabulary.reason, "unknown_reason");
  checkSet(when, "channels", `${path}.when`, add, vocabulary.channel, "unknown_channel");
  checkSet(when, "tiers", `${path}.when`, add, vocabulary.tier, "unknown_tier");
  checkSet(get(when, "flags"), "any", `${path}.when.flags`, add, vocabulary.flag, "unknown_flag");

  for (const key of ["level", "tenureDays"]) checkRange(get(who, key), `${path}.who.${key}`, add);
  for (const key of ["lifetimeValue", "orderValue", "daysSincePurchase"]) checkRange(get(when, key), `${path}.when.${key}`, add);
  const from = get(rule, "validFrom");
  const to = get(rule, "validTo");
  if (typeof from === "string" && typeof to === "string" && from >= to) add(`${path}.validTo`, "empty_validity");

  checkEffect(rule, path, valued, add);
  checkPlaceholders(get(rule, "say"), `${path}.say`, add);
}

function checkRange(range: unknown, path: string, add: Add): void {
  const min = get(range, "min") ?? 0;
  const below = get(range, "below");
  if (typeof min === "number" && typeof below === "number" && min >= below) add(path, "empty_range");
}

/** What a rule of this effect must have and cannot have. */
function checkEffect(rule: unknown, path: string, valued: ReadonlyMap<unknown, unknown>, add: Add): void {
  const effect = get(rule, "effect");
  const gestures = list(rule, "gestures");
  const kinds = new Set(gestures.filter((code) => valued.has(code)).map((code) => valued.get(code) === true));
  const limit = get(rule, "limit");
  const limited = get(limit, "perCase") !== undefined || get(limit, "percentOfOrder") !== undefined;

  if (effect === "grant") {
    if (gestures.length === 0) add(join(path, "gestures"), "gesture_missing");
    else if (kinds.size > 1) add(join(path, "gestures"), "mixed_gestures");
    else if (kinds.has(true) && !limited) add(join(path, "limit"), "limit_missing");
    else if (kinds.has(false) && limited) add(join(path, "limit"), "limit_not_allowed");
    return;
  }
  if (effect !== "prohibit" && effect !== "require") return;
  if (limited) add(join(path, "limit"), "limit_not_allowed");
  const duties = get(rule, "duties");
  const asked = get(duties, "note") === true || get(duties, "evidence") === true || get(duties, "secondPersonAbove") !== undefined;
  if (effect === "require" && !asked) add(join(path, "duties"), "duty_missing");
}

function checkPlaceholders(say: unknown, path: string, add: Add): void {
  for (const language of ["vi", "en"]) {
    const text = get(say, language);
    if (typeof text !== "string") continue;
    for (const [, name = ""] of text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)) {
      if (!(PLACEHOLDERS as readonly string[]).includes(name)) add(`${path}.${language}`, "unknown_placeholder", { name });
    }
  }
}
