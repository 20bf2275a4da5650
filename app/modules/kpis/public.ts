export { tallyOf, tallyOfValues } from "./domain/tally.ts";
export type { FactName } from "./facts.ts";
