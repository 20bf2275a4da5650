import { localDay } from "#kernel/period.ts";
import { findPeople, organisation } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { minutesOf } from "../courses.server.ts";
import type { CourseContent } from "../domain/content.ts";
import { validateCourse } from "../domain/validate-course.ts";
import { versionChanges } from "../domain/version-changes.ts";
import { markOf } from "./draft.server.ts";
import { HEAD_PART, LESSONS_PART } from "./parts.ts";
import { storedContent, storedSkill } from "./stored-content.ts";
import type { CourseRow, EditorView, ImageView, SkillRow, VersionRow } from "./view-models.ts";

const nameIn = (people: ReturnType<typeof findPeople>, id: string | null) => (id === null ? null : (people.get(id)?.name ?? null));

async function countsByCourse(day: string) {
  const [running, holding, doubted] = await Promise.all([
    db.learningAttempt.groupBy({ by: ["course"], where: { state: "running" }, _count: { _all: true } }),
    db.learningCertificate.findMany({ where: { revokedAt: null, validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] }, select: { course: true, personId: true }, distinct: ["course", "personId"] }),
    db.learningRetirement.findMany({ where: { state: "open" }, select: { course: true } }),
  ]);
  const certified = new Map<string, number>();
  for (const { course } of holding) certified.set(course, (certified.get(course) ?? 0) + 1);
  return { learning: new Map(running.map(({ course, _count }) => [course, _count._all])), certified, doubted: new Set(doubted.map(({ course }) => course)) };
}

/** Every course with its draft and who learns it, those in use first, then drafts, then retired ones. */
export async function courseRows(now: Date): Promise<CourseRow[]> {
  const [courses, counts] = await Promise.all([
    db.learningCourse.findMany({ include: { versions: { orderBy: { number: "desc" } } }, orderBy: { code: "asc" } }),
    countsByCourse(localDay(now, organisation().timeZone)),
  ]);
  const people = findPeople(courses.flatMap(({ versions }) => versions.flatMap(({ authorId }) => authorId ?? [])));
  const rows = courses.flatMap(({ code, published, retiredAt, versions }): CourseRow[] => {
    const draft = versions.find(({ state }) => state === "draft");
    const used = versions.find(({ number }) => number === published);
    const shown = used ?? versions[0];
    if (shown === undefined) return [];
    const content = storedContent(shown.content);
    return [
      {
        ...{ code, title: content.title, published, publishedAt: used?.publishedAt?.toISOString() ?? null, retiredAt: published === null ? (retiredAt?.toISOString() ?? null) : null },
        draft: draft === undefined ? null : { number: draft.number, updatedAt: draft.updatedAt.toISOString(), by: nameIn(people, draft.authorId) },
        ...{ lessons: content.lessons.length, minutes: minutesOf(content), learning: counts.learning.get(code) ?? 0, certified: counts.certified.get(code) ?? 0, doubted: counts.doubted.has(code) },
      },
    ];
  });
  const rank = ({ published, retiredAt }: CourseRow) => (published !== null ? 0 : retiredAt === null ? 1 : 2);
  return rows.sort((a, b) => rank(a) - rank(b) || a.code.localeCompare(b.code, "en"));
}

/** Skills there are, in their order. */
export async function skillChoices(): Promise<EditorView["skills"]> {
  const rows = await db.learningSkill.findMany({ where: { active: true }, select: { code: true, nameVi: true, nameEn: true }, orderBy: [{ position: "asc" }, { code: "asc" }] });
  return rows.map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } }));
}

/** The draft of a course with what is wrong with it; null where there is none. */
export async function editorView(code: string): Promise<EditorView | null> {
  const [row, skills] = await Promise.all([db.learningCourseVersion.findFirst({ where: { course: code, state: "draft" } }), skillChoices()]);
  if (row === null) return null;
  const content = storedContent(row.content);
  return {
    ...{ content, number: row.number, revision: row.revision, updatedAt: row.updatedAt.toISOString(), by: nameIn(findPeople(row.authorId === null ? [] : [row.authorId]), row.authorId) },
    findings: validateCourse(content, new Set(skills.map((skill) => skill.code))),
    skills,
    marks: { head: markOf(HEAD_PART.read(content)), lessons: markOf(LESSONS_PART.read(content)) },
  };
}

/** The versions of a course, newest first, each with what it changed; null for a course there is not. */
export async function versionRows(code: string): Promise<{ readonly title: CourseContent["title"]; readonly published: number | null; readonly versions: readonly VersionRow[] } | null> {
  const course = await db.learningCourse.findUnique({ where: { code }, include: { versions: { orderBy: { number: "desc" } } } });
  if (course === null || course.versions.length === 0) return null;
  const began = await db.learningAttempt.groupBy({ by: ["version"], where: { course: code }, _count: { _all: true } });
  const beganBy = new Map(began.map(({ version, _count }) => [version, _count._all]));
  const people = findPeople(course.versions.flatMap(({ authorId, publishedById }) => [authorId, publishedById].filter((id) => id !== null)));
  const contents = course.versions.map(({ content }) => storedContent(content));
  const versions = course.versions.map((row, index): VersionRow => ({
    ...{ number: row.number, state: row.state as VersionRow["state"], createdAt: row.createdAt.toISOString(), publishedAt: row.publishedAt?.toISOString() ?? null, retiredAt: row.retiredAt?.toISOString() ?? null },
    ...{ by: nameIn(people, row.publishedById ?? row.authorId), note: row.note, began: beganBy.get(row.number) ?? 0 },
    changes: versionChanges(contents[index + 1] ?? null, contents[index] as CourseContent),
  }));
  const shown = course.versions.findIndex(({ number }) => number === course.published);
  return { title: (contents[shown] ?? (contents[0] as CourseContent)).title, published: course.published, versions };
}

/** One version with its content: by number, the draft, or (null) the one in use; null where there is none. */
export async function versionDocument(code: string, wanted: number | "draft" | null): Promise<{ readonly number: number; readonly state: VersionRow["state"]; readonly revision: number; readonly content: CourseContent } | null> {
  const which = wanted === "draft" ? { state: "draft" } : wanted === null ? { state: "published" } : { number: wanted };
  const row = await db.learningCourseVersion.findFirst({ where: { course: code, ...which }, orderBy: { number: "desc" } });
  return row === null ? null : { number: row.number, state: row.state as VersionRow["state"], revision: row.revision, content: storedContent(row.content) };
}

/** All skills with the courses that train them. */
export async function skillRows(): Promise<SkillRow[]> {
  const [skills, courses] = await Promise.all([
    db.learningSkill.findMany({ orderBy: [{ position: "asc" }, { code: "asc" }] }),
    db.learningCourseVersion.findMany({ where: { state: "published" }, select: { content: true }, orderBy: { course: "asc" } }),
  ]);
  const taught = courses.map(({ content }) => storedContent(content));
  return skills.map((row) => ({ ...storedSkill(row), active: row.active, position: row.position, courses: taught.filter(({ skill }) => skill === row.code).map(({ code, title }) => ({ code, title })) }));
}

/** Pictures of a course, newest first. */
export async function imagesOf(code: string): Promise<ImageView[]> {
  const rows = await db.learningCourseImage.findMany({
    where: { course: code },
    select: { image: { select: { id: true, width: true, height: true, size: true, altVi: true, altEn: true } } },
    orderBy: [{ at: "desc" }, { imageId: "asc" }],
  });
  return rows.map(({ image: { altVi, altEn, ...image } }) => ({ ...image, alt: { vi: altVi, en: altEn } }));
}
