import { z } from "zod";
import { confirmBody, figuresBody, improvementAnswer, improvementItem, planBody, trialBody, verifyBody } from "#modules/improvements/api-schemas.ts";
import { STATES } from "#modules/improvements/public.ts";
import { answerBody, KINDS, noteFields, reportBody } from "#modules/improvements/schemas.ts";
import { type Operation, pageOf, paging } from "./operation.ts";

const improvements = { tag: "improvements" } as const;
const moved = z.object({ id: z.string(), state: z.enum(STATES) });

function act(verb: string, id: string, summary: string, body: z.ZodType): Operation {
  return { ...improvements, method: "post", path: `/improvements/{id}/${verb}`, id, summary, scope: "improvements:write", body, idempotent: true, status: 200, answer: moved, refusals: [404, 409] };
}

export const improvementOperations: readonly Operation[] = [
  {
    ...improvements,
    ...{ method: "get", path: "/improvements", id: "listImprovements", summary: "Frictions, pain points and ideas within reach, newest first", scope: "improvements:read" },
    query: z.object({
      ...paging,
      view: z.enum(["waiting", "mine", "all"]).optional().describe("what waits on the caller, what they reported, or all; all unless told"),
      kind: z.enum(KINDS).optional(),
      state: z.enum(STATES).optional().describe("merged ones only when asked for"),
      department: z.string().optional().describe("an owning department"),
      overdue: z.literal("true").optional().describe("only those whose answer is overdue"),
    }),
    ...{ status: 200, answer: pageOf(improvementItem) },
  },
  {
    ...improvements,
    ...{ method: "post", path: "/improvements", id: "reportImprovement", summary: "Report a friction, a pain point or an idea; the owning department is asked", scope: "improvements:write" },
    ...{ body: reportBody, idempotent: true, status: 201, answer: z.object({ id: z.string(), number: z.string(), state: z.enum(STATES) }), refusals: [409] },
  },
  { ...improvements, method: "get", path: "/improvements/{id}", id: "readImprovement", summary: "One improvement with its owners, plan and effect", scope: "improvements:read", status: 200, answer: improvementAnswer, refusals: [404] },
  act("answer", "answerImprovement", "Stop it, make it better, or needed and why; of departments that answer together, one", answerBody),
  act("plan", "planImprovement", "What is done, for what of the customer's, with which measure and target; steps name their owner by e-mail", planBody),
  act("trial", "beginTrial", "Begin the trial; measure and target are locked", trialBody),
  act("figures", "recordFigures", "Figures of a measure of one's own, with their source", figuresBody),
  act("adopt", "adoptImprovement", "Make it the way of working; its reporters are asked whether it really changed", noteFields),
  act("revert", "revertImprovement", "Go back to the old way, with the reason", noteFields),
  act("verify", "verifyImprovement", "Verify the effect; 409 effect_not_shown unless better beyond chance", verifyBody),
  act("confirm", "confirmImprovement", "As a reporter: whether it really changed; a no takes it back into its trial", confirmBody),
];
