import { assignmentFields } from "#modules/learning/assignments/schemas.ts";
import { assignedAnswer, assignmentItem, draftAnswer, findingsAnswer, insightsAnswer, publishBody, publishedAnswer, savedDraftAnswer } from "#modules/learning/authoring/api-schemas.ts";
import { courseContent } from "#modules/learning/schemas.ts";
import { type Operation, pageOf } from "./operation.ts";

const courses = { tag: "courses" } as const;
const reads = { ...courses, method: "get", scope: "learning:read", status: 200 } as const;

/** Courses as HR writes, assigns and judges them. */
export const courseOperations: readonly Operation[] = [
  { ...reads, path: "/courses/{code}/draft", id: "readCourseDraft", summary: "The draft of a course; its revision is the ETag", answer: draftAnswer, refusals: [404] },
  {
    ...courses,
    ...{ method: "put", path: "/courses/{code}/draft", id: "putCourseDraft", summary: "Make a draft, of a new course as well; one that is open is replaced under `If-Match` with its revision", scope: "learning:write" },
    ...{ body: courseContent, status: 200, answer: savedDraftAnswer, refusals: [409, 412] },
  },
  { ...courses, method: "post", path: "/courses/{code}/validate", id: "validateCourse", summary: "What is wrong with a course document; nothing is stored", scope: "learning:read", body: courseContent, status: 200, answer: findingsAnswer },
  { ...courses, method: "post", path: "/courses/{code}/publish", id: "publishCourse", summary: "Put the draft into use; refused with each finding at its path while any is open", scope: "learning:write", body: publishBody, bodyOptional: true, idempotent: true, status: 200, answer: publishedAnswer, refusals: [404, 409] },
  { ...reads, path: "/courses/{code}/assignments", id: "listAssignments", summary: "Who is asked to take it; an assignment that means nobody within reach is left out", answer: pageOf(assignmentItem), refusals: [404] },
  { ...courses, method: "post", path: "/courses/{code}/assignments", id: "assignCourse", summary: "Ask everybody who fits all that is named; single people by e-mail", scope: "learning:write", body: assignmentFields, idempotent: true, status: 201, answer: assignedAnswer, refusals: [404, 409] },
  { ...reads, path: "/courses/{code}/insights", id: "readCourseInsights", summary: "Who took it and what it changed at work; groups of fewer than five are hidden", answer: insightsAnswer, refusals: [404] },
];
