import { addDays, daysBetween, instantAt, localDay, weekdayOf, type Day } from "#kernel/period.ts";
import type { CompiledPolicy } from "#modules/empowerment/public.ts";
import { FEARFUL_TEAM, SITES, ZONE, type SitePlan } from "../company/places.ts";
import type { CustomerPlan, CustomersPlan, PurchasePlan } from "../customers.ts";
import type { PersonPlan } from "../company.ts";
import type { Random } from "../random.ts";
import { drawAmount } from "./draw-amount.ts";
import type { Intent, IntentOrder } from "./intent.ts";
import { FELT, noteFor } from "./note-texts.ts";
import type { Staff } from "./staff.ts";

type Weights = readonly (readonly [string, number])[];

/** Decisions of a working day over all sites, before the weekday's factor. */
const PER_DAY = 39;
const WEEKDAY_FACTOR = [0.85, 0.85, 0.9, 0.95, 1.05, 1.25, 1.3] as const;

const IN_STORE: Weights = [
  ["product_fault", 24], ["wrong_size", 15], ["wrong_item", 3], ["missing_part", 3], ["not_as_pictured", 2], ["long_wait", 14], ["billing_error", 5],
  ["staff_mistake", 7], ["alteration_fault", 4], ["changed_mind", 3], ["aftercare", 10], ["special_day", 8],
];
const AT_DISTANCE: Weights = [
  ["product_fault", 26], ["wrong_size", 8], ["wrong_item", 9], ["missing_part", 7], ["not_as_pictured", 9], ["damaged_in_transit", 8],
  ["late_delivery", 21], ["billing_error", 3], ["changed_mind", 2], ["aftercare", 9],
];

const STORE_GESTURES: Readonly<Record<string, Weights>> = {
  product_fault: [["refund", 40], ["replacement", 28], ["repair", 18], ["partial_refund", 14]],
  wrong_size: [["replacement", 56], ["fee_waiver", 28], ["express_delivery", 7], ["voucher", 9]],
  wrong_item: [["replacement", 40], ["refund", 30], ["express_delivery", 20], ["voucher", 10]],
  missing_part: [["partial_refund", 35], ["express_delivery", 30], ["voucher", 35]],
  not_as_pictured: [["partial_refund", 55], ["replacement", 30], ["voucher", 15]],
  long_wait: [["voucher", 76], ["fee_waiver", 24]],
  billing_error: [["refund", 92], ["partial_refund", 8]],
  staff_mistake: [["refund", 30], ["voucher", 40], ["fee_waiver", 30]],
  alteration_fault: [["repair", 48], ["voucher", 40], ["refund", 12]],
  changed_mind: [["replacement", 84], ["refund", 16]],
  aftercare: [["courtesy_call", 78], ["gift", 22]],
  special_day: [["gift", 60], ["courtesy_call", 24], ["fee_waiver", 16]],
};
const REMOTE_GESTURES: Readonly<Record<string, Weights>> = {
  product_fault: [["refund", 60], ["replacement", 22], ["partial_refund", 13], ["callback", 5]],
  wrong_size: [["replacement", 80], ["shipping_fee", 20]],
  wrong_item: [["express_delivery", 45], ["replacement", 25], ["refund", 15], ["shipping_fee", 15]],
  missing_part: [["express_delivery", 45], ["partial_refund", 25], ["shipping_fee", 15], ["voucher", 15]],
  not_as_pictured: [["partial_refund", 55], ["replacement", 30], ["voucher", 15]],
  damaged_in_transit: [["replacement", 45], ["refund", 35], ["partial_refund", 20]],
  late_delivery: [["voucher", 54], ["express_delivery", 23], ["shipping_fee", 14], ["callback", 9]],
  billing_error: [["refund", 100]],
  changed_mind: [["replacement", 90], ["refund", 10]],
  aftercare: [["courtesy_call", 100]],
};

/** A batch of trousers that lost its colour: so many refunds at one shop in two days that budgets of the day run out. */
const BAD_BATCH = { site: "SG-01", daysAgo: [61, 60], cases: 30, clerks: 3 } as const;

/** Customers by the shop they go to, and what each bought, oldest first. */
export class Market {
  private readonly byHome = new Map<string, CustomerPlan[]>();
  private readonly purchases = new Map<string, PurchasePlan[]>();
  /** Purchases added while the history was played, in the order in which they were decided on. */
  readonly unplanned: PurchasePlan[] = [];
  private readonly free: readonly CustomerPlan[];

  /** @param aside customers whose stories are told by hand */
  constructor(readonly plan: CustomersPlan, aside: ReadonlySet<string>) {
    this.free = plan.customers.filter(({ ref }) => !aside.has(ref));
    for (const customer of this.free) this.byHome.set(customer.home, [...(this.byHome.get(customer.home) ?? []), customer]);
    const sorted = [...plan.purchases].sort((a, b) => a.purchasedAt.getTime() - b.purchasedAt.getTime());
    for (const purchase of sorted) this.purchases.set(purchase.customerId, [...(this.purchases.get(purchase.customerId) ?? []), purchase]);
  }

