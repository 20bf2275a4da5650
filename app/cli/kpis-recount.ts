import { factReader } from "#composition/kpi-facts.server.ts";
import { addDays, type Day, daysBetween, localDay, parseDay } from "#kernel/period.ts";
import { askRecount, runRecount } from "#modules/kpis/public.server.ts";
import { FACT_NAMES, isFact } from "#modules/kpis/public.ts";
import { organisation } from "#modules/people/public.server.ts";
import { parseOptions } from "./parse-options.ts";
import { UsageError } from "./refusal.ts";
import { inWords } from "./refused-in-words.ts";
import { withDatabase } from "./with-database.ts";

const CALL = "kpis recount FACT --from DAY [--to DAY]";

function dayOf(name: string, text: string | undefined): Day | null {
  if (text === undefined) return null;
  const day = parseDay(text);
  if (!day.ok) throw new UsageError(`--${name} takes a day as 2026-11-22 or 22/11/2026, not ${text}\nUsage: tam ${CALL}`);
  return day.value;
}

/** Counts a fact of the KPIs again, from a day until yesterday or another day, printing how far it is. Days counted stay when it is stopped. */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseOptions(args, { call: CALL, options: { from: { type: "string" }, to: { type: "string" } }, positionals: ["FACT"] });
  const fact = positionals[0] ?? null;
  const [from, to] = [dayOf("from", values.from), dayOf("to", values.to)];
  if (!isFact(fact)) throw new UsageError(`No such fact: ${fact ?? ""}. There are: ${FACT_NAMES.join(", ")}`);
  if (from === null) throw new UsageError(`--from is missing\nUsage: tam ${CALL}`);
  const now = new Date();
  const days = await withDatabase(() =>
    inWords(async () => {
      const last = to ?? addDays(localDay(now, organisation().timeZone), -1);
      const id = await askRecount(fact, from, last, { actor: null, source: "command-line", now });
      await runRecount(id, now, factReader(() => now), (day) => process.stderr.write(`${day}\n`));
      return daysBetween(from, last) + 1;
    }),
  );
  process.stdout.write(`${days} days counted\n`);
}
