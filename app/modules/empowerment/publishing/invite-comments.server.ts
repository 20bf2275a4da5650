import type { Actor } from "#access/actor.ts";
import { addDays, localDay, startOfDay } from "#kernel/period.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf } from "../command.server.ts";
import { parsePolicy } from "../public.ts";
import { recordEvent } from "../record-event.server.ts";
import { versionIn } from "../policy-rows.server.ts";
import { boundPeople, withInForce } from "./bound-people.server.ts";

export const COMMENT_DAYS = { min: 1, max: 30 } as const;

export interface Invited {
  readonly version: number;
  readonly commentsUntil: Date;
  /** How many people were told. */
  readonly told: number;
}

/**
 * Asks those a draft would bind for their comments before it is published: whole local days after today, 1 to 30. Each is
 * told, in their language. Refuses: `forbidden`, `not_found`, `invalid_input`; 409 `state_changed` for what is no draft,
 * `comments_open` while a period runs.
 */
export async function inviteComments(actor: Actor, version: number, { days }: { readonly days: number }, options: CommandOptions<Invited> = {}): Promise<Invited> {
  demand(actor, "policies.edit");
  const now = instantOf(options);
  const { min, max } = COMMENT_DAYS;
  if (!Number.isInteger(days) || days < min || days > max) throw invalidInput({ path: "days", code: "integer_range", params: { min, max } });
  return transaction(async (tx) => {
    const row = await versionIn(tx, version, "draft");
    if (row.commentsUntil !== null && row.commentsUntil > now) throw new Refusal("comments_open", { status: 409, params: { until: row.commentsUntil.toISOString() } });
    const document = parsePolicy(JSON.parse(row.document));
    const commentsUntil = startOfDay(addDays(localDay(now, document.timeZone), days + 1), document.timeZone);
    await tx.update("PolicyVersion", { version, state: "draft" }, { commentsUntil });
    await recordEvent(tx, { kind: "policy", id: String(version) }, actor, now, {
      type: "policy.comments-invited",
      schema: 1,
      data: { version, revision: row.revision, until: commentsUntil.toISOString() },
    });
    const lastMoment = new Date(commentsUntil.getTime() - 1);
    const people = boundPeople(withInForce(document, now), now).filter(({ id }) => id !== actor.personId);
    for (const { id } of people) {
      await notify(tx, { personId: id, kind: "policy.comments-invited", params: { version, until: lastMoment.toISOString() }, href: `/policies/${version}/comments`, at: now });
    }
    const invited = { version, commentsUntil, told: people.length };
    await options.remember?.(tx, invited);
    return invited;
  });
}
