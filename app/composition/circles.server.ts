import type { Actor, PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { addDays, localDay } from "#kernel/period.ts";
import { listCourses, organisation } from "#modules/people/public.server.ts";
import { calendarOf } from "#modules/stories/public.ts";
import {
  attendanceInput, cancelCircle, changeCircle, circleForCalendar, circleInput, joinCircle, leaveCircle, markAttendance, planCircle, storyList, wordsInput, writeLearnt,
} from "#modules/stories/public.server.ts";
import { baseAddress } from "#platform/base-address.server.ts";
import type { Remember } from "#platform/http/idempotency.server.ts";
import { notFound } from "#platform/http/refusal.ts";

const OFFERED = 60;

/** What a circle can be built on, and the first day it can be held. */
export async function circleChoices(actor: PersonActor) {
  const [stories, courses] = await Promise.all([storyList(actor, {}, { limit: OFFERED, cursor: null }), listCourses()]);
  return {
    stories: stories.map(({ id, title }) => ({ id, title })),
    courses: courses.map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } })),
    today: localDay(systemClock.now(), organisation().timeZone),
  };
}

/** The day a new circle is offered for: a week ahead. */
export const usualDay = (today: string): string => addDays(today, 7);

/** Plans or changes a circle from its form. @returns its id */
export async function circleFromForm(actor: PersonActor, id: string | null, form: FormData, remember: Remember | null): Promise<string> {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  const fields = circleInput(form);
  if (id === null) return (await planCircle(fields, asked, (tx, made) => remember?.(tx, { status: 303, location: `/circles/${made}` }))).id;
  await changeCircle(id, fields, asked);
  return id;
}

/** Does what a form of a circle's page asks for. @returns the key of the message of what was done */
export async function doToCircle(actor: PersonActor, id: string, form: FormData): Promise<string> {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  switch (form.get("intent")) {
    case "join":
      return (await joinCircle(id, asked)) === "going" ? "joined" : "waitingSaved";
    case "leave":
      await leaveCircle(id, asked);
      return "left";
    case "cancel":
      await cancelCircle(id, wordsInput(form, "why"), asked);
      return "cancelSaved";
    case "attendance":
      await markAttendance(id, attendanceInput(form), asked);
      return "attendanceSaved";
    case "learnt":
      await writeLearnt(id, wordsInput(form, "learnt"), asked);
      return "learntSaved";
    default:
      throw notFound();
  }
}

/** The calendar file of a circle. Throws 404 for one that is not there. */
export async function circleCalendar(actor: Actor, id: string): Promise<string> {
  const circle = await circleForCalendar(actor, id);
  if (circle === null) throw notFound();
  return calendarOf(circle, `${baseAddress()}/circles/${id}`, organisation().timeZone);
}
