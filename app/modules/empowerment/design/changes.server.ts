import type { PolicyDocument } from "../schemas.ts";
import type { ChangeView } from "./view-models.ts";

export function changeViews(_before: PolicyDocument, _after: PolicyDocument): ChangeView[] {
  return [];
}
