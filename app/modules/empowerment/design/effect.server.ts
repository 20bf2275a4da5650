import type { PolicyDocument } from "../schemas.ts";
import type { EffectView } from "./view-models.ts";

export async function recentEffect(_document: PolicyDocument, _now: Date): Promise<EffectView | null> {
  return null;
}
