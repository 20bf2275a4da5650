export { tallyOf, tallyOfValues } from "./domain/tally.ts";
export { FACT_NAMES, type FactName, isFact } from "./facts.ts";
export { SEVERITIES } from "./lint/findings.ts";
