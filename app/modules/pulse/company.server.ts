import type { Row, Tx } from "#platform/transaction.server.ts";
import { type Company, drawFrame, type Frame } from "./domain/audience.ts";
import { drawCircle, seatsAround } from "./domain/circle.ts";
import { FLOORS, modeOf } from "./domain/thresholds.ts";
import { EVERYBODY, readAudience } from "./stored.ts";

/** Who can answer: an auditor alone changes nothing, and who has no role cannot sign in to anything. */
const ANSWERING = ["frontline", "supervisor", "manager", "hr", "leader", "admin"];

/** The company as it stands, and the ids of those an audience asks. */
async function askedNow(tx: Pick<Tx, "list">, audience: string): Promise<{ company: Company; asked: Set<string> }> {
  const people = await tx.list("Person", { active: true });
  const roles = new Set((await tx.list("RoleAssignment", { role: ANSWERING })).map(({ personId }) => personId));
  const departments = (await tx.list("Department", {})).map(({ code, nameVi, nameEn, parentCode }) => ({ code, name: { vi: nameVi, en: nameEn }, parentCode }));
  const sites = (await tx.list("Site", {})).map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn }, parentCode: null }));
  const wanted = readAudience(audience);
  const parentOf = new Map(departments.map(({ code, parentCode }) => [code, parentCode]));
  const isIn = (code: string | null, seen: readonly string[] = []): boolean => {
    if (code === null || seen.includes(code)) return false;
    return wanted.departments.includes(code) || isIn(parentOf.get(code) ?? null, [...seen, code]);
  };
  const everybody = wanted.departments.length + wanted.sites.length === 0;
  const asked = people.filter(({ id, departmentCode, siteCode }) => roles.has(id) && (everybody || isIn(departmentCode) || (siteCode !== null && wanted.sites.includes(siteCode))));
  const placed = people.map(({ id, managerId, departmentCode, siteCode }) => ({ id, managerId, departmentCode, siteCode }));
  return { company: { people: placed, departments, sites }, asked: new Set(asked.map(({ id }) => id)) };
}

interface Drawn {
  readonly frame: Frame;
  /** By person. */
  readonly cellOf: ReadonlyMap<string, string>;
}

/**
 * Groups and cells of a pulse as the company stands: of those an audience asks, or of the circle around the person it is
 * about. Null where they are too few.
 */
export async function drawNow(tx: Pick<Tx, "list">, pulse: Pick<Row<"Pulse">, "audience" | "subjectId" | "kScores" | "mode">): Promise<Drawn | null> {
  const { company, asked } = await askedNow(tx, pulse.audience);
  if (pulse.subjectId !== null) return drawCircle(seatsAround(company.people, pulse.subjectId, asked), pulse.kScores);
  return asked.size < FLOORS[modeOf(pulse.mode)].overall ? null : drawFrame(company, asked, pulse.kScores);
}

/** Where somebody who leads others stands, and how many colleagues would answer about them; null: too few to keep what they say in confidence. */
export interface LeaderNow {
  readonly place: { readonly vi: string; readonly en: string } | null;
  readonly around: number | null;
}

/** Everybody who leads somebody, by id. */
export async function leadersNow(tx: Pick<Tx, "list">): Promise<ReadonlyMap<string, LeaderNow>> {
  const { company: { people, departments, sites }, asked } = await askedNow(tx, EVERYBODY);
  const leading = new Set(people.flatMap(({ managerId }) => managerId ?? []));
  const named = new Map([...departments, ...sites].map(({ code, name }) => [code, name]));
  const leaders = people.filter(({ id }) => leading.has(id)).map(({ id, siteCode, departmentCode }): [string, LeaderNow] => {
    const circle = drawCircle(seatsAround(people, id, asked), FLOORS.confidential.scores);
    return [id, { place: named.get(siteCode ?? departmentCode ?? "") ?? null, around: circle?.frame.groups.find(({ kind }) => kind === "circle")?.invited ?? null }];
  });
  return new Map(leaders);
}
