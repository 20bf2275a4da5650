import { daysBetween, type Day } from "#kernel/period.ts";
import type { PersonPlan } from "../company.ts";
import type { Random } from "../random.ts";
import type { IntentOrder } from "./intent.ts";

export interface AmountSituation {
  readonly gesture: string;
  readonly reason: string;
  readonly store: boolean;
  readonly order: IntentOrder | "none";
  readonly person: PersonPlan;
  readonly trained: boolean;
  readonly day: Day;
  readonly tier: string | null;
}

/** Thousands of đồng, in steps of ten. */
const tens = (random: Random, least: number, most: number) => random.int(least, most) * 10_000;

function refundInStore({ order, person, day, tier }: AmountSituation, random: Random): number {
  const isNew = daysBetween(person.startedOn, day) < 60;
  const old = order !== "none" && order.daysSincePurchase > 30;
  const usual = isNew || old ? 20 : tier === "platinum" ? 100 : person.level >= 3 ? 70 : 50;
  const drawn = random.weighted([["below", 71], ["at", 7], ["over", 20], ["large", 2]] as const);
  if (drawn === "below") return tens(random, Math.min(8, usual - 2), usual - 1);
  if (drawn === "at") return usual * 10_000;
  if (drawn === "over") return tens(random, usual + 2, usual * 2 + 10);
  return tens(random, 160, 320);
}

/** At a distance faults of the goods mostly cost a little more than the limit, and approvers keep saying yes. */
function refundAtDistance({ reason }: AmountSituation, random: Random): number {
  const over = reason === "product_fault" ? 40 : 20;
  const drawn = random.weighted([["below", 92 - over], ["at", 8], ["over", over]] as const);
  if (drawn === "below") return tens(random, 9, 28);
  if (drawn === "at") return 300_000;
  return reason === "product_fault" ? tens(random, 32, 60) : tens(random, 33, 95);
}

/** What a clerk would ask for: minor units, rounded as people round; null where the order leaves nothing to give. */
export function drawAmount(situation: AmountSituation, random: Random): number | null {
  const { gesture, reason, store, order, trained } = situation;
  const price = order === "none" ? Infinity : order.value;
  switch (gesture) {
    case "refund": {
      const wanted = store ? refundInStore(situation, random) : refundAtDistance(situation, random);
      return Math.min(wanted, Math.floor(price / 1_000) * 1_000);
    }
    case "partial_refund": {
      const share = random.chance(0.86) ? 0.1 + random.next() * 0.19 : 0.31 + random.next() * 0.2;
      const amount = Math.floor((Math.min(price, 2_400_000) * share) / 5_000) * 5_000;
      return amount > 0 ? amount : null;
    }
    case "voucher":
      if (reason === "late_delivery") return random.weighted([[100_000, 22], [150_000, 38], [200_000, 36], [250_000, 4]] as const);
      if (reason === "alteration_fault") return random.pick([100_000, 150_000, 200_000]);
      return trained ? random.weighted([[50_000, 20], [100_000, 38], [150_000, 16], [200_000, 20], [300_000, 6]] as const) : random.weighted([[50_000, 42], [100_000, 46], [150_000, 12]] as const);
    case "shipping_fee":
      return random.weighted([[25_000, 30], [35_000, 40], [45_000, 18], [60_000, 8], [75_000, 4]] as const);
    case "fee_waiver":
      return random.weighted([[40_000, 28], [60_000, 30], [80_000, 24], [100_000, 10], [150_000, 5], [180_000, 3]] as const);
    default:
      return random.weighted([[50_000, 30], [60_000, 24], [80_000, 30], [100_000, 12], [120_000, 3], [150_000, 1]] as const);
  }
}
