/** What a thank-you may be about: a decision by its kind of gesture, or help among colleagues by where it was given. */
export const GESTURES = { money: ["refund", "partial_refund", "voucher", "fee_waiver", "shipping_fee"], mend: ["replacement", "repair"], speed: ["express_delivery", "callback"], care: ["gift", "courtesy_call"] } as const;
export type Kind = keyof typeof GESTURES | "shop" | "hotline" | "online" | "delivery" | "office";

/** Value and behaviour, and what was done. */
export type Deed = readonly [behaviour: string, text: string];

export interface Wordings {
  readonly deeds: Readonly<Record<Kind, readonly Deed[]>>;
  /** What came of a decision: proven by its outcome, or still open or not proven. */
  readonly effects: Readonly<Record<"proven" | "open", readonly string[]>>;
  /** What came of help among colleagues, by the value it lives. */
  readonly team: Readonly<Record<string, readonly string[]>>;
  readonly addOns: readonly string[];
  readonly comments: readonly string[];
}

export function kindOfGesture(gesture: string): Kind {
  const found = (Object.keys(GESTURES) as (keyof typeof GESTURES)[]).find((kind) => (GESTURES[kind] as readonly string[]).includes(gesture));
  return found ?? "money";
}

/** Help is told by where the colleague works. */
export function kindOfPlace(siteCode: string): Kind {
  if (siteCode === "HOTLINE") return "hotline";
  if (siteCode === "ONLINE") return "online";
  if (siteCode === "HO") return "office";
  return siteCode.startsWith("KHO") ? "delivery" : "shop";
}
