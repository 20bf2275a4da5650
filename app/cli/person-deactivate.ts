import { deactivationParticipants } from "#composition/deactivation.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { deactivatePerson, findPersonByEmail } from "#modules/people/public.server.ts";
import { parseOptions } from "./parse-options.ts";
import { CommandRefused, UsageError } from "./refusal.ts";
import { inWords } from "./refused-in-words.ts";
import { withDatabase } from "./with-database.ts";

const CALL = "person deactivate --email E";

/** Ends a person's access at once; what waited on them is handed over. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseOptions(args, { call: CALL, options: { email: { type: "string" } }, positionals: [] });
  const { email } = values;
  if (email === undefined) throw new UsageError(`--email is needed\nUsage: tam ${CALL}`);
  await withDatabase(async () => {
    const person = findPersonByEmail(email);
    if (person === null || !person.active) throw new CommandRefused(`Nobody active has the e-mail ${email}`);
    await inWords(() => deactivatePerson(person.id, { actor: null, source: "command-line", now: systemClock.now() }, deactivationParticipants));
  });
  process.stdout.write(`${email} has no access any more\n`);
}
