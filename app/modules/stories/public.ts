export { calendarOf } from "./calendar.ts";
export { mondayOf, readWeek } from "./domain/week.ts";
export { maskAll } from "./domain/mask.ts";
