import type { CourseContent, Lesson, PracticeLesson, QuizLesson } from "./content.ts";
import { finding, type Finding, NOWHERE, type Place } from "./findings.ts";
import { validateScenario } from "./validate-scenario.ts";
import { missingLanguages, repeatedCodes } from "./written.ts";

/** Lessons a course usually has; fewer or more is worth a second look, no fault. */
const USUAL_LESSONS = { least: 3, most: 6 };
const MINUTES = { least: 1, most: 5 };
const FEWEST_OPTIONS = 2;

function quizFindings({ questions, pass }: QuizLesson, path: string, here: Place): Finding[] {
  return [
    ...(questions.length === 0 ? [finding("no_questions", `${path}.questions`, here)] : []),
    ...(pass > questions.length ? [finding("pass_over_questions", `${path}.pass`, here)] : []),
    ...(pass < 1 ? [finding("pass_below_one", `${path}.pass`, here)] : []),
    ...repeatedCodes(questions, ({ code }, index) => ({ path: `${path}.questions.${index}`, place: { ...here, question: code } })),
    ...questions.flatMap(({ code, question, options }, index) => {
      const at = { ...here, question: code };
      const its = `${path}.questions.${index}`;
      return [
        ...missingLanguages(question, `${its}.question`, at),
        ...(options.length < FEWEST_OPTIONS ? [finding("few_options", `${its}.options`, at)] : []),
        ...(options.filter(({ right }) => right).length === 1 ? [] : [finding("not_one_right", `${its}.options`, at)]),
        ...repeatedCodes(options, (_option, place) => ({ path: `${its}.options.${place}`, place: at })),
        ...options.flatMap((option, place) => [
          ...missingLanguages(option.text, `${its}.options.${place}.text`, at),
          ...missingLanguages(option.feedback, `${its}.options.${place}.feedback`, at, "no_feedback"),
        ]),
      ];
    }),
  ];
}

function practiceFindings({ task, times, observe }: PracticeLesson, path: string, here: Place): Finding[] {
  return [
    ...missingLanguages(task, `${path}.task`, here),
    ...(times < 1 ? [finding("practice_times", `${path}.times`, here)] : []),
    ...(observe.length === 0 ? [finding("nothing_to_observe", `${path}.observe`, here)] : []),
    ...observe.flatMap((text, index) => missingLanguages(text, `${path}.observe.${index}`, here)),
  ];
}

function kindFindings(lesson: Lesson, path: string, here: Place): Finding[] {
  switch (lesson.kind) {
    case "read":
      return (["body", "remember"] as const).flatMap((part) => missingLanguages(lesson[part], `${path}.${part}`, here));
    case "scenario":
      return validateScenario(lesson.scenario, lesson.code, `${path}.scenario`);
    case "quiz":
      return quizFindings(lesson, path, here);
    case "practice":
      return practiceFindings(lesson, path, here);
    case "reflection":
      return missingLanguages(lesson.prompt, `${path}.prompt`, here);
  }
}

/** What is wrong with one lesson. */
export function validateLesson(lesson: Lesson, path: string): Finding[] {
  const here: Place = { ...NOWHERE, lesson: lesson.code };
  return [
    ...missingLanguages(lesson.title, `${path}.title`, here),
    ...(lesson.minutes < MINUTES.least || lesson.minutes > MINUTES.most ? [finding("lesson_minutes", `${path}.minutes`, here)] : []),
    ...kindFindings(lesson, path, here),
    ...lesson.recall.flatMap((card, index) => (["question", "answer"] as const).flatMap((part) => missingLanguages(card[part], `${path}.recall.${index}.${part}`, here))),
  ];
}

/**
 * What is wrong with a whole course, in the order of its parts; it may be published when nothing of it is an error.
 * @param skills codes of the skills there are; left out: not looked at
 */
export function validateCourse(course: CourseContent, skills?: ReadonlySet<string>): Finding[] {
  const { lessons } = course;
  const cards = lessons.flatMap((lesson, index) => lesson.recall.map((card, place) => ({ ...card, lesson: lesson.code, path: `lessons.${index}.recall.${place}` })));
  const unusual = lessons.length > 0 && (lessons.length < USUAL_LESSONS.least || lessons.length > USUAL_LESSONS.most);
  return [
    ...(["title", "summary", "why"] as const).flatMap((part) => missingLanguages(course[part], part, NOWHERE)),
    ...missingLanguages(course.serves.text, "serves.text", NOWHERE),
    ...(skills === undefined || skills.has(course.skill) ? [] : [finding("unknown_skill", "skill", NOWHERE)]),
    ...(lessons.length === 0 ? [finding("no_lessons", "lessons", NOWHERE)] : []),
    ...(unusual ? [finding("lesson_count", "lessons", NOWHERE)] : []),
    ...repeatedCodes(lessons, ({ code }, index) => ({ path: `lessons.${index}`, place: { ...NOWHERE, lesson: code } })),
    ...repeatedCodes(cards, ({ path, lesson }) => ({ path, place: { ...NOWHERE, lesson } })),
    ...lessons.flatMap((lesson, index) => validateLesson(lesson, `lessons.${index}`)),
  ];
}
