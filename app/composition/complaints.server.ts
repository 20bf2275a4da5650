import { type ComplaintReason, customerSignal, findCustomer, type RemedySource } from "#modules/customers/public.server.ts";
import { customerRemedies } from "#modules/empowerment/public.server.ts";
import { notFound } from "#platform/http/refusal.ts";

/** What was done about what customers came with, as far as modules above the customer know it. */
const remedySources: readonly RemedySource[] = [customerRemedies];

/** `GET /customers/{ref}/signal`; 404 for somebody unknown. */
export function signalJson(ref: string, now: Date): { openComplaint: boolean; holdMarketing: boolean; until: string | null } {
  const customer = findCustomer({ ref });
  if (customer === null) throw notFound();
  const { openComplaint, holdMarketing, until } = customerSignal(customer.id, remedySources, now);
  return { openComplaint, holdMarketing, until: until?.toISOString() ?? null };
}

/** Why nothing is advertised to a customer now, each reason once with its longest-standing case; null when it may be. */
export function marketingHold(customerId: string, now: Date): { until: string | null; reasons: { reason: ComplaintReason; since: string }[] } | null {
  const { holdMarketing, until, matters } = customerSignal(customerId, remedySources, now);
  if (!holdMarketing) return null;
  const first = matters.filter((matter, index) => matters.findIndex(({ reason }) => reason === matter.reason) === index);
  return { until: until?.toISOString() ?? null, reasons: first.map(({ reason, since }) => ({ reason, since: since.toISOString() })) };
}
