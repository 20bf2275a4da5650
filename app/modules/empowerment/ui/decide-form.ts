import { type Currency, parseMoney } from "#kernel/money.ts";

/** What the steps of the decision form carry from page to page, as text, in the address (nothing in it names a person). */
export interface Situation {
  /** A customer's reference, or "walk-in". */
  readonly customer: string;
  /** "none", a known order's reference, "other", or "" while not chosen. */
  readonly order: string;
  readonly orderRef: string;
  readonly orderValue: string;
  readonly orderDays: string;
  readonly reason: string;
  readonly channel: string;
  readonly felt: string;
  readonly call: string;
  readonly caseRef: string;
  readonly proactive: boolean;
  readonly flags: readonly string[];
}

/** A fault of a field, before the request is made: path and code as the server's own. */
export interface FormFault {
  readonly path: string;
  readonly code: string;
}

export const WALK_IN = "walk-in";

const text = (values: URLSearchParams, name: string) => (values.get(name) ?? "").trim();

/** What is typed of an order counts, although the choice beside it was left as it was. */
function orderChosen(values: URLSearchParams): string {
  const chosen = text(values, "order");
  const typed = ["orderRef", "orderValue", "orderDays"].some((name) => text(values, name) !== "");
  return typed && (chosen === "" || chosen === "none") ? "other" : chosen;
}

export function readSituation(values: URLSearchParams): Situation {
  return {
    customer: text(values, "customer"),
    order: orderChosen(values),
    orderRef: text(values, "orderRef"),
    orderValue: text(values, "orderValue"),
    orderDays: text(values, "orderDays"),
    reason: text(values, "reason"),
    channel: text(values, "channel"),
    felt: text(values, "felt"),
    call: text(values, "call"),
    caseRef: text(values, "caseRef"),
    proactive: values.get("proactive") === "1",
    flags: values.getAll("flags"),
  };
}

/** The situation as name and value pairs, for hidden inputs and addresses; empty ones left out. */
export function situationPairs(situation: Situation): [string, string][] {
  const { flags, proactive, ...rest } = situation;
  const pairs = Object.entries(rest).filter(([, value]) => value !== "") as [string, string][];
  if (proactive) pairs.push(["proactive", "1"]);
  return [...pairs, ...flags.map((flag): [string, string] => ["flags", flag])];
}

/** How a clerk calls themselves beside each form of address (glossary.md §6, the northern forms). */
const SELF: Readonly<Record<string, string>> = { anh: "em", chị: "em", cô: "em", chú: "em", bác: "cháu", ông: "cháu", bà: "cháu", bạn: "mình" };

export const ADDRESS_FORMS = ["anh/chị", "anh", "chị", "cô", "chú", "bác", "ông", "bà", "bạn"] as const;

/** How the customer wishes to be addressed, and what the clerk then says of themselves; null for the default, anh/chị and em. */
export function addressOf(call: string): { customer: string; me: string } | null {
  const me = SELF[call];
  return me === undefined ? null : { customer: call, me };
}

function orderOf(situation: Situation, currency: Currency, faults: FormFault[]): unknown {
  if (situation.order === "" || situation.order === "none") return situation.order === "" ? undefined : "none";
  if (situation.order !== "other") return { ref: situation.order };
  const order: Record<string, unknown> = {};
  if (situation.orderRef !== "") order.ref = situation.orderRef;
  if (situation.orderValue !== "") {
    const value = parseMoney(situation.orderValue, currency);
    if (value.ok) order.value = value.value;
    else faults.push({ path: "order.value", code: value.error });
  }
  if (situation.orderDays !== "") {
    if (/^\d{1,5}$/.test(situation.orderDays)) order.daysSincePurchase = Number(situation.orderDays);
    else faults.push({ path: "order.daysSincePurchase", code: "not_an_integer" });
  }
  return order;
}

/** The part of a request that does not depend on what is given: for the list of gestures and what each allows. */
export function situationRequest(situation: Situation, currency: Currency): { request: Record<string, unknown>; faults: FormFault[] } {
  const faults: FormFault[] = [];
  const order = orderOf(situation, currency, faults);
  const request: Record<string, unknown> = {
    reason: situation.reason,
    channel: situation.channel,
    proactive: situation.proactive,
    customer: situation.customer === WALK_IN ? "none" : { ref: situation.customer },
    flags: [...situation.flags],
    ...(order === undefined ? {} : { order }),
    ...(situation.caseRef === "" ? {} : { case: situation.caseRef }),
  };
  return { request, faults };
}

/**
 * The whole request of the decision form, as the API takes it. `valued` says whether the gesture chosen has an amount;
 * quick notes are put before what was typed.
 */
export function decisionRequest(form: URLSearchParams, currency: Currency, valued: boolean): { request: Record<string, unknown>; faults: FormFault[] } {
  const situation = readSituation(form);
  const { request, faults } = situationRequest(situation, currency);
  request.gesture = text(form, "gesture");
  if (valued) {
    const amount = parseMoney(text(form, "amount"), currency);
    if (amount.ok) request.amount = amount.value;
    else faults.push({ path: "amount", code: amount.error });
  }
  const note = [...form.getAll("noteChip"), text(form, "note")].filter((part) => part !== "").join(". ");
  if (note !== "") request.note = note;
  const evidence = text(form, "evidence").split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
  if (evidence.length > 0) request.evidence = evidence;
  if (situation.felt !== "") request.felt = situation.felt;
  const address = addressOf(situation.call);
  if (address !== null) request.address = address;
  if (form.get("escalate") === "1") {
    request.escalate = true;
    const why = text(form, "escalateReason");
    if (why !== "") request.escalateReason = why;
  }
  return { request, faults };
}
