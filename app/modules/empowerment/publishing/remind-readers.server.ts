import type { Actor } from "#access/actor.ts";
import { addBusinessDays, NeverOpenError } from "#kernel/business-time.ts";
import { businessCalendar, findOrganisation } from "#modules/people/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import type { JobDefinition } from "#platform/jobs.server.ts";
import { transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf } from "../command.server.ts";
import { policyStateAt } from "../policy-queries.server.ts";
import { versionIn } from "../policy-rows.server.ts";
import { parsePolicy } from "../public.ts";
import { recordEvent } from "../record-event.server.ts";
import { boundPeople } from "./bound-people.server.ts";

const KIND = "policy.reminder";
const AFTER_BUSINESS_DAYS = 3;
const DAY_MS = 86_400_000;

/** Reminds whoever a version binds and has not answered; not who still has an unread reminder of it. */
async function remind(tx: Tx, row: Row<"PolicyVersion">, actor: Actor | null, now: Date): Promise<number> {
  const { version } = row;
  const answered = new Set((await tx.list("PolicyAcknowledgement", { version })).map(({ personId }) => personId));
  let people = 0;
  for (const { id } of boundPeople([parsePolicy(JSON.parse(row.document))], now)) {
    if (answered.has(id)) continue;
    const unread = await tx.list("Notification", { personId: id, kind: KIND, readAt: null });
    if (unread.some(({ params }) => (JSON.parse(params) as { version?: number }).version === version)) continue;
    await notify(tx, { personId: id, kind: KIND, params: { version }, href: `/policies/${version}/respond`, at: now });
    people += 1;
  }
  await recordEvent(tx, { kind: "policy", id: String(version) }, actor, now, { type: "policy.reminded", schema: 1, data: { version, people } });
  return people;
}

/**
 * Reminds those who have not answered a version in force or to come. @returns how many
 * Refuses: `forbidden`, `not_found`, 409 `state_changed` for one that is not published or has ended.
 */
export async function remindReaders(actor: Actor, version: number, options: CommandOptions<number> = {}): Promise<number> {
  demand(actor, "policies.edit");
  const now = instantOf(options);
  return transaction(async (tx) => {
    const row = await versionIn(tx, version, "published");
    if (policyStateAt(row, now) === "retired") throw new Refusal("state_changed");
    const people = await remind(tx, row, actor, now);
    await options.remember?.(tx, people);
    return people;
  });
}

/** Three business days of the organisation after publishing. */
function remindFrom(publishedAt: Date): Date {
  try {
    return addBusinessDays(publishedAt, AFTER_BUSINESS_DAYS, businessCalendar(null));
  } catch (error) {
    if (error instanceof NeverOpenError) return new Date(publishedAt.getTime() + AFTER_BUSINESS_DAYS * DAY_MS);
    throw error;
  }
}

/** Every day: reminds once, by itself, of each version in force or to come that was published three business days ago. */
export const remindReadersJob: JobDefinition = {
  kind: "policies.remind",
  every: "35 1 * * *",
  apply: async (tx, { now }) => {
    if (findOrganisation() === null) return;
    for (const row of await tx.list("PolicyVersion", { state: "published" })) {
      if (policyStateAt(row, now) === "retired" || row.publishedAt === null || remindFrom(row.publishedAt) > now) continue;
      const reminded = await tx.count("AuditEvent", { type: "policy.reminded", subjectKind: "policy", subjectId: String(row.version), actorId: null });
      if (reminded === 0) await remind(tx, row, null, now);
    }
  },
};