  customer(ref: string): CustomerPlan {
    const customer = this.plan.customers.find((candidate) => candidate.ref === ref);
    if (!customer) throw new Error(`No customer ${ref}`);
    return customer;
  }

  draw(site: SitePlan, at: Date, random: Random): CustomerPlan | null {
    if (!random.chance(site.channel === "store" ? 0.6 : 0.93)) return null;
    const local = site.channel === "store" && random.chance(0.85) ? this.byHome.get(site.code) : undefined;
    const customer = random.pick(local ?? this.free);
    return customer.createdAt <= at ? customer : null;
  }

  /** What a customer bought before an instant, newest first. */
  boughtBefore(customerId: string, at: Date): PurchasePlan[] {
    return (this.purchases.get(customerId) ?? []).filter(({ purchasedAt }) => purchasedAt < at).reverse();
  }

  /** Adds a purchase that nobody planned: it happens because of what was done for the customer. */
  buys(purchase: PurchasePlan): void {
    const known = this.purchases.get(purchase.customerId) ?? [];
    const later = known.findIndex(({ purchasedAt }) => purchasedAt > purchase.purchasedAt);
    this.purchases.set(purchase.customerId, later === -1 ? [...known, purchase] : known.toSpliced(later, 0, purchase));
    this.unplanned.push(purchase);
  }

  firstBoughtAfter(customerId: string, at: Date): PurchasePlan | undefined {
    return this.purchases.get(customerId)?.find(({ purchasedAt }) => purchasedAt > at);
  }
}

function drawOrder(gesture: string, customer: CustomerPlan | null, market: Market, at: Date, random: Random): IntentOrder | "none" {
  const age = (purchasedAt: Date) => daysBetween(localDay(purchasedAt, ZONE), localDay(at, ZONE));
  const recent = ["replacement", "partial_refund", "repair"].includes(gesture);
  const known = customer === null ? [] : market.boughtBefore(customer.id, at).filter((purchase) => !recent || age(purchase.purchasedAt) <= 30);
  const bought = known[0];
  if (bought && random.chance(0.8)) return { ref: bought.orderRef, value: bought.amount, daysSincePurchase: age(bought.purchasedAt) };
  if (!recent && random.chance(0.6)) return "none";
  const daysSincePurchase = recent && !random.chance(0.05) ? random.int(0, 28) : random.int(0, 75);
  return { ref: null, value: random.int(22, 160) * 10_000 - 1_000, daysSincePurchase };
}

function drawFlags(reason: string, gesture: string, random: Random): readonly string[] {
  if (random.chance(0.004)) return ["staff_relative"];
  if (random.chance(0.003)) return ["suspected_fraud"];
  if (reason === "wrong_size" && gesture === "refund" && random.chance(0.2)) return ["final_sale"];
  if (["long_wait", "late_delivery", "product_fault"].includes(reason) && random.chance(0.03)) return ["abusive"];
  return [];
}

/**
 * What clerks of the version in force know they may use. Alterations gone wrong are met all the same, and now and then
 * somebody tries what no rule names.
 */
function offered(policy: CompiledPolicy, weights: Weights, reason: string, channel: string, random: Random): Weights {
  if (reason === "alteration_fault" || random.chance(0.012)) return weights;
  const holds = (codes: readonly string[] | undefined, code: string) => codes === undefined || codes.length === 0 || codes.includes(code);
  const known = policy.document.rules.filter(
    ({ effect, who, when }) =>
      effect === "grant" ? holds(who?.roles, "frontline") && holds(when?.reasons, reason) && holds(when?.channels, channel) : effect === "prohibit" && when?.reasons?.includes(reason) === true,
  );
  const named = new Set(known.flatMap(({ gestures }) => gestures ?? []));
  const left = weights.filter(([gesture]) => named.has(gesture));
  return left.length > 0 ? left : [["callback", 1]];
}

/** Draws what happens on a day: who decides what, where and when. */
export class IntentSource {
  private cases = 0;
  private readonly fearedBy: string | undefined;

  constructor(
    private readonly staff: Staff,
    private readonly market: Market,
    private readonly random: Random,
    private readonly today: Day,
  ) {
    const supervisors = staff.company.people.filter(({ role, siteCode }) => role === "supervisor" && siteCode === FEARFUL_TEAM.site);
    this.fearedBy = supervisors[FEARFUL_TEAM.supervisor]?.id;
  }

