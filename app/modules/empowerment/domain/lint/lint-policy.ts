import type { PolicyDocument } from "../../schemas.ts";
import type { LintContext } from "./context.ts";
import { sorted, type Finding } from "./findings.ts";
import { sceneOf } from "./scene.ts";
import { lintUsefulness } from "./usefulness.ts";

export function lintPolicy(document: PolicyDocument, context: LintContext = {}): Finding[] {
  const scene = sceneOf(document, context);
  const { findings } = lintUsefulness(scene);
  return sorted([...findings]);
}
