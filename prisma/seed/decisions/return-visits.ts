import { addDays, instantAt, localDay } from "#kernel/period.ts";
import { ZONE } from "../company/places.ts";
import type { CustomerPlan } from "../customers.ts";
import type { Random } from "../random.ts";
import type { Market } from "./draw-intents.ts";

/** Rules whose gesture brings customers back more often than they would have come. */
const WINNING: ReadonlySet<string> = new Set(["GIFT-PROACTIVE"]);

/** Purchases that happen because a customer was thought of. */
export class ReturnVisits {
  private count = 0;

  constructor(
    private readonly market: Market,
    private readonly now: Date,
    private readonly random: Random,
  ) {}

  /** Draws what a customer buys in the weeks after they had a gesture under a rule; nothing lies after now. */
  after(rule: string | null, customer: CustomerPlan, givenAt: Date): void {
    if (rule === null || !WINNING.has(rule)) return;
    const { random } = this;
    const visits = random.weighted([[0, 38], [1, 42], [2, 20]] as const);
    for (let visit = 0; visit < visits; visit += 1) {
      const day = addDays(localDay(givenAt, ZONE), random.int(4, 58));
      const purchasedAt = instantAt(day, random.int(9 * 60 + 10, 21 * 60), ZONE);
      const amount = random.weighted([[random.int(25, 70), 5], [random.int(70, 150), 4], [random.int(150, 300), 1]] as const) * 10_000;
      if (purchasedAt > this.now) continue;
      this.count += 1;
      this.market.buys({
        orderRef: `ML-${String(600_000 + this.count * 3)}`,
        customerId: customer.id,
        purchasedAt,
        amount: amount - random.pick([0, 1_000, 10_000]),
        channel: customer.home === "ONLINE" ? "online" : "store",
      });
    }
  }
}
