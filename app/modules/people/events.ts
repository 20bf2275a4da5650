import type { Source } from "#platform/acting.server.ts";

export type { SignInEvent } from "./sign-in/events.ts";

/**
 * What this module writes into the audit trail. `data` holds ids and codes; names, addresses and notes are personal
 * values, kept erasably beside the chain.
 */
export type PeopleEvent =
  | { readonly type: "person.added"; readonly schema: 1; readonly data: PlaceData & { readonly roles: readonly string[]; readonly source: Source } }
  | { readonly type: "person.edited"; readonly schema: 1; readonly data: { readonly changes: Changes; readonly source: Source } }
  | { readonly type: "person.roles-assigned"; readonly schema: 1; readonly data: { readonly added: readonly string[]; readonly removed: readonly string[]; readonly source: Source } }
  | { readonly type: "person.deactivated"; readonly schema: 1; readonly data: { readonly sessionsEnded: number; readonly tokensRevoked: number } }
  | { readonly type: "person.reactivated"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "person.erased"; readonly schema: 1; readonly data: { readonly personalValues: number } }
  | { readonly type: "absence.recorded"; readonly schema: 1; readonly data: { readonly absenceId: string; readonly fromDay: string; readonly toDay: string; readonly standInId: string | null } }
  | { readonly type: "absence.removed"; readonly schema: 1; readonly data: { readonly absenceId: string; readonly fromDay: string; readonly toDay: string } }
  | { readonly type: "qualification.added"; readonly schema: 1; readonly data: QualificationData }
  | { readonly type: "qualification.changed"; readonly schema: 1; readonly data: QualificationData }
  | { readonly type: "qualification.removed"; readonly schema: 1; readonly data: QualificationData }
  | { readonly type: "course.saved"; readonly schema: 1; readonly data: { readonly code: string; readonly minutes: number } }
  | { readonly type: "value.saved"; readonly schema: 1; readonly data: { readonly code: string; readonly version: number; readonly behaviours: readonly string[]; readonly active: boolean } }
  | { readonly type: "night-worker.marked"; readonly schema: 1; readonly data: { readonly night: boolean } }
  | { readonly type: "organisation.edited"; readonly schema: 1; readonly data: { readonly changes: Changes } }
  | { readonly type: "site.saved"; readonly schema: 1; readonly data: { readonly code: string; readonly changes: Changes } }
  | { readonly type: "department.saved"; readonly schema: 1; readonly data: { readonly code: string; readonly changes: Changes } }
  | { readonly type: "people.exported"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "qualifications.exported"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "people.imported"; readonly schema: 1; readonly data: ImportData }
  | { readonly type: "qualifications.imported"; readonly schema: 1; readonly data: ImportData };

/** Field by field, before and after; personal fields say only that they changed. */
export type Changes = Readonly<Record<string, { readonly from: unknown; readonly to: unknown } | { readonly changed: true }>>;

interface PlaceData {
  readonly departmentCode: string | null;
  readonly siteCode: string | null;
  readonly level: number | null;
  readonly startedOn: string | null;
  readonly managerId: string | null;
  readonly language: string;
}

interface QualificationData {
  readonly personId: string;
  readonly course: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

interface ImportData {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}
