import { z } from "zod";
import {
  attemptAnswer, badgeAnswer, certificateItem, courseItem, learningAnswer, lessonAnswer, lessonBody, practiceAnswer, practiceBody, signOffBody, statementItem,
} from "#modules/learning/api-schemas.ts";
import { type Operation, pageOf, paging } from "./operation.ts";

const learning = { tag: "learning" } as const;
const reads = { ...learning, method: "get", scope: "learning:read", status: 200 } as const;
const acts = { ...learning, method: "post", scope: "learning:write", idempotent: true } as const;

export const learningOperations: readonly Operation[] = [
  { ...reads, path: "/courses", id: "listCourses", summary: "Courses that are taught, by code", answer: pageOf(courseItem) },
  { ...reads, path: "/courses/{code}", id: "readCourse", summary: "One course that is taught", answer: courseItem, refusals: [404] },
  { ...reads, path: "/me/learning", id: "readOwnLearning", summary: "The caller's next step, courses, skills and certificates; as a person", answer: learningAnswer },
  { ...acts, path: "/courses/{code}/attempts", id: "startAttempt", summary: "Begin a course, or go on with the attempt that runs; it keeps its version", status: 201, answer: attemptAnswer, refusals: [404] },
  { ...acts, path: "/attempts/{id}/answers", id: "answerInAttempt", summary: "Finish a text, choose in a scenario, answer a question, keep a private note", body: lessonBody, status: 201, answer: lessonAnswer, refusals: [404, 409] },
  { ...acts, path: "/practice-reports", id: "reportPractice", summary: "Tell of a practice with a customer: said, felt, left unsaid", body: practiceBody, status: 201, answer: practiceAnswer, refusals: [404] },
  { ...acts, path: "/practice-reports/{id}/sign-off", id: "signOffPractice", summary: "What was seen of a colleague's practice; signing off is for those above and who help others", body: signOffBody, status: 201, answer: practiceAnswer, refusals: [404, 409] },
  { ...reads, path: "/certificates", id: "listCertificates", summary: "Certificates within reach, the newest first", query: z.object({ ...paging, course: z.string().optional(), person: z.string().optional().describe("e-mail") }), answer: pageOf(certificateItem) },
  { ...reads, path: "/certificates/{id}/badge", id: "readBadge", summary: "The certificate as a signed Open Badges 3.0 credential", answer: badgeAnswer, refusals: [404] },
  { ...reads, path: "/learning/statements", id: "listStatements", summary: "xAPI 1.0.3 statements under pseudonyms; a page holds those of `limit` attempts", query: z.object(paging), answer: pageOf(statementItem) },
];
