import { z } from "zod";
import { noteBody, overturnBody, overturned, proposalAccepted, proposalConfirmed, proposalItem, proposalRejected, proposalState } from "#modules/empowerment/api-schemas.ts";
import { type Operation, pageOf, paging } from "./operation.ts";

const answer = { tag: "policies", method: "post", scope: "policies:write", status: 200, idempotent: true, body: noteBody, refusals: [404, 409] } as const;

export const proposalOperations: readonly Operation[] = [
  {
    ...{ method: "get", path: "/policies/proposals", id: "listProposals", tag: "policies", summary: "Limits to widen or narrow, with their evidence, newest first", scope: "policies:read" },
    ...{ query: z.object({ ...paging, state: proposalState.optional() }), status: 200, answer: pageOf(proposalItem) },
  },
  { ...answer, path: "/policies/proposals/{id}/accept", id: "acceptProposal", summary: "Make a draft with the one limit changed; not by whose own limit it is", bodyOptional: true, answer: proposalAccepted },
  { ...answer, path: "/policies/proposals/{id}/reject", id: "rejectProposal", summary: "Set it aside; the note says why", answer: proposalRejected },
  { ...answer, path: "/policies/proposals/{id}/confirm", id: "confirmProposal", summary: "Keep a limit on trial; not by who accepted it", bodyOptional: true, answer: proposalConfirmed },
  {
    ...{ method: "post", path: "/decisions/{id}/overturn", id: "overturnDecision", tag: "decisions", summary: "Look at a decision again and do something else; it keeps its receipt", scope: "approvals:write" },
    ...{ body: overturnBody, idempotent: true, status: 200, answer: overturned, refusals: [404, 409] },
  },
];
