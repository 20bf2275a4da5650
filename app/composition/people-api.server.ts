import type { Actor } from "#access/actor.ts";
import type { RoleGrant } from "#access/roles.ts";
import {
  addPerson, deactivatePerson, editPerson, findPersonByEmail, findRecord, type PersonBody, type PersonPatch, type PersonRecord, reactivatePerson,
  readRoles, writeRole,
} from "#modules/people/public.server.ts";
import type { Remember } from "#platform/http/idempotency.server.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import { askedOverApi } from "./asked-over-api.server.ts";
import { deactivationParticipants } from "./deactivation.server.ts";

/** A person as `GET /people` answers. */
export function personJson({ createdAt: _createdAt, ...record }: PersonRecord): Omit<PersonRecord, "createdAt"> {
  return record;
}

function managerId(email: string | null | undefined): string | null | undefined {
  if (email === null || email === undefined) return email;
  const manager = findPersonByEmail(email);
  if (manager === null || !manager.active) throw invalidInput({ path: "manager", code: "unknown_person" });
  return manager.id;
}

const given = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> => (value === undefined ? {} : ({ [key]: value } as Record<K, V>));

/** The body's members by the names the commands know them by; those left out stay out. */
function columnsOf({ department, site, manager, roles: _roles, ...same }: Omit<PersonPatch, "active">) {
  return { ...same, ...given("departmentCode", department), ...given("siteCode", site), ...given("managerId", managerId(manager)) };
}

/** `POST /people`: adds a person and answers their record. */
export async function postPerson(actor: Actor, body: PersonBody, remember: Remember | null): Promise<Omit<PersonRecord, "createdAt">> {
  const { email, name } = body;
  const place = { site: body.site ?? null, department: body.department ?? null };
  const grants: RoleGrant[] = await readRoles(body.roles ?? [], place);
  const record = (id: string) => ({
    id, email, name, ...place,
    roles: grants.map(writeRole).sort(),
    managerEmail: body.manager ?? null,
    startedOn: body.startedOn ?? null,
    level: body.level ?? null,
    language: body.language ?? "vi",
    active: true,
  });
  const asked = askedOverApi(actor);
  const { id } = await addPerson({ ...columnsOf(body), email, name }, grants, asked, (tx, id) =>
    remember?.(tx, { status: 201, body: record(id), location: `/api/v1/people/${id}` }),
  );
  return record(id);
}

/** `PATCH /people/{id}`: changes the record and roles at once, then lets the person go or in again; answers the record. */
export async function patchPerson(actor: Actor, id: string, { active, ...body }: PersonPatch): Promise<Omit<PersonRecord, "createdAt">> {
  const before = await findRecord(actor, id);
  if (before === null) throw notFound();
  const asked = askedOverApi(actor);
  const place = { site: body.site === undefined ? before.site : body.site, department: body.department === undefined ? before.department : body.department };
  const roles = body.roles === undefined ? undefined : await readRoles(body.roles, place);
  if (Object.keys(body).length > 0) await editPerson(id, columnsOf(body), asked, roles);
  if (active === false && before.active) await deactivatePerson(id, asked, deactivationParticipants);
  if (active === true && !before.active) await reactivatePerson(id, asked);
  const after = await findRecord(actor, id);
  if (after === null) throw notFound();
  return personJson(after);
}
