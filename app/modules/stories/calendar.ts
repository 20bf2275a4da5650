import { createEvent, type EventAttributes } from "ics";

/** What a calendar file tells. */
export interface CalendarCircle {
  readonly id: string;
  readonly theme: string;
  readonly about: string | null;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly sequence: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly cancelled: boolean;
  readonly where: string;
  readonly link: string | null;
}

const utc = (at: Date): [number, number, number, number, number] => [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()];

/**
 * The calendar file of a circle (RFC 5545): one event of a stable UID, each change with a higher SEQUENCE, a cancelled one
 * with STATUS and METHOD that take it out. Times are instants; `zone` says where they are shown. An address of the page
 * that the writer does not know as one (port 0, IPv6) is left out.
 */
export function calendarOf(circle: CalendarCircle, page: string, zone: string): string {
  const event: EventAttributes = {
    uid: `circle-${circle.id}@tam`,
    productId: "-//Tam//Circles//VI",
    method: circle.cancelled ? "CANCEL" : "PUBLISH",
    status: circle.cancelled ? "CANCELLED" : "CONFIRMED",
    sequence: circle.sequence,
    title: circle.theme,
    description: [circle.about, circle.link].filter((text) => text !== null).join("\n"),
    location: circle.where,
    start: utc(circle.startsAt),
    startInputType: "utc",
    startOutputType: "utc",
    duration: { minutes: circle.minutes },
    created: utc(circle.createdAt),
    lastModified: utc(circle.changedAt),
    classification: "PRIVATE",
    alarms: circle.cancelled ? [] : [{ action: "display", description: circle.theme, trigger: { minutes: 30, before: true } }],
  };
  const addressed = createEvent({ ...event, url: page });
  const { value, error } = typeof addressed.value === "string" ? addressed : createEvent(event);
  if (typeof value !== "string") throw error ?? new Error("a circle without a calendar file");
  return value.replace("BEGIN:VEVENT", `X-WR-TIMEZONE:${zone}\r\nBEGIN:VEVENT`);
}
