import { assignmentFields } from "#modules/learning/assignments/schemas.ts";
import {
  assignedAnswer, assignmentItem, courseFiguresItem, draftAnswer, endedAnswer, findingsAnswer, imageAnswer, imageBody, imageItem, insightsAnswer, publishBody, publishedAnswer, retiredAnswer, retirementAnswer, retirementBody, retirementItem, savedDraftAnswer,
  skillBody, skillItem,
} from "#modules/learning/authoring/api-schemas.ts";
import { reasonFields } from "#modules/learning/public.ts";
import { courseContent } from "#modules/learning/schemas.ts";
import { type Operation, pageOf } from "./operation.ts";

const courses = { tag: "courses" } as const;
const reads = { ...courses, method: "get", scope: "learning:read", status: 200 } as const;
const acts = { ...courses, method: "post", scope: "learning:write", idempotent: true } as const;

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
  { ...acts, path: "/courses/{code}/assignments/{id}/end", id: "endAssignment", summary: "Ask and remind nobody by it any more", status: 200, answer: endedAnswer, refusals: [404, 409] },
  { ...reads, path: "/courses/insights", id: "listCourseInsights", summary: "Every course in use: who took it and what it changed at work", answer: pageOf(courseFiguresItem) },
  { ...reads, path: "/courses/{code}/insights", id: "readCourseInsights", summary: "Who took it and what it changed at work; groups of fewer than five are hidden", answer: insightsAnswer, refusals: [404] },
  { ...acts, path: "/courses/{code}/retire", id: "retireCourse", summary: "Take a course out of use; its history and certificates stay, and whoever is in the middle of it may finish", body: reasonFields, status: 200, answer: retiredAnswer, refusals: [404, 409] },
  { ...reads, path: "/courses/{code}/retirements", id: "listRetirements", summary: "Proposals to retire it and what became of them, newest first, with what was found then", answer: pageOf(retirementItem), refusals: [404] },
  { ...acts, path: "/courses/{code}/retirements/{id}/answer", id: "answerRetirement", summary: "Keep or retire a course that was proposed for it, with a reason", body: retirementBody, status: 200, answer: retirementAnswer, refusals: [404, 409] },
  { ...reads, path: "/courses/{code}/images", id: "listCourseImages", summary: "Pictures of a course, newest first", answer: pageOf(imageItem), refusals: [404] },
  { ...acts, path: "/courses/{code}/images", id: "addCourseImage", summary: "Add a picture: recognised by what is in it, made smaller, without what came along; the same one is kept once", body: imageBody, status: 201, answer: imageAnswer, refusals: [404, 409] },
  { ...reads, path: "/skills", id: "listSkills", summary: "Skills in their order, each with its levels and the courses that train it", answer: pageOf(skillItem) },
  { ...reads, path: "/skills/{code}", id: "readSkill", summary: "One skill", answer: skillItem, refusals: [404] },
  { ...courses, method: "put", path: "/skills/{code}", id: "saveSkill", summary: "Add a skill, or change the one there is; a position or a state left out stays", scope: "learning:write", body: skillBody, status: 200, answer: skillItem, refusals: [404, 409] },
];
