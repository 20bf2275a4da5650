/** The steps of designing a KPI, in their order. */
export const DESIGN_STEPS = ["customer", "measure", "people", "numbers", "check"] as const;
export type DesignStep = (typeof DESIGN_STEPS)[number];

/** On which step a field of a definition is asked for. */
export function stepOf(path: string): DesignStep {
  const [field = ""] = path.split(".");
  if (["name", "why", "lens", "serves", "stage"].includes(field)) return "customer";
  if (["measure", "unit", "direction", "range", "counts", "moves"].includes(field)) return "measure";
  return ["owners", "touches", "influencedBy", "guardrails", "fights", "costsFallOn"].includes(field) ? "people" : "numbers";
}

export function stepAfter(step: DesignStep): DesignStep {
  return DESIGN_STEPS[Math.min(DESIGN_STEPS.indexOf(step) + 1, DESIGN_STEPS.length - 1)] ?? "check";
}

export function stepBefore(step: DesignStep): DesignStep | null {
  return DESIGN_STEPS[DESIGN_STEPS.indexOf(step) - 1] ?? null;
}
