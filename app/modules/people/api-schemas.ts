import { z } from "zod";
import { code, emailAddress, localDay, personName } from "./schemas.ts";

/** A person as other systems write them; `manager` is an e-mail, a role `role` or `role@scope`. */
const fields = {
  email: emailAddress,
  name: personName,
  department: code.nullable(),
  site: code.nullable(),
  manager: emailAddress.nullable(),
  startedOn: localDay.nullable(),
  level: z.number().int("integer_format").min(0).max(99).nullable(),
  language: z.enum(["vi", "en"]),
  roles: z.array(z.string().trim().min(1).max(100)).max(50),
};

export const personBody = z.strictObject(fields).partial().required({ email: true, name: true });
export type PersonBody = z.output<typeof personBody>;

export const personPatch = z.strictObject({ ...fields, active: z.boolean() }).partial();
export type PersonPatch = z.output<typeof personPatch>;
