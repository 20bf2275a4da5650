import { askAnswer, askBody, careItem, caseAnswer, checkInBody } from "#modules/care/api-schemas.ts";
import type { Operation } from "./operation.ts";

/** Between a person and whoever is asked: only with a token that is not narrowed. */
const care = { tag: "care", scope: null, status: 200 } as const;

export const careOperations: readonly Operation[] = [
  { ...care, ...{ method: "get", path: "/care", id: "readCare", summary: "The caller's own hard cases, and whom the caller is asked to check in on", answer: careItem } },
  { ...care, ...{ method: "post", path: "/care", id: "askForCare", summary: "Say one just had a hard case: whoever leads the caller is asked to check in within the hour; while one is open, again changes nothing" }, ...{ body: askBody, bodyOptional: true, answer: askAnswer, refusals: [409] } },
  { ...care, ...{ method: "post", path: "/care/{id}/checked-in", id: "checkIn", summary: "The caller, who was asked, has checked in, and how", body: checkInBody, answer: caseAnswer, refusals: [404, 409] } },
  { ...care, ...{ method: "post", path: "/care/{id}/close", id: "closeCare", summary: "The caller needs nobody any more", answer: caseAnswer, refusals: [404] } },
];
