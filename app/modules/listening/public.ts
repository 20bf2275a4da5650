export { NO_RATINGS, type Question, type Ratings, type Tone, toneOf } from "./domain/scales.ts";
