import type { PolicyDocument } from "../schemas.ts";

/** The gestures whose amounts count together against a case limit, sorted; by default a gesture counts alone. */
export function caseGroupOf(document: Pick<PolicyDocument, "caseGroups">, gesture: string): readonly string[] {
  return [...(document.caseGroups.find((group) => group.includes(gesture)) ?? [gesture])].sort();
}
