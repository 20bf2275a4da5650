import type { Report } from "./faults.ts";
import { integer, keysWithin, record, text, textList } from "./readers.ts";
import { escalateReasons, outcomes } from "./verdict.ts";

/** Members that rules and budgets look at. */
const ruledKeys = ["gesture", "reason", "channel", "proactive", "amount", "customer", "order", "flags"];
/** All members, in the order in which they are documented. */
const requestKeys = [
  ...["gesture", "reason", "channel", "proactive", "amount", "case", "customer", "order", "flags", "evidence", "escalate", "note"],
  ...["escalateReason", "felt", "expect", "address", "actor", "externalRef"],
];
const isRuled = requestKeys.map((key) => ruledKeys.includes(key));
const expectKeys = ["policyVersion", "outcome"];
const addressKeys = ["customer", "me"];

/** Checks the members that no rule looks at, and that there is none nobody knows; `report` is told of each fault. */
export function readRequestExtras(request: Record<string, unknown>, report: Report): void {
  let next = 0;
  for (const key in request) {
    const at = key === requestKeys[next] ? next : requestKeys.indexOf(key);
    next = at + 1;
    if (at >= 0 && isRuled[at] === true) continue;
    const value = request[key];
    if (value !== undefined && value !== null) readExtra(key, value, report);
  }
}

function readExtra(key: string, value: unknown, report: Report): void {
  switch (key) {
    case "case":
    case "felt":
    case "actor":
    case "externalRef":
      text(value, key, report, 200);
      return;
    case "evidence":
      textList(value, key, report, 100);
      return;
    case "escalate":
      if (typeof value !== "boolean") report(key, "wrong_type", { expected: "boolean" });
      return;
    case "escalateReason":
      choice(value, key, escalateReasons, report);
      return;
    case "expect": {
      const expect = record(value, key, report);
      keysWithin(expect, expectKeys, key, report);
      integer(expect.policyVersion, "expect.policyVersion", 1, report);
      if (expect.outcome !== undefined && expect.outcome !== null) choice(expect.outcome, "expect.outcome", outcomes, report);
      return;
    }
    case "address": {
      const address = record(value, key, report);
      keysWithin(address, addressKeys, key, report);
      text(address.customer, "address.customer", report, 64);
      text(address.me, "address.me", report, 64);
      return;
    }
    case "note":
      if (typeof value !== "string") report(key, "wrong_type", { expected: "string" });
      else if (value.length > 4000) report(key, "too_long", { max: 4000 });
      return;
    default:
      report(key, "unknown_key", { key });
  }
}

function choice(value: unknown, path: string, choices: readonly string[], report: Report): void {
  if (typeof value !== "string" || !choices.includes(value)) report(path, "not_a_choice", { choices: choices.join(", ") });
}
