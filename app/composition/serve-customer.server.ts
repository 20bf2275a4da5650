import type { PersonActor } from "#access/actor.ts";
import type { Locale } from "#i18n/locale.ts";
import type { Translator } from "#i18n/translator.ts";
import { systemClock } from "#kernel/clock.ts";
import { addCustomerByPhone, findCustomer, findCustomerTyped, lookUpCustomer, recentOrders } from "#modules/customers/public.server.ts";
import type { HoldView } from "#modules/customers/ui/hold-notice.tsx";
import type { CustomerBriefView } from "#modules/empowerment/ui/customer-brief.tsx";
import type { LookUpMiss } from "#modules/empowerment/ui/customer-step.tsx";
import type { KnownOrder } from "#modules/empowerment/ui/situation-step.tsx";
import { isRefusal } from "#platform/http/refusal.ts";
import { entryText } from "#modules/customers/public.ts";
import { marketingHold } from "./complaints.server.ts";
import { timelineSources } from "./timeline.server.ts";

/** Who was typed at the counter, by reference or by phone: their reference, or why nobody was found. */
export function findWho(typed: string): { ref: string } | LookUpMiss {
  if (typed === "") return { typed, miss: "empty" };
  const byRef = findCustomerTyped({ ref: typed });
  if (byRef !== null) return { ref: byRef.ref };
  try {
    const byPhone = findCustomer({ phone: typed });
    return byPhone === null ? { typed, miss: "unknownPhone" } : { ref: byPhone.ref };
  } catch (error) {
    if (isRefusal(error)) return { typed, miss: "unknownRef" };
    throw error;
  }
}

/** Keeps a customer met for the first time. @returns their reference */
export async function keepNewCustomer(actor: PersonActor, phone: string): Promise<string> {
  return addCustomerByPhone(phone, { actor, source: "screen", now: systemClock.now() });
}

/** The customer to serve: what happened to them, whether nothing is advertised to them, and the orders they may mean; null when the reference is unknown. */
export async function customerToServe(
  ref: string,
  { timeZone, t, locale }: { timeZone: string; t: Translator; locale: Locale },
): Promise<{ brief: CustomerBriefView; hold: HoldView | null; orders: KnownOrder[]; call: string } | null> {
  const now = systemClock.now();
  const found = await lookUpCustomer({ ref }, { sources: timelineSources, now, timeZone });
  if (found === null) return null;
  const { id, addressForm, recent, openPromises, ...brief } = found;
  return {
    brief: {
      ...brief,
      recent: recent.map((entry) => ({ at: entry.at.toISOString(), kind: entry.kind, text: entryText(t, entry.words, locale) })),
      openPromises: openPromises.map((promise) => ({ id: promise.id, text: promise.text, dueAt: promise.dueAt.toISOString() })),
    },
    hold: marketingHold(id, now),
    orders: await recentOrders(id, now, timeZone),
    call: addressForm ?? "",
  };
}
