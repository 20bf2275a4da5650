import { installMessages } from "#composition/messages.server.ts";
import { loadActor, NO_CONTEXT } from "#modules/people/public.server.ts";
import { seedSmallCompany, type SmallCompany, type SmallCompanyKey } from "#db/seed/builders.ts";
import type { PersonActor } from "#access/actor.ts";
import { useTestDatabase } from "#tests/support/database.ts";

/** Monday 23 November 2026, 10:00 in Hà Nội. */
export const MONDAY_TEN = new Date("2026-11-23T03:00:00Z");

export interface TestCompany extends SmallCompany {
  readonly actor: (key: SmallCompanyKey) => Promise<PersonActor>;
}

/** A fresh database with the small company in it. */
export async function freshCompany(now: Date = MONDAY_TEN): Promise<TestCompany> {
  installMessages();
  await useTestDatabase();
  const company = await seedSmallCompany(now);
  return {
    ...company,
    actor: async (key) => {
      const actor = await loadActor(company.people[key].id, NO_CONTEXT);
      if (actor === null) throw new Error(`nobody here: ${key}`);
      return actor;
    },
  };
}

export const vnd = (minor: number) => ({ minor, currency: "VND" });

/** A refund of a faulty product in a shop, to a walk-in with a receipt. */
export function refund(minor: number, more: Readonly<Record<string, unknown>> = {}) {
  return {
    gesture: "refund",
    reason: "product_fault",
    channel: "store",
    amount: vnd(minor),
    customer: "none",
    order: { value: vnd(5_000_000) },
    flags: [],
    note: "Bung chỉ sau một lần giặt",
    ...more,
  };
}

export function voucher(minor: number, more: Readonly<Record<string, unknown>> = {}) {
  return refund(minor, { gesture: "voucher", reason: "late_delivery", ...more });
}
