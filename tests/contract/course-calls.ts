import type { SmallCompany } from "#db/seed/builders.ts";
import { proposeRetirements } from "#modules/learning/insights/propose-retirement.server.ts";
import { addImage, assignCourse, createDraft, publishCourse, saveSkill } from "#modules/learning/public.server.ts";
import { db } from "#platform/db.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import { course } from "../integration/learning/company.ts";
import type { Calls } from "./call.ts";

const both = (text: string) => ({ vi: text, en: text });
/** The smallest PNG there is. */
const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** A call of each documented operation on HR's side of learning; each has a course of its own. */
export function courseCalls(company: () => SmallCompany): Calls {
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
  const hr = () => askedBy(company().people.hr, new Date());
  const assigned = async (): Promise<{ code: string; id: string }> => {
    const code = await inUse();
    const id = await assignCourse(code, { roles: ["frontline"], departments: [], sites: [], people: [], startedFrom: null, dueDays: 5, everyMonths: null }, await hr());
    return { code, id };
  };
  const proposed = async (): Promise<{ code: string; id: string }> => {
    const code = await inUse();
    await proposeRetirements([{ code, title: both("Deciding"), number: 1, verdict: "no_effect", measures: [] }], new Date());
    return { code, id: (await db.learningRetirement.findFirstOrThrow({ where: { course: code } })).id };
  };
  const pictured = async (): Promise<string> => {
    const code = await drafted();
    await addImage(code, { file: Buffer.from(DOT, "base64"), alt: both("A dot") }, await hr());
    return code;
  };
  const ended = ({ code, id }: { code: string; id: string }) => `/courses/${code}/assignments/${id}/end`;
  const answered = ({ code, id }: { code: string; id: string }) => `/courses/${code}/retirements/${id}/answer`;
  return {
    readCourseDraft: async () => ({ as: "auditor", path: `/courses/${await drafted()}/draft` }),
    putCourseDraft: async () => ({ as: "hr", path: "/courses/COURSE-NEW/draft", json: course({ code: "COURSE-NEW" }) }),
    validateCourse: async () => (await drafted(), { as: "leader", path: "/courses/ANY/validate", json: course({ lessons: [] }) }),
    publishCourse: async () => ({ as: "hr", path: `/courses/${await drafted()}/publish`, json: { note: "First" } }),
    listAssignments: async () => ({ as: "supervisor", path: `/courses/${await inUse()}/assignments` }),
    assignCourse: async () => ({ as: "hr", path: `/courses/${await inUse()}/assignments`, json: { roles: ["frontline"], dueDays: 5 } }),
    readCourseInsights: async () => ({ as: "leader", path: `/courses/${await inUse()}/insights` }),
    listCourseInsights: async () => (await inUse(), { as: "auditor", path: "/courses/insights" }),
    endAssignment: async () => ({ as: "hr", path: ended(await assigned()) }),
    retireCourse: async () => ({ as: "hr", path: `/courses/${await inUse()}/retire`, json: { reason: "Replaced" } }),
    listRetirements: async () => ({ as: "leader", path: `/courses/${(await proposed()).code}/retirements` }),
    answerRetirement: async () => ({ as: "hr", path: answered(await proposed()), json: { decision: "keep", reason: "Too early to say" } }),
    listCourseImages: async () => ({ as: "auditor", path: `/courses/${await pictured()}/images` }),
    addCourseImage: async () => ({ as: "hr", path: `/courses/${await drafted()}/images`, json: { file: DOT, alt: both("A dot") } }),
    listSkills: async () => (await drafted(), { as: "leader", path: "/skills" }),
    readSkill: async () => (await drafted(), { as: "auditor", path: "/skills/AUTHORITY" }),
    saveSkill: async () => ({ as: "hr", path: "/skills/CALM", json: { name: both("Staying calm"), levels: { begins: both("a"), does: both("b"), helps_others: both("c") } } }),
  };
}
