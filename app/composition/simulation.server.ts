import type { PersonActor } from "#access/actor.ts";
import { addDays, parseDay, startOfDay } from "#kernel/period.ts";
import { type SimulationWish, startSimulation } from "#modules/empowerment/public.server.ts";
import { simulationModes, simulationSources } from "#modules/empowerment/public.ts";
import { invalidInput } from "#platform/http/refusal.ts";

const text = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();

/** The first instant of a day a form holds, `after` days on; null when it is left empty. Refuses with 422 what is no day. */
function dayIn(form: FormData, name: string, timeZone: string, after: number): Date | null {
  const typed = text(form, name);
  if (typed === "") return null;
  const day = parseDay(typed);
  if (!day.ok) throw invalidInput({ path: name, code: "date_format" });
  return startOfDay(addDays(day.value, after), timeZone);
}

/** Starts what a form asks for; its last day is part of the period. Answers the id of the run. */
export async function startFromForm(actor: PersonActor, version: number, form: FormData, timeZone: string): Promise<string> {
  const wish: SimulationWish = {
    source: simulationSources.find((source) => source === text(form, "source")) ?? null,
    mode: simulationModes.find((mode) => mode === text(form, "mode")) ?? null,
    from: dayIn(form, "from", timeZone, 0),
    to: dayIn(form, "to", timeZone, 1),
    asRole: text(form, "asRole") || null,
  };
  const { id } = await startSimulation(actor, version, wish);
  return id;
}
