import { z } from "zod";
import { noteBody, policyDetail, policyListItem, policyStep, publishBody } from "#modules/empowerment/api-schemas.ts";
import { commentBody, commented, commentItem, ownResponse, respondBody, responded } from "#modules/empowerment/publishing/api-schemas.ts";
import { policyShape } from "#modules/empowerment/schemas.ts";
import { THREAD_KINDS, THREAD_RELATIONS } from "#modules/thread/public.ts";
import { instant, type Operation, pageOf, paging } from "./operation.ts";

const policies = { tag: "policies" } as const;
const step = { ...policies, method: "post", scope: "policies:write", status: 200, answer: policyStep, idempotent: true, bodyOptional: true, refusals: [404, 409] } as const;


const auditEvent = z.object({
  seq: z.int(),
  at: instant,
  type: z.string(),
  actorId: z.string().nullable(),
  via: z.string().nullable(),
  requestId: z.string().nullable(),
  address: z.string().nullable(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  data: z.record(z.string(), z.unknown()),
  personal: z.record(z.string(), z.unknown()),
  hash: z.string(),
});

const chainReport = z.object({
  ok: z.boolean(),
  events: z.int(),
  checkpoints: z.int(),
  head: z.object({ seq: z.int(), hash: z.string() }).nullable(),
  fault: z.object({ seq: z.int(), kind: z.string() }).nullable(),
});

const threadLink = z.object({
  id: z.string(),
  direction: z.enum(["out", "in"]),
  relation: z.enum(THREAD_RELATIONS),
  other: z.object({ kind: z.enum(THREAD_KINDS), id: z.string() }),
  byId: z.string().nullable(),
  at: instant,
  automatic: z.boolean(),
  note: z.string().nullable(),
});

const finding = z.object({
  key: z.string().describe("the same for the same finding, whatever else changes"),
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  rules: z.array(z.string()),
  budgets: z.array(z.string()),
  message: z.string(),
  fix: z.string(),
  witness: z.object({ request: z.record(z.string(), z.unknown()), facts: z.record(z.string(), z.unknown()) }).nullable().describe("concrete facts that show it when they are evaluated"),
});

const data = z.record(z.string(), z.unknown());

const policyDiff = z.object({
  gestures: z.array(
    z.object({
      gesture: z.string(),
      role: z.string().describe("`*`: any role that neither version names"),
      change: z.enum(["equal", "more", "less", "incomparable"]),
      examples: z.array(z.object({ direction: z.enum(["gains", "loses", "both"]), request: data, facts: data, before: data, after: data })),
      complete: z.boolean().describe("false where there was too much to look through"),
    }),
  ),
  settings: z.array(z.string()).describe("members of the document that differ, besides rules and budgets"),
  rules: z.array(z.object({ code: z.string(), kind: z.enum(["added", "removed", "changed"]), before: data.nullable(), after: data.nullable(), fields: z.array(data) })),
  budgets: z.array(z.object({ code: z.string(), kind: z.enum(["added", "removed", "changed"]), before: data.nullable(), after: data.nullable() })),
});

export const policyOperations: readonly Operation[] = [
  {
    ...policies,
    ...{ method: "get", path: "/policies", id: "listPolicies", summary: "Versions, newest first", scope: "policies:read" },
    ...{ query: z.object(paging), status: 200, answer: pageOf(policyListItem) },
  },
  {
    ...policies,
    ...{ method: "post", path: "/policies", id: "createPolicy", summary: "A new draft from a document", scope: "policies:write" },
    ...{ body: policyShape, idempotent: true, status: 201, answer: policyStep },
  },
  {
    ...policies,
    ...{ method: "get", path: "/policies/active", id: "readActivePolicy", summary: "The version in force", scope: "policies:read" },
    ...{ status: 200, answer: policyDetail, refusals: [404] },
  },
  {
    ...policies,
    ...{ method: "get", path: "/policies/{version}", id: "readPolicy", summary: "One version; its ETag is its revision", scope: "policies:read" },
    ...{ status: 200, answer: policyDetail, refusals: [404] },
  },
  {
    ...policies,
    ...{ method: "put", path: "/policies/{version}", id: "savePolicy", summary: "Replace the document of a draft", scope: "policies:write" },
    ...{ body: policyShape, ifMatch: true, status: 200, answer: policyStep, refusals: [404, 409, 412] },
  },
  { ...step, path: "/policies/{version}/submit", id: "submitPolicy", summary: "Hand a draft to whoever publishes", body: noteBody },
  { ...step, path: "/policies/{version}/return", id: "returnPolicy", summary: "Give it back to its authors", body: noteBody },
  { ...step, path: "/policies/{version}/publish", id: "publishPolicy", summary: "Publish; by somebody who edited none of it", body: publishBody },
  {
    ...policies,
    ...{ method: "post", path: "/policies/{version}/lint", id: "lintPolicy", summary: "What is wrong with a version, each with a witness and a mend", scope: "policies:read" },
    ...{ status: 200, answer: z.object({ findings: z.array(finding) }), refusals: [404] },
  },
  {
    ...policies,
    ...{ method: "get", path: "/policies/{a}/diff/{b}", id: "diffPolicies", summary: "What the second version changes against the first, by role and gesture and rule by rule", scope: "policies:read" },
    ...{ status: 200, answer: policyDiff, refusals: [404] },
  },
  {
    ...policies,
    ...{ method: "get", path: "/policies/{version}/comments", id: "listComments", summary: "What was said of a version, newest first, each with its answer", scope: "policies:read" },
    ...{ query: z.object(paging), status: 200, answer: pageOf(commentItem), refusals: [404] },
  },
  {
    ...policies,
    ...{ method: "post", path: "/policies/{version}/comments", id: "commentPolicy", summary: "Comment on a draft that is open for comments", scope: "policies:write" },
    ...{ body: commentBody, idempotent: true, status: 201, answer: commented, refusals: [404, 409] },
  },
  {
    ...policies,
    ...{ method: "get", path: "/policies/{version}/response", id: "readResponse", summary: "What a published version changes for the caller, and what they said of it", scope: "policies:read" },
    ...{ status: 200, answer: ownResponse, refusals: [404] },
  },
  {
    ...policies,
    ...{ method: "post", path: "/policies/{version}/response", id: "respondPolicy", summary: "Understood, unclear or unreasonable; with a token of one's own that is not narrowed", scope: null },
    ...{ body: respondBody, idempotent: true, status: 200, answer: responded, refusals: [404] },
  },
  {
    ...{ method: "get", path: "/audit", id: "listEvents", tag: "audit", summary: "The trail, oldest first", scope: "audit:read" },
    query: z.object({ ...paging, after: z.string().optional().describe("events with a greater number") }),
    ...{ status: 200, answer: pageOf(auditEvent) },
  },
  {
    ...{ method: "get", path: "/audit/verify", id: "verifyAudit", tag: "audit", summary: "Recompute the chain; names the first bad row", scope: "audit:read" },
    ...{ status: 200, answer: chainReport },
  },
  {
    ...{ method: "get", path: "/thread", id: "readThread", tag: "thread", summary: "Links of one thing, both ways", scope: "decisions:read" },
    query: z.object({ kind: z.enum(THREAD_KINDS), id: z.string() }),
    ...{ status: 200, answer: pageOf(threadLink), refusals: [404] },
  },
];
