/** Where a draft comes from. */
export type DraftOrigin = "blank" | "library" | "decision" | "story" | "file" | "version" | "api";

interface OfCourse {
  readonly code: string;
  readonly number: number;
}

/** What HR's side of learning writes into the audit trail: codes and numbers; the words stay in versions of courses. */
export type AuthoringEvent =
  | { readonly type: "course.draft-created"; readonly schema: 1; readonly data: OfCourse & { readonly from: DraftOrigin } }
  | { readonly type: "course.draft-saved"; readonly schema: 1; readonly data: OfCourse & { readonly revision: number; readonly part: string } }
  | { readonly type: "course.draft-discarded"; readonly schema: 1; readonly data: OfCourse }
  | { readonly type: "course.published"; readonly schema: 1; readonly data: OfCourse & { readonly lessons: number } }
  | { readonly type: "course.retired"; readonly schema: 1; readonly data: OfCourse }
  | { readonly type: "course.image-added"; readonly schema: 1; readonly data: { readonly code: string; readonly imageId: string; readonly size: number } }
  | { readonly type: "course.assigned"; readonly schema: 1; readonly data: { readonly code: string; readonly assignmentId: string; readonly dueDays: number; readonly everyMonths: number | null } }
  | { readonly type: "course.assignment-ended"; readonly schema: 1; readonly data: { readonly code: string; readonly assignmentId: string } }
  | { readonly type: "course.retirement-proposed"; readonly schema: 1; readonly data: OfCourse & { readonly proposalId: string } }
  | { readonly type: "course.retirement-declined"; readonly schema: 1; readonly data: OfCourse & { readonly proposalId: string } }
  | { readonly type: "course.exported"; readonly schema: 1; readonly data: OfCourse }
  | { readonly type: "skill.saved"; readonly schema: 1; readonly data: { readonly code: string; readonly active: boolean } };
