import { addDays, instantAt } from "#kernel/period.ts";
import { drawName } from "./company/names.ts";
import { SITES, ZONE } from "./company/places.ts";
import type { PersonPlan } from "./company.ts";
import type { Random } from "./random.ts";

/** A customer of the demo company; `home` is the shop, or ONLINE, where they mostly buy. */
export interface CustomerPlan {
  readonly id: string;
  readonly ref: string;
  readonly name: string;
  /** E.164. The range 095 is assigned to no operator: these numbers reach nobody. */
  readonly phone: string;
  readonly tier: "standard" | "silver" | "gold" | "platinum";
  readonly lifetimeValue: number;
  readonly addressForm: string | null;
  readonly personId: string | null;
  readonly home: string;
  readonly createdAt: Date;
}

export interface PurchasePlan {
  readonly orderRef: string;
  readonly customerId: string;
  readonly purchasedAt: Date;
  readonly amount: number;
  readonly channel: "store" | "online";
}

export interface CustomersPlan {
  readonly customers: readonly CustomerPlan[];
  readonly purchases: readonly PurchasePlan[];
}

const COUNT = 1_500;
export const FIRST_REF = 1_001;

const TIERS = {
  standard: { share: 62, value: [300_000, 6_000_000], purchases: [0, 3] },
  silver: { share: 22, value: [6_000_000, 15_000_000], purchases: [1, 4] },
  gold: { share: 12, value: [15_000_000, 40_000_000], purchases: [2, 6] },
  platinum: { share: 4, value: [40_000_000, 160_000_000], purchases: [4, 9] },
} as const;

const CALLED = {
  woman: [["chị", 58], ["cô", 17], ["bạn", 12], ["bác", 6], ["bà", 3]],
  man: [["anh", 62], ["chú", 17], ["bạn", 8], ["bác", 8], ["ông", 2]],
} as const satisfies Record<string, readonly (readonly [string, number])[]>;

/** Customers the stories and the examples of the documentation know by their number. */
const KNOWN: Readonly<Record<string, Partial<CustomerPlan>>> = {
  "C-1029": { name: "Ngô Thị Lan Hương", tier: "gold", lifetimeValue: 18_500_000, addressForm: "chị", home: "HN-01" },
  "C-1044": { name: "Trịnh Thị Nguyệt", tier: "platinum", lifetimeValue: 96_400_000, addressForm: "cô", home: "HN-01" },
  "C-1107": { name: "Phan Hoài Nam", tier: "standard", lifetimeValue: 2_150_000, addressForm: "anh", home: "ONLINE" },
  "C-1212": { name: "Võ Ngọc Ánh", tier: "silver", lifetimeValue: 9_800_000, addressForm: "chị", home: "HN-01" },
  "C-1318": { name: "Lương Văn Thọ", tier: "standard", lifetimeValue: 1_340_000, addressForm: "bác", home: "HN-01" },
};

/** Purchases that are told of elsewhere: the customer, days ago, amount, and the order's number where it matters. */
const KNOWN_PURCHASES: readonly (readonly [ref: string, daysAgo: number, amount: number, orderRef: string, channel: "store" | "online"])[] = [
  ["C-1029", 6, 1_250_000, "O-88", "store"],
  ["C-1044", 12, 3_950_000, "ML-AODAI-7", "store"],
  ["C-1107", 9, 690_000, "ML-WEB-2041", "online"],
  ["C-1212", 20, 1_480_000, "ML-HB-3310", "store"],
  ["C-1318", 58, 420_000, "ML-HB-2875", "store"],
];

/** Customers who are colleagues: nobody decides for themselves. */
const STAFF_CUSTOMERS = 4;

const homes = SITES.filter(({ channel }) => channel === "store" || channel === "online").map((site) => [site.code, site.channel === "online" ? 22 : site.traffic] as const);

function planCustomer(index: number, today: string, now: Date, random: Random, staff: readonly PersonPlan[]): CustomerPlan {
  const ref = `C-${FIRST_REF + index}`;
  const { name, woman } = drawName(random, 0.81);
  const tier = random.weighted((Object.keys(TIERS) as (keyof typeof TIERS)[]).map((code) => [code, TIERS[code].share] as const));
  const [least, most] = TIERS[tier].value;
  const since = addDays(today, -random.int(20, 1_900));
  const colleague = index >= 40 && index < 40 + STAFF_CUSTOMERS ? staff[index - 40] : undefined;
  const drawn: CustomerPlan = {
    id: random.idAt(now),
    ref,
    name,
    phone: `+8495${String(1_000_000 + index * 37 + random.int(0, 36))}`,
    tier,
    lifetimeValue: random.int(least / 10_000, most / 10_000) * 10_000,
    addressForm: random.chance(0.72) ? random.weighted<string>(CALLED[woman ? "woman" : "man"]) : null,
    personId: colleague?.id ?? null,
    home: random.weighted(homes),
    createdAt: instantAt(since, random.int(9 * 60, 20 * 60), ZONE),
  };
  return { ...drawn, ...(colleague ? { name: colleague.name, home: colleague.siteCode } : {}), ...KNOWN[ref] };
}

function planPurchases(customer: CustomerPlan, today: string, random: Random): Omit<PurchasePlan, "orderRef">[] {
  const [least, most] = TIERS[customer.tier].purchases;
  return Array.from({ length: random.int(least, most) }, () => {
    const day = addDays(today, -random.int(1, 200));
    const online = customer.home === "ONLINE" || random.chance(0.22);
    const amount = random.weighted([[random.int(19, 60), 5], [random.int(60, 150), 4], [random.int(150, 480), 1]] as const) * 10_000;
    return {
      customerId: customer.id,
      purchasedAt: instantAt(day, random.int(9 * 60 + 10, 21 * 60), ZONE),
      amount: amount - random.pick([0, 1_000, 10_000]),
      channel: online ? "online" : "store",
    } as const;
  });
}

/** The customers of the company and what they bought in the last two hundred days. */
export function planCustomers(now: Date, today: string, random: Random, people: readonly PersonPlan[]): CustomersPlan {
  const staff = people.filter(({ role, siteCode, email }) => role === "frontline" && siteCode !== "HO" && email !== "frontline@demo.tam").slice(0, STAFF_CUSTOMERS);
  const customers = Array.from({ length: COUNT }, (_, index) => planCustomer(index, today, now, random, staff));
  const drawn = customers.flatMap((customer) => (KNOWN[customer.ref] ? [] : planPurchases(customer, today, random)));
  drawn.sort((a, b) => a.purchasedAt.getTime() - b.purchasedAt.getTime());
  const purchases: PurchasePlan[] = drawn.map((purchase, index) => ({ ...purchase, orderRef: `ML-${String(410_000 + index * 3)}` }));
  const byRef = new Map(customers.map((customer) => [customer.ref, customer]));
  for (const [ref, daysAgo, amount, orderRef, channel] of KNOWN_PURCHASES) {
    const customer = byRef.get(ref);
    if (customer) purchases.push({ orderRef, customerId: customer.id, purchasedAt: instantAt(addDays(today, -daysAgo), 15 * 60, ZONE), amount, channel });
  }
  return { customers, purchases };
}