  /** The intents of one day that lie before `end`, in order of their instants. */
  ofDay(day: Day, end: Date, policyAt: (at: Date) => CompiledPolicy, rest: ReadonlySet<string>): Intent[] {
    const open = SITES.filter(({ code, traffic }) => traffic > 0 && this.staff.openings(code, day).length > 0);
    if (open.length === 0) return [];
    const count = Math.round(PER_DAY * (WEEKDAY_FACTOR[weekdayOf(day) - 1] ?? 1) * (0.88 + this.random.next() * 0.24));
    const drawn = Array.from({ length: count }, () => this.draw(day, this.random.weighted(open.map((site) => [site, site.traffic] as const)), policyAt, rest));
    const intents = drawn.filter((intent): intent is Intent => intent !== null);
    intents.push(...intents.flatMap((intent) => this.more(intent)), ...this.badBatch(day));
    return intents.filter(({ at }) => at <= end).sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  /** Something more in the same case a little later: what was given counts on. */
  private more(intent: Intent): Intent[] {
    const { random } = this;
    if (intent.caseRef === null || intent.amount === null || intent.proactive || !random.chance(0.16)) return [];
    const at = new Date(intent.at.getTime() + random.int(9, 40) * 60_000);
    const gesture = intent.gesture === "refund" && random.chance(0.6) ? "refund" : intent.gesture;
    const amount = Math.max(20_000, Math.round((intent.amount * random.pick([0.3, 0.5, 0.8])) / 10_000) * 10_000);
    return [{ ...intent, at, gesture, amount, ask: null, note: noteFor(intent.reason, random) }];
  }

  private badBatch(day: Day): Intent[] {
    const { random } = this;
    if (!BAD_BATCH.daysAgo.some((daysAgo) => addDays(this.today, -daysAgo) === day)) return [];
    const people = this.staff.atWork(BAD_BATCH.site, "frontline", day).slice(0, BAD_BATCH.clerks);
    const [opening] = this.staff.openings(BAD_BATCH.site, day);
    if (opening === undefined || people.length === 0) return [];
    return Array.from({ length: BAD_BATCH.cases }, (_, index) => ({
      at: instantAt(day, random.int(opening[0] + 5, opening[1] - 20), ZONE),
      person: people[index % people.length] ?? random.pick(people),
      gesture: "refund", reason: "product_fault", channel: "store", proactive: false,
      amount: random.int(25, 46) * 10_000,
      customer: null, order: "none" as const, flags: [], caseRef: null,
      note: random.pick(["Quần ống suông lô tháng trước ra màu, khách thứ mấy trong ngày rồi.", "Lại lô quần ống suông ra màu, đã báo kho ngừng bán.", "Quần ống suông ra màu lem sang áo trắng, khách mang cả hai tới."]),
      felt: random.weighted(FELT), ask: null, scripted: {},
    }));
  }

  private draw(day: Day, site: SitePlan, policyAt: (at: Date) => CompiledPolicy, rest: ReadonlySet<string>): Intent | null {
    const { random } = this;
    const [open, close] = random.pick(this.staff.openings(site.code, day));
    const at = new Date(instantAt(day, random.int(open, close - 12), ZONE).getTime() + random.int(0, 59_999));
    const person = this.drawPerson(site, day, rest);
    if (person === null) return null;
    const store = site.channel === "store";
    const channel = store ? "store" : site.channel === "online" ? random.pick(["online", "online", "chat"]) : (site.channel ?? "hotline");
    const reason = random.weighted(store ? IN_STORE : AT_DISTANCE);
    const weights = (store ? STORE_GESTURES : REMOTE_GESTURES)[reason] ?? [["callback", 1]];
    const gesture = random.weighted(offered(policyAt(at), weights, reason, channel, random));
    const customer = this.market.draw(site, at, random);
    const order = drawOrder(gesture, customer, this.market, at, random);
    const document = policyAt(at).document;
    const valued = document.gestures.find(({ code }) => code === gesture)?.valued === true;
    const trained = this.staff.facts(person, day).courses.includes("AUTHORITY-BASICS");
    const amount = valued ? drawAmount({ gesture, reason, store, order, person, trained, day, tier: customer?.tier ?? null }, random) : null;
    if (valued && amount === null) return null;
    const fearful = person.managerId === this.fearedBy;
    return {
      at, person, gesture, reason, channel, amount, customer, order,
      proactive: reason === "aftercare" || (reason === "special_day" && gesture !== "fee_waiver"),
      flags: drawFlags(reason, gesture, random),
      caseRef: random.chance(0.22) ? this.nextCase() : null,
      note: noteFor(reason, random),
      felt: random.chance(0.55) ? random.weighted(FELT) : null,
      ask: random.chance(fearful ? 0.42 : 0.014) ? { reason: this.drawAskReason(fearful) } : null,
      scripted: {},
    };
  }

  nextCase(): string {
    this.cases += 1;
    return `TH-${String(20_000 + this.cases)}`;
  }

  private drawAskReason(fearful: boolean) {
    const { random } = this;
    if (fearful) return random.weighted([["feared_blame", 58], ["did_not_know", 20], ["wanted_advice", 12], [null, 10]] as const);
    return random.weighted([["wanted_advice", 40], ["customer_asked", 28], ["did_not_know", 20], ["system_blocked", 7], [null, 5]] as const);
  }

  private drawPerson(site: SitePlan, day: Day, rest: ReadonlySet<string>): PersonPlan | null {
    const role = this.random.weighted([["frontline", 92], ["supervisor", 6.5], ["manager", 1.5]] as const);
    const people = this.staff.atWork(site.code, role, day).filter(({ email }) => !rest.has(email));
    return people.length === 0 ? null : this.random.pick(people);
  }
}
