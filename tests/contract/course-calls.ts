import type { SmallCompany, SmallCompanyKey } from "#db/seed/builders.ts";
import { createDraft, publishCourse, saveSkill } from "#modules/learning/public.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import { course } from "../integration/learning/company.ts";

interface CourseCall {
  readonly as: SmallCompanyKey;
  readonly path: string;
  readonly json?: unknown;
}

const both = (text: string) => ({ vi: text, en: text });

/** A call of each documented operation on HR's side of learning; each has a course of its own. */
export function courseCalls(company: () => SmallCompany): Readonly<Record<string, () => Promise<CourseCall>>> {
  let made = 0;
  const drafted = async (): Promise<string> => {
    const asked = await askedBy(company().people.hr, new Date());
    if (made === 0) await saveSkill({ skill: { code: "AUTHORITY", name: both("Deciding"), levels: { begins: both("a"), does: both("b"), helps_others: both("c") } }, position: 1, active: true }, { isNew: true }, asked);
    made += 1;
    return (await createDraft(course({ code: `COURSE-${made}` }), { from: "file", isNew: true }, asked)).code;
  };
  const inUse = async (): Promise<string> => {
    const code = await drafted();
    await publishCourse(code, { revision: null, note: null }, await askedBy(company().people.hr, new Date()));
    return code;
  };
  return {
    readCourseDraft: async () => ({ as: "auditor", path: `/courses/${await drafted()}/draft` }),
    putCourseDraft: async () => ({ as: "hr", path: "/courses/COURSE-NEW/draft", json: course({ code: "COURSE-NEW" }) }),
    validateCourse: async () => (await drafted(), { as: "leader", path: "/courses/ANY/validate", json: course({ lessons: [] }) }),
    publishCourse: async () => ({ as: "hr", path: `/courses/${await drafted()}/publish`, json: { note: "First" } }),
    listAssignments: async () => ({ as: "supervisor", path: `/courses/${await inUse()}/assignments` }),
    assignCourse: async () => ({ as: "hr", path: `/courses/${await inUse()}/assignments`, json: { roles: ["frontline"], dueDays: 5 } }),
    readCourseInsights: async () => ({ as: "leader", path: `/courses/${await inUse()}/insights` }),
  };
}
