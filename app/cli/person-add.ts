import { systemClock } from "#kernel/clock.ts";
import { addPerson, createSignInLink, findPersonByEmail, personBody, readRoles } from "#modules/people/public.server.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { parseOptions } from "./parse-options.ts";
import { CommandRefused, UsageError } from "./refusal.ts";
import { inWords } from "./refused-in-words.ts";
import { withDatabase } from "./with-database.ts";

const CALL = "person add --email E --name N [--department D] [--site S] [--roles R;R@SCOPE] [--manager E] [--started-on DAY] [--level N] [--language vi|en]";
const text = { type: "string" } as const;

/** Adds a person and prints their id and an invitation with which they choose a password. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseOptions(args, {
    call: CALL,
    options: { email: text, name: text, department: text, site: text, roles: text, manager: text, "started-on": text, level: text, language: text },
    positionals: [],
  });
  const { email, name, department, site, roles, manager, level, language } = values;
  if (email === undefined || name === undefined) throw new UsageError(`--email and --name are needed\nUsage: tam ${CALL}`);
  const given = {
    email, name, department, site, manager, language,
    startedOn: values["started-on"],
    level: level === undefined ? undefined : /^\d{1,2}$/.test(level) ? Number(level) : level,
    roles: (roles ?? "").split(";").map((role) => role.trim()).filter((role) => role !== ""),
  };
  const made = await withDatabase(async () =>
    inWords(async () => {
      const body = parseInput(personBody, Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
      const boss = body.manager ? findPersonByEmail(body.manager) : null;
      if (body.manager && (boss === null || !boss.active)) throw new CommandRefused(`Nobody active has the e-mail ${body.manager}`);
      const asked = { actor: null, source: "command-line", now: systemClock.now() } as const;
      const { department: departmentCode = null, site: siteCode = null, startedOn = null } = body;
      const grants = await readRoles(body.roles ?? [], { site: siteCode, department: departmentCode });
      const fields = { email: body.email, name: body.name, departmentCode, siteCode, startedOn, level: body.level ?? null, language: body.language ?? "vi", managerId: boss?.id ?? null };
      const { id } = await addPerson(fields, grants, asked);
      return { id, link: await createSignInLink(asked, id, "invitation") };
    }),
  );
  process.stdout.write(`${made.id}\nInvitation, within a day: ${made.link.path}\n`);
}
