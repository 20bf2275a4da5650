import { z } from "zod";
import {
  answered, APPROVAL_STATES, approvalListItem, approveBody, authorityAnswer, DECISION_STATES, decisionAnswer, decisionBody, decisionDetail, decisionItem,
  declineBody, followedUp, noteBody, resultBody, verdictAnswer,
} from "#modules/empowerment/api-schemas.ts";
import { type Operation, pageOf, paging, period } from "./operation.ts";

const decisions = { tag: "decisions" } as const;
const approvals = { tag: "approvals", scope: "approvals:write", method: "post", status: 200, answer: answered, idempotent: true, refusals: [404, 409] } as const;

export const decisionOperations: readonly Operation[] = [
  {
    ...decisions,
    ...{ method: "get", path: "/decisions", id: "listDecisions", summary: "Decisions within reach, newest first", scope: "decisions:read" },
    query: z.object({ ...paging, ...period, state: z.enum(DECISION_STATES).optional(), person: z.string().optional().describe("e-mail of who decided"), rule: z.string().optional() }),
    ...{ status: 200, answer: pageOf(decisionItem) },
  },
  {
    ...decisions,
    ...{ method: "post", path: "/decisions", id: "recordDecision", summary: "Record one decision", scope: "decisions:write" },
    ...{ body: decisionBody, idempotent: true, status: 201, answer: decisionAnswer, refusals: [409] },
  },
  {
    ...decisions,
    ...{ method: "post", path: "/decisions/check", id: "checkDecision", summary: "What recording would answer; writes nothing", scope: "decisions:read" },
    ...{ body: decisionBody, status: 200, answer: verdictAnswer, refusals: [409] },
  },
  {
    ...decisions,
    ...{ method: "get", path: "/decisions/{id}", id: "readDecision", summary: "One decision with its full explanation", scope: "decisions:read" },
    ...{ status: 200, answer: decisionDetail, refusals: [404] },
  },
  {
    ...decisions,
    ...{ method: "post", path: "/decisions/{id}/cancel", id: "cancelDecision", summary: "Take back what was not given yet", scope: "decisions:write" },
    ...{ idempotent: true, status: 200, answer: followedUp, refusals: [404, 409] },
  },
  {
    ...decisions,
    ...{ method: "post", path: "/decisions/{id}/given", id: "markGiven", summary: "The customer has it", scope: "decisions:write" },
    ...{ idempotent: true, status: 200, answer: followedUp, refusals: [404, 409] },
  },
  {
    ...decisions,
    ...{ method: "post", path: "/decisions/{id}/result", id: "recordResult", summary: "How it turned out", scope: "decisions:write" },
    ...{ body: resultBody, idempotent: true, status: 200, answer: followedUp, refusals: [404, 409] },
  },
  {
    ...{ method: "get", path: "/approvals", id: "listApprovals", tag: "approvals", summary: "Questions within reach, newest first", scope: "decisions:read" },
    query: z.object({ ...paging, state: z.enum(APPROVAL_STATES).optional() }),
    ...{ status: 200, answer: pageOf(approvalListItem) },
  },
  { ...approvals, path: "/approvals/{id}/approve", id: "approveDecision", summary: "Approve, also for less", body: approveBody, bodyOptional: true },
  { ...approvals, path: "/approvals/{id}/decline", id: "declineDecision", summary: "Decline, with a note and words for the customer", body: declineBody },
  { ...approvals, path: "/approvals/{id}/return", id: "returnDecision", summary: "Give back with coaching what the requester may decide", body: noteBody },
  {
    ...{ method: "get", path: "/authority", id: "readAuthority", tag: "authority", summary: "What the caller may decide now", scope: "decisions:read" },
    query: z.object({ actor: z.string().optional().describe("e-mail of the person a service asks for") }),
    ...{ status: 200, answer: authorityAnswer, refusals: [409] },
  },
];
