/** One thing wrong with a document or a request: where (`rules.3.limit.perCase`; "" is the whole), and which code. */
export interface Fault {
  readonly path: string;
  readonly code: FaultCode;
  readonly message: string;
  readonly params: FaultParams;
}

export type FaultParams = Readonly<Record<string, string | number>>;

const messages = {
  required: "This is required.",
  wrong_type: "Expected {expected}.",
  not_an_integer: "Expected a whole number.",
  too_small: "Must be at least {min}.",
  too_large: "Must be at most {max}.",
  too_long: "Must have at most {max} characters or members.",
  empty: "Must not be empty.",
  not_a_choice: "Expected one of: {choices}.",
  bad_code: "A code has 1 to 64 letters, digits, _ or -.",
  bad_date: "Expected a calendar day as YYYY-MM-DD.",
  bad_instant: "Expected an instant as YYYY-MM-DDTHH:MM:SSZ.",
  unknown_key: "There is no field {key} here.",
  unknown_currency: "This currency is not supported.",
  unknown_time_zone: "This is no time zone of the IANA database.",
  unknown_gesture: "The policy has no gesture {code}.",
  unknown_reason: "The policy has no reason {code}.",
  unknown_channel: "The policy has no channel {code}.",
  unknown_tier: "The policy has no tier {code}.",
  unknown_flag: "The policy has no flag {code}.",
  unknown_placeholder: "Words to say have no placeholder {name}.",
  duplicate_code: "{code} is used more than once.",
  in_two_case_groups: "{code} is already in another case group.",
  empty_range: "The lower end must be below the upper end.",
  empty_validity: "The first day, validFrom, must be before validTo.",
  gesture_missing: "A grant names at least one gesture.",
  mixed_gestures: "The gestures of a grant have all an amount or all none.",
  limit_missing: "A grant for gestures with amount needs perCase, percentOfOrder or both.",
  limit_not_allowed: "Only a grant for gestures with amount has a limit.",
  duty_missing: "A require rule needs at least one duty.",
  currency_mismatch: "Expected the policy's currency, {currency}.",
  amount_missing: "This gesture needs an amount.",
  amount_not_allowed: "This gesture has no amount.",
  unreadable: "This cannot be read.",
} as const;

export type FaultCode = keyof typeof messages;

/** How a reader tells of a fault; a reader that must stop at the first one throws from here. */
export type Report = (path: string, code: FaultCode, params?: FaultParams) => void;

/** A fault with its English sentence; other languages are made from `code` and `params`. */
export function fault(path: string, code: FaultCode, params: FaultParams = {}): Fault {
  const message = messages[code].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));
  return { path, code, message, params };
}

/** Joins two parts of a dotted path. */
export function join(path: string, key: string | number): string {
  return path === "" ? String(key) : `${path}.${key}`;
}

/** The one error of `compilePolicy`: every fault of the document, in the order of the paths as found. */
export class PolicyFaults extends Error {
  readonly code = "policy_faults";
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(({ path, message }) => `${path || "(document)"}: ${message}`).join("\n"));
    this.name = "PolicyFaults";
    this.faults = faults;
  }
}
