export { SYSTEM_MEASURE_CODES } from "./domain/measures.ts";
export { STATES } from "./domain/states.ts";
