export type { Figures, NpsFigure, ShareFigure } from "./domain/figures.ts";
export { QUESTIONS, type Question, SCALES, type Tone, UNDERSTOOD } from "./domain/scales.ts";
