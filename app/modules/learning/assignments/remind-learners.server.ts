import { localDay, startOfDay } from "#kernel/period.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { organisation } from "#modules/people/public.server.ts";
import { addJob, type JobDefinition } from "#platform/jobs.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { z } from "zod";
import { taughtCourses } from "../courses.server.ts";
import { remindsOn } from "../domain/due-days.ts";
import { openAssignments, standings } from "./standing.server.ts";

const TELL_KIND = "learning.tell-due";
const told = z.strictObject({ personId: z.string(), course: z.string(), title: z.object({ vi: z.string(), en: z.string() }), dueOn: z.string(), overdue: z.boolean() });

/**
 * Finds each morning who is to be reminded of a course: on a few days around the last one, and nobody who is away. Each is
 * told once a day and course, whatever is killed in between.
 */
export const findDueCoursesJob: JobDefinition = {
  kind: "learning.find-due",
  every: "40 0 * * *",
  run: async ({ now }) => {
    const today = localDay(now, organisation().timeZone);
    const [all, taught] = [await standings(await openAssignments(), now), await taughtCourses()];
    const due = all.filter(({ state, dueOn, person }) => state !== "done" && dueOn !== null && !person.absent && remindsOn(today, dueOn));
    await transaction(async (tx) => {
      for (const { assignment, person, dueOn, state } of due) {
        const title = taught.get(assignment.course)?.content.title ?? { vi: assignment.course, en: assignment.course };
        const payload = { personId: person.id, course: assignment.course, title, dueOn, overdue: state === "overdue" };
        await addJob(tx, { kind: TELL_KIND, payload, runAt: now, uniqueKey: `${TELL_KIND}:${person.id}:${assignment.course}:${today}` });
      }
    });
  },
};

/** Tells one person that a course is due, or has been. */
export const tellDueCourseJob: JobDefinition = {
  kind: TELL_KIND,
  apply: async (tx, { now, payload }) => {
    const { personId, course, title, dueOn, overdue } = told.parse(payload);
    await notify(tx, { personId, kind: overdue ? "course.overdue" : "course.due", params: { title, day: startOfDay(dueOn, organisation().timeZone).toISOString() }, href: `/learn/${encodeURIComponent(course)}`, at: now });
  },
};
