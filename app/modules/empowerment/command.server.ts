import type { Actor } from "#access/actor.ts";
import { type Action, type Resource, reach, within } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import type { Tx } from "#platform/transaction.server.ts";

/** What every command of this module takes besides its input. */
export interface CommandOptions<T> {
  /** The instant of the act; the machine's clock unless told. */
  readonly now?: Date;
  /** Runs in the command's own transaction, after its writes: stores the idempotent answer. It awaits tx calls alone. */
  readonly remember?: ((tx: Tx, result: T) => Promise<void>) | undefined;
}

/** The instant a command acts at. */
export function instantOf({ now }: { readonly now?: Date }): Date {
  return now ?? systemClock.now();
}

/** Refuses with 403 `forbidden` what no role allows, and with 404 what lies out of reach. */
export function demand(actor: Actor, action: Action, resource?: Resource): void {
  const scope = reach(actor, action);
  if (scope === null) throw new Refusal("forbidden");
  if (resource !== undefined && !within(scope, resource)) throw notFound();
}

/** A text without surrounding space; null when nothing is left. */
export function textOrNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}
