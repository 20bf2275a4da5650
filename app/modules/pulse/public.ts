export { FLOORS, MODES } from "./domain/thresholds.ts";
export { SCALES } from "./domain/figures.ts";
