import { checkHours, type Hours } from "#kernel/business-time.ts";
import { invalidInput, Refusal, type FieldFault } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { changedFields, describeChanges } from "./domain/changes.ts";
import { closesCircle } from "./domain/departments.ts";
import { recordEvent } from "./person-record.server.ts";
import type { DepartmentFields, OrganisationFields, SiteFields } from "./schemas.ts";

function hoursFaults(hours: Hours | null | undefined): FieldFault[] {
  const checked = hours ? checkHours(hours) : null;
  if (checked === null || checked.ok) return [];
  const { error } = checked;
  return [{ path: "weekday" in error ? `hours.${error.weekday}.${error.index}` : "hours", code: error.code }];
}

/** Organisation fields as columns. */
function columns(fields: OrganisationFields) {
  const { hours, holidays, labels, ...plain } = fields;
  return {
    ...plain,
    ...(hours === undefined ? {} : { hours: JSON.stringify(hours) }),
    ...(holidays === undefined ? {} : { holidays: JSON.stringify([...new Set(holidays)].sort()) }),
    ...(labels === undefined ? {} : { labels: JSON.stringify(labels) }),
  };
}

/** The first organisation, at set-up, inside a transaction of the caller's. Refuses `invalid_input` for unusable hours. */
export async function insertOrganisation(
  tx: Tx,
  fields: OrganisationFields & Required<Pick<OrganisationFields, "name" | "hours">> & { currency: string; timeZone: string },
  asked: Asked,
): Promise<void> {
  const { currency, timeZone, ...rest } = fields;
  const faults = hoursFaults(rest.hours);
  if (faults.length > 0) throw invalidInput(...faults);
  const row = { name: rest.name, language: "vi", hours: "{}", ...columns(rest), currency, timeZone };
  await tx.insert("Organisation", { id: 1, ...row, createdAt: asked.now, updatedAt: asked.now });
  const changes = describeChanges({}, row, []);
  await recordEvent(tx, asked, { kind: "organisation", id: "1" }, { type: "organisation.edited", schema: 1, data: { changes } });
}

/** Changes the organisation's settings; fields left out stay. Refuses: `forbidden`; `invalid_input` for unusable hours. */
export async function editOrganisation(fields: OrganisationFields, asked: Asked): Promise<void> {
  demand(asked, "organisation.edit");
  const faults = hoursFaults(fields.hours);
  if (faults.length > 0) throw invalidInput(...faults);
  await transaction(async (tx) => {
    const row = await tx.find("Organisation", { id: 1 });
    if (row === null) throw new Refusal("not_set_up", { status: 409 });
    const changed = changedFields(row, columns(fields));
    if (Object.keys(changed).length === 0) return;
    await tx.update("Organisation", { id: 1 }, { ...changed, updatedAt: asked.now });
    const changes = describeChanges(row, changed, []);
    await recordEvent(tx, asked, { kind: "organisation", id: "1" }, { type: "organisation.edited", schema: 1, data: { changes } });
  });
}

/**
 * Adds a department, or changes the one of this code. Refuses: `forbidden`; `invalid_input` with `unknown_department` or
 * `department_circle` at `parentCode`, `department_in_use` at `active` while active people belong to it.
 */
export async function saveDepartment(fields: DepartmentFields, asked: Asked): Promise<void> {
  demand(asked, "organisation.edit");
  await transaction(async (tx) => {
    const all = await tx.list("Department", {});
    const known = all.find((department) => department.code === fields.code);
    const faults: FieldFault[] = [];
    if (fields.parentCode !== null && !all.some(({ code }) => code === fields.parentCode)) faults.push({ path: "parentCode", code: "unknown_department", params: { department: fields.parentCode } });
    else if (closesCircle(fields.code, fields.parentCode, all)) faults.push({ path: "parentCode", code: "department_circle" });
    if (!fields.active && (await tx.count("Person", { departmentCode: fields.code, active: true })) > 0) faults.push({ path: "active", code: "department_in_use" });
    if (faults.length > 0) throw invalidInput(...faults);
    const changed = changedFields(known ?? {}, fields);
    if (Object.keys(changed).length === 0) return;
    await tx.upsert("Department", { code: fields.code }, fields);
    const changes = describeChanges(known ?? {}, changed, []);
    await recordEvent(tx, asked, { kind: "department", id: fields.code }, { type: "department.saved", schema: 1, data: { code: fields.code, changes } });
  });
}

/**
 * Adds a site, or changes the one of this code. Refuses: `forbidden`; `invalid_input` with `unknown_department`, a fault
 * of its hours, or `site_in_use` at `active` while active people work there.
 */
export async function saveSite(fields: SiteFields, asked: Asked): Promise<void> {
  demand(asked, "organisation.edit");
  await transaction(async (tx) => {
    const known = await tx.find("Site", { code: fields.code });
    const faults = hoursFaults(fields.hours);
    if (fields.departmentCode !== null && (await tx.find("Department", { code: fields.departmentCode })) === null) {
      faults.push({ path: "departmentCode", code: "unknown_department", params: { department: fields.departmentCode } });
    }
    if (!fields.active && (await tx.count("Person", { siteCode: fields.code, active: true })) > 0) faults.push({ path: "active", code: "site_in_use" });
    if (faults.length > 0) throw invalidInput(...faults);
    const row = { ...fields, hours: fields.hours === null ? null : JSON.stringify(fields.hours) };
    const changed = changedFields(known ?? {}, row);
    if (Object.keys(changed).length === 0) return;
    await tx.upsert("Site", { code: fields.code }, row);
    const changes = describeChanges(known ?? {}, changed, []);
    await recordEvent(tx, asked, { kind: "site", id: fields.code }, { type: "site.saved", schema: 1, data: { code: fields.code, changes } });
  });
}
