import { z } from "zod";
import { isCurrency } from "#kernel/money.ts";
import { localDay as localDayOf } from "#kernel/period.ts";
import { code, emailAddress, localDay, personName, weekHours } from "../schemas.ts";

function isTimeZone(name: string): boolean {
  try {
    return name !== "" && localDayOf(new Date(0), name) !== "";
  } catch {
    return false;
  }
}

/** What the set-up asks for. */
export const setUpFields = z.strictObject({
  organisation: z.strictObject({
    name: personName,
    currency: z.string().trim().toUpperCase().refine(isCurrency, { params: { code: "unknown_currency" } }),
    timeZone: z.string().trim().refine(isTimeZone, { params: { code: "unknown_time_zone" } }),
    language: z.enum(["vi", "en"]),
    hours: weekHours,
    holidays: z.array(localDay).max(400),
  }),
  department: z.strictObject({ code, name: personName }),
  site: z.strictObject({ code, name: personName, channel: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/).nullable() }),
  admin: z.strictObject({ name: personName, email: emailAddress, password: z.string(), alsoHr: z.boolean() }),
  /** Who publishes what the first has written, or the reverse. */
  second: z.strictObject({ name: personName, email: emailAddress, role: z.enum(["leader", "hr"]) }).nullable(),
  starterPolicy: z.boolean(),
});
export type SetUpFields = z.output<typeof setUpFields>;

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** `08:30-12:00, 13:30-17:30` as intervals; text that is none stays as it is, for the schema to refuse. */
function intervals(text: string): unknown {
  const parts = text.split(/[,;]/).map((part) => part.trim()).filter((part) => part !== "");
  return parts.map((part) => part.split(/\s*[-–]\s*/).map((time) => time.replace(/^(\d)(?=[:h])/, "0$1").replace(/[hH.]/, ":").replace(/:$/, ":00")));
}

/** `2027-01-01` or `1/1/2027`, as `2027-01-01`. */
function day(text: string): string {
  const [, d, m, y] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return y === undefined ? text : `${y}-${(m ?? "").padStart(2, "0")}-${(d ?? "").padStart(2, "0")}`;
}

/** The set-up form as the schema takes it. */
export function setUpInput(form: FormData): unknown {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const hours = Object.fromEntries(WEEKDAYS.filter((weekday) => text(`organisation.hours.${weekday}`) !== "").map((weekday) => [weekday, intervals(text(`organisation.hours.${weekday}`))]));
  const second = text("second.name") === "" && text("second.email") === "" ? null : { name: text("second.name"), email: text("second.email"), role: text("second.role") };
  return {
    organisation: {
      name: text("organisation.name"),
      currency: text("organisation.currency"),
      timeZone: text("organisation.timeZone"),
      language: text("organisation.language"),
      hours,
      holidays: text("organisation.holidays").split(/[\s,;]+/).filter((part) => part !== "").map(day),
    },
    department: { code: text("department.code"), name: text("department.name") },
    site: { code: text("site.code"), name: text("site.name"), channel: text("site.channel") || null },
    admin: { name: text("admin.name"), email: text("admin.email"), password: String(form.get("admin.password") ?? ""), alsoHr: form.get("admin.alsoHr") === "on" },
    second,
    starterPolicy: form.get("starterPolicy") === "on",
  };
}
