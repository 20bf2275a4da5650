import { z } from "zod";
import type { Row } from "#platform/transaction.server.ts";
import type { Aim, Aimed } from "../domain/due-days.ts";

const codes = z.array(z.string());
const list = (text: string) => codes.parse(JSON.parse(text));

/** Who a stored assignment means. */
export function aimOf(row: Pick<Row<"LearningAssignment">, "roles" | "departments" | "sites" | "people" | "startedFrom">): Aim {
  return { roles: list(row.roles), departments: list(row.departments), sites: list(row.sites), people: list(row.people), startedFrom: row.startedFrom };
}

/** What an assignment asks about somebody of the workforce. */
export function aimedOf(person: { readonly id: string; readonly roles: readonly string[]; readonly departments: readonly string[]; readonly siteCode: string | null; readonly startedOn: string | null }): Aimed {
  return { id: person.id, roles: person.roles, departments: person.departments, site: person.siteCode, startedOn: person.startedOn };
}
