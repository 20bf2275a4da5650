import { findOrganisation, issueSetupLink } from "#modules/people/public.server.ts";
import { baseAddress } from "#platform/base-address.server.ts";
import { parseOptions } from "./parse-options.ts";
import { CommandRefused } from "./refusal.ts";
import { withDatabase } from "./with-database.ts";

/** Prints a one-time link to the set-up; an earlier one stops working. Refused once there is an organisation. */
export async function run(args: readonly string[]): Promise<void> {
  parseOptions(args, { call: "setup", options: {}, positionals: [] });
  const path = await withDatabase(
    () => {
      const organisation = findOrganisation();
      if (organisation !== null) throw new CommandRefused(`${organisation.name} is set up already: sign in as an administrator`);
      return issueSetupLink();
    },
    { create: true },
  );
  process.stdout.write(`${baseAddress()}${path}\n`);
}
