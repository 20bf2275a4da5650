import { TOKEN_SCOPES } from "#access/actor.ts";
import { createToken, findPersonByEmail } from "#modules/people/public.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { parseOptions } from "./parse-options.ts";
import { CommandRefused, UsageError } from "./refusal.ts";
import { withDatabase } from "./with-database.ts";

const CALL = "token create --email E | --service NAME [--scopes A,B] [--days N]";

function daysOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,4}$/.test(text)) throw new UsageError(`--days takes a whole number of days, not ${text}\nUsage: tam ${CALL}`);
  return Number(text);
}

function scopesOf(text: string | undefined): string[] | null {
  if (text === undefined) return null;
  const scopes = text.split(/[\s,;]+/).filter((scope) => scope !== "");
  const unknown = scopes.find((scope) => !(TOKEN_SCOPES as readonly string[]).includes(scope));
  if (unknown !== undefined) throw new UsageError(`No such scope: ${unknown}\nScopes: ${TOKEN_SCOPES.join(", ")}`);
  return scopes;
}

function ownerOf(email: string | undefined, service: string | undefined): { personId: string } | { service: string } {
  if (service !== undefined) return { service };
  const person = findPersonByEmail(email ?? "");
  if (person === null || !person.active) throw new CommandRefused(`Nobody active has the e-mail ${email ?? ""}`);
  return { personId: person.id };
}

/**
 * Makes an access token for a person or a service and prints it alone; without scopes it may do all its owner may, of
 * which the operator is told on stderr where the owner is a service.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseOptions(args, {
    call: CALL,
    options: { email: { type: "string" }, service: { type: "string" }, scopes: { type: "string" }, days: { type: "string" } },
    positionals: [],
  });
  const { email, service } = values;
  if ((email === undefined) === (service === undefined)) throw new UsageError(`One of --email and --service is needed\nUsage: tam ${CALL}`);
  const [scopes, days] = [scopesOf(values.scopes), daysOf(values.days)];
  const { token } = await withDatabase(async () => {
    const asked = { actor: null, source: "command-line", now: new Date() } as const;
    try {
      return await createToken(asked, { name: service ?? "tam token create", owner: ownerOf(email, service), scopes, days });
    } catch (error) {
      if (error instanceof Refusal) throw new CommandRefused(error.errors.map(({ path, code }) => `--${path}: ${code}`).join(", ") || error.code);
      throw error;
    }
  });
  if (service !== undefined && scopes === null) {
    process.stderr.write(`This token may do everything a service may. Name what it needs with --scopes: ${TOKEN_SCOPES.join(", ")}\n`);
  }
  process.stdout.write(`${token}\n`);
}
