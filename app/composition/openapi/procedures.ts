import { z } from "zod";
import { procedureAnswer, procedureBody, procedureItem, reviewBody } from "#modules/improvements/api-schemas.ts";
import { type Operation, pageOf } from "./operation.ts";

const tag = { tag: "procedures" } as const;

export const procedureOperations: readonly Operation[] = [
  {
    ...tag,
    ...{ method: "get", path: "/procedures", id: "listProcedures", summary: "The register of procedures, those that cost most first, all at once", scope: "improvements:read" },
    query: z.object({ department: z.string().optional(), show: z.enum(["due", "ended"]).optional().describe("those due for review, or those that were stopped; those in force unless told") }),
    ...{ status: 200, answer: pageOf(procedureItem) },
  },
  {
    ...tag,
    ...{ method: "post", path: "/procedures", id: "addProcedure", summary: "Put a procedure into the register; its owner is named by e-mail", scope: "improvements:write" },
    ...{ body: procedureBody, idempotent: true, status: 201, answer: z.object({ id: z.string(), code: z.string() }), refusals: [409] },
  },
  { ...tag, method: "get", path: "/procedures/{id}", id: "readProcedure", summary: "One procedure with its reviews", scope: "improvements:read", status: 200, answer: procedureAnswer, refusals: [404] },
  {
    ...tag,
    ...{ method: "put", path: "/procedures/{id}", id: "changeProcedure", summary: "Change a procedure as a whole; one that had ended stands again", scope: "improvements:write" },
    ...{ body: procedureBody, status: 200, answer: procedureAnswer, refusals: [404] },
  },
  {
    ...tag,
    ...{ method: "post", path: "/procedures/{id}/review", id: "reviewProcedure", summary: "Keep, change or stop it, with why and the next day to look at it", scope: "improvements:write" },
    ...{ body: reviewBody, idempotent: true, status: 200, answer: z.object({ id: z.string(), decision: z.string(), reviewBy: z.string().nullable() }), refusals: [404, 409] },
  },
];
