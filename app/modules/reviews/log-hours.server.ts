import { newId } from "#kernel/ids.ts";
import { instantAt, localDay } from "#kernel/period.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { findSite, organisation } from "#modules/people/public.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { demandLeader } from "./command.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { HoursFields } from "./schemas.ts";

const NOON = 12 * 60;
/** So many of the host team are asked; any one of the place may confirm. */
const ASKED = 3;

/**
 * Logs time one spent with customers at a place; somebody of that place confirms. Answers the id. Refuses: `forbidden`,
 * `leads_nobody`; 422 at `site` (`unknown_reference`, `nobody_there`) and `day` (`not_in_future`).
 */
export async function logHours(fields: HoursFields, asked: Asked, remember?: RememberMade): Promise<{ id: string }> {
  const { personId, name } = demandPerson(asked, "leading.write");
  const { timeZone } = organisation();
  const site = await findSite(fields.site);
  if (site === null || !site.active) throw invalidInput({ path: "site", code: "unknown_reference" });
  if (fields.day > localDay(asked.now, timeZone)) throw invalidInput({ path: "day", code: "not_in_future" });
  return transaction(async (tx) => {
    await demandLeader(tx, personId);
    const hosts = (await tx.list("Person", { siteCode: site.code, active: true }, { orderBy: [["nameSort", "asc"]] })).filter(({ id }) => id !== personId);
    if (hosts.length === 0) throw invalidInput({ path: "site", code: "nobody_there" });
    const id = newId();
    const { day, minutes, what } = fields;
    await tx.insert("CustomerHours", { id, personId, siteCode: site.code, day, at: instantAt(day, NOON, timeZone), minutes, what, loggedAt: asked.now });
    await recordEvent(tx, asked, { kind: "customer-hours", id }, { type: "customer-hours.logged", schema: 1, data: { site: site.code, day, minutes, what } });
    for (const host of hosts.slice(0, ASKED)) await notify(tx, { personId: host.id, kind: "leading.hours-to-confirm", params: { name, day }, href: "/leading/hours", at: asked.now });
    await remember?.(tx, id);
    return { id };
  });
}
