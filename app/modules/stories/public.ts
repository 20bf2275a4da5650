export { calendarOf } from "./calendar.ts";
export { mondayOf, readWeek } from "./domain/week.ts";
