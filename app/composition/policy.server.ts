import type { PersonActor } from "#access/actor.ts";
import { instantAt, parseDay } from "#kernel/period.ts";
import { publishPolicy, returnPolicy, submitPolicy } from "#modules/empowerment/public.server.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";

/** The instant of a local date and time as a form sends it, `YYYY-MM-DDTHH:MM`; null for anything else. */
function localInstant(typed: string, timeZone: string): Date | null {
  const [, dayText = "", hours = "", minutes = ""] = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.exec(typed) ?? [];
  const day = parseDay(dayText);
  return day.ok ? instantAt(day.value, Number(hours) * 60 + Number(minutes), timeZone) : null;
}

/**
 * Takes a version one step on, as its form says. @returns the message of what was done.
 * Refuses: `own_draft`, `state_changed`, 422 with the field
 */
export async function stepPolicy(actor: PersonActor, version: number, form: FormData, timeZone: string): Promise<"submitted" | "published" | "returned"> {
  const note = String(form.get("note") ?? "").trim();
  switch (form.get("intent")) {
    case "submit":
      await submitPolicy(actor, version, { note });
      return "submitted";
    case "publish": {
      const typed = String(form.get("effectiveFrom") ?? "").trim();
      const effectiveFrom = typed === "" ? null : localInstant(typed, timeZone);
      if (typed !== "" && effectiveFrom === null) throw invalidInput({ path: "effectiveFrom", code: "bad_instant" });
      await publishPolicy(actor, version, { note, effectiveFrom });
      return "published";
    }
    case "return":
      await returnPolicy(actor, version, { note });
      return "returned";
    default:
      throw notFound();
  }
}
