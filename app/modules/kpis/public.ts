export { tallyOf, tallyOfValues } from "./domain/tally.ts";
export type { FactName } from "./facts.ts";
export { SEVERITIES } from "./lint/findings.ts";
