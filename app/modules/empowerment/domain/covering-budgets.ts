import type { PolicyBudget, PolicyDocument } from "../schemas.ts";
import { compileBudget, coversGesture, type CompiledBudget } from "./budgets.ts";

type Budgets = Pick<PolicyDocument, "budgets" | "gestures">;

/** By gesture, then reason. */
type ByRequest = Map<string, Map<string, readonly CompiledBudget[]>>;

/** Looked up for every place and every charge, so the answer is kept for as long as the document is. */
const known = new WeakMap<Budgets, ByRequest>();

/** The budgets that count a request for this gesture and reason, in order of the document. */
export function coveringBudgets(document: Budgets, { gesture, reason }: { readonly gesture: string; readonly reason: string }): readonly CompiledBudget[] {
  let byGesture = known.get(document);
  if (byGesture === undefined) known.set(document, (byGesture = new Map()));
  let byReason = byGesture.get(gesture);
  if (byReason === undefined) byGesture.set(gesture, (byReason = new Map()));
  let budgets = byReason.get(reason);
  if (budgets === undefined) byReason.set(reason, (budgets = covering(document, gesture, reason)));
  return budgets;
}

function covering({ budgets, gestures }: Budgets, gesture: string, reason: string): CompiledBudget[] {
  const valued = gestures.some(({ code, valued: has }) => has && code === gesture);
  const coversReason = ({ reasons }: PolicyBudget) => reasons === undefined || reasons.length === 0 || reasons.includes(reason);
  return budgets.filter((budget) => coversGesture(budget, gesture, valued) && coversReason(budget)).map(compileBudget);
}
