import { type FieldFault, Refusal } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { type Choice, type CourseContent, FEELING_VARIABLES, type Lesson, type RecallCard, type Scenario, type ScenarioNode, SKILL_LEVELS, type Text } from "../domain/content.ts";
import { altFields, newCourseFields, type NewCourseFields, publishFields, reasonFields, skillFields, type SkillFields } from "./fields.ts";

/** Reads a form whose fields are named by their path in a course: `questions.0.options.1.text.vi`. */
export class CourseForm {
  readonly faults: FieldFault[] = [];
  constructor(private readonly form: FormData) {}

  text(name: string): string {
    const value = this.form.get(name);
    return typeof value === "string" ? value : "";
  }

  both(name: string): Text {
    return { vi: this.text(`${name}.vi`), en: this.text(`${name}.en`) };
  }

  has(name: string): boolean {
    return this.form.get(name) !== null;
  }

  /** A whole number, negative as well; `empty` where nothing is typed. */
  whole(name: string, empty: number): number {
    const text = this.text(name).trim().replace("−", "-");
    if (text === "") return empty;
    if (/^-?\d{1,6}$/.test(text)) return Number(text);
    this.faults.push({ path: name, code: "integer_format" });
    return empty;
  }

  /** The rows of a list: those whose code was sent, in the order of the form. */
  rows<T>(name: string, read: (path: string, code: string) => T): T[] {
    const found: T[] = [];
    for (let index = 0; this.has(`${name}.${index}.code`) && index < 100; index += 1) found.push(read(`${name}.${index}`, this.text(`${name}.${index}.code`)));
    return found;
  }

  done(): void {
    if (this.faults.length > 0) throw new Refusal("invalid_input", { errors: this.faults });
  }
}

const orAbsent = (text: string): string | undefined => (text.trim() === "" ? undefined : text.trim());

export function newCourseInput(form: FormData): NewCourseFields {
  const read = new CourseForm(form);
  return parseInput(newCourseFields, { code: read.text("ref").trim(), title: read.both("title"), skill: orAbsent(read.text("skill")) });
}

/** The head of a course as its form has it; what is wrong with a shape is said when the draft is written. */
export function headInput(form: FormData): Omit<CourseContent, "code" | "lessons"> {
  const read = new CourseForm(form);
  const months = read.whole("validMonths", 0);
  read.done();
  return {
    ...{ title: read.both("title"), summary: read.both("summary"), why: read.both("why") },
    serves: { kind: read.text("serves.kind") as CourseContent["serves"]["kind"], text: read.both("serves.text") },
    ...{ skill: read.text("skill"), validMonths: months === 0 ? null : months, verified: read.has("verified") },
  };
}

const cards = (read: CourseForm): RecallCard[] => read.rows("recall", (path, code) => ({ code, question: read.both(`${path}.question`), answer: read.both(`${path}.answer`) }));

function scenarioHead(read: CourseForm, before: Scenario): Scenario {
  return {
    ...before,
    person: { name: read.both("scenario.person.name"), who: read.both("scenario.person.who") },
    situation: read.both("scenario.situation"),
    unsaid: read.both("scenario.unsaid"),
    start: read.text("scenario.start"),
    begins: { trust: read.whole("scenario.begins.trust", 50), frustration: read.whole("scenario.begins.frustration", 50), time: read.whole("scenario.begins.time", 0) },
  };
}

/** A lesson as its form has it: everything that its kind has, of a scenario all but its nodes. */
export function lessonInput(form: FormData, before: Lesson): Lesson {
  const read = new CourseForm(form);
  const base = { code: before.code, title: read.both("title"), minutes: read.whole("minutes", before.minutes), recall: cards(read) };
  const after = ((): Lesson => {
    switch (before.kind) {
      case "read":
        return { ...base, kind: "read", body: read.both("body"), remember: read.both("remember") };
      case "scenario":
        return { ...base, kind: "scenario", scenario: scenarioHead(read, before.scenario) };
      case "quiz":
        return {
          ...{ ...base, kind: "quiz", pass: read.whole("pass", 1) },
          questions: read.rows("questions", (path, code) => ({
            code,
            question: read.both(`${path}.question`),
            options: read.rows(`${path}.options`, (at, option) => ({ code: option, text: read.both(`${at}.text`), right: read.text(`${path}.right`) === option, feedback: read.both(`${at}.feedback`) })),
          })),
        };
      case "practice":
        return { ...base, kind: "practice", task: read.both("task"), times: read.whole("times", 1), observe: read.rows("observe", (path) => read.both(path)) };
      case "reflection":
        return { ...base, kind: "reflection", prompt: read.both("prompt") };
    }
  })();
  read.done();
  return after;
}

function effectsOf(read: CourseForm, path: string): Choice["effects"] {
  return Object.fromEntries(FEELING_VARIABLES.flatMap((variable) => {
    const value = read.whole(`${path}.effects.${variable}`, 0);
    return value === 0 ? [] : [[variable, value] as const];
  }));
}

/** A node as its form has it. */
export function nodeInput(form: FormData, before: ScenarioNode): ScenarioNode {
  const read = new CourseForm(form);
  const said = { code: before.code, says: read.both("says"), shows: read.both("shows") };
  const after: ScenarioNode =
    before.kind === "ending"
      ? { ...said, kind: "ending", outcome: read.both("outcome"), quality: (orAbsent(read.text("quality")) ?? before.quality) as "good" | "mixed" | "poor" }
      : { ...said, kind: "turn", choices: read.rows("choices", (path, code) => ({ code, text: read.both(`${path}.text`), effects: effectsOf(read, path), feedback: read.both(`${path}.feedback`), to: read.text(`${path}.to`) })) };
  read.done();
  return after;
}

export function publishInput(form: FormData): string | null {
  return parseInput(publishFields, { note: new CourseForm(form).text("note") }).note;
}

export function reasonInput(form: FormData): string {
  return parseInput(reasonFields, { reason: new CourseForm(form).text("reason") }).reason;
}

export function skillInput(form: FormData): SkillFields {
  const read = new CourseForm(form);
  const position = read.whole("position", 0);
  read.done();
  const levels = Object.fromEntries(SKILL_LEVELS.map((level) => [level, read.both(`levels.${level}`)]));
  return parseInput(skillFields, { skill: { code: read.text("ref").trim(), name: read.both("name"), levels }, position, active: read.has("active") });
}

/** What a picture shows, for whoever cannot see it. */
export function altInput(form: FormData): Text {
  return parseInput(altFields, new CourseForm(form).both("alt"));
}
