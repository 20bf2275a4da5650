import { formatDue, formatList, formatMoney } from "#i18n/format.ts";
import type { Locale } from "#i18n/locale.ts";
import type { Translator } from "#i18n/translator.ts";
import { words } from "#i18n/words.ts";
import { organisationTranslator, type OrganisationSettings } from "#modules/people/public.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import type { ReasonData } from "./domain/reasons.ts";

/** What words about a decision depend on besides the decision. */
export interface Reader {
  readonly locale: Locale;
  readonly now: Date;
  readonly timeZone: OrganisationSettings["timeZone"];
}

interface Money {
  readonly minor: number;
  readonly currency: string;
}

const isMoney = (value: unknown): value is Money => typeof value === "object" && value !== null && "minor" in value;
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

/** `18:00 ngày mai`, for an instant as ISO text. */
const due = (iso: unknown, { now, locale, timeZone }: Reader): string => formatDue(String(iso), now, locale, timeZone);

function figure(t: Translator, value: unknown, locale: Locale): string {
  return isMoney(value) ? formatMoney(value, locale) : words(t, "empowerment:", { code: "times", params: { count: Number(value) } });
}

function windowWords(t: Translator, params: ReasonData["params"]): string {
  const window = params["window"];
  const days = typeof window === "object" && window !== null ? Number((window as { rollingDays: number }).rollingDays) : null;
  return words(t, `empowerment:window.${String(params["subject"])}`, { code: days === null ? String(window) : "rolling", params: { days } });
}

function courseWords(t: Translator, code: string, locale: Locale): string {
  const course = readHot("course.find", { code });
  if (course === null) return code;
  return words(t, "empowerment:", { code: "course", params: { title: locale === "vi" ? course.nameVi : course.nameEn, minutes: course.minutes } });
}

function factWords(t: Translator, path: string): string {
  return words(t, "empowerment:fact", { code: path.replace(".", "_") }, "empowerment:fact.other");
}

/** A reason in one sentence of the reader's language. */
export function reasonText({ code, params }: ReasonData, reader: Reader): string {
  const t = organisationTranslator(reader.locale);
  const { locale } = reader;
  const say = (key: string, more: ReasonData["params"] = params) => words(t, "empowerment:reason", { code: key, params: more });
  switch (code) {
    case "within_case_limit":
      return isMoney(params["limit"]) ? say(code) : say("within_authority");
    case "over_budget": {
      const told = { window: windowWords(t, params), remaining: figure(t, params["remaining"], locale) };
      return params["resetsAt"] == null ? say("over_budget_open", told) : say(code, { ...told, resetsAt: due(params["resetsAt"], reader) });
    }
    case "forbidden_by_rule": {
      const why = params["why"] as { vi: string; en: string } | undefined;
      return say(code, { why: why?.[locale] || why?.vi || why?.en || String(params["rule"]) });
    }
    case "fact_unknown":
      return say(code, { facts: formatList(texts(params["facts"]).map((path) => factWords(t, path)), locale) });
    case "training_required":
      return say(code, { courses: formatList(texts(params["courses"]).map((course) => courseWords(t, course, locale)), locale) });
    case "second_person_required":
      return isMoney(params["above"]) && params["above"].minor > 0 ? say(code) : say("second_person_always");
    case "escalated_by_choice":
      return params["approver"] === undefined ? say("escalated_by_choice_open") : say(code, { approver: params["approver"], dueAt: due(params["dueAt"], reader) });
    default:
      return say(code);
  }
}
