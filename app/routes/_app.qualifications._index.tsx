import { json } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { systemClock } from "#kernel/clock.ts";
import { courseInput, listCourses, listQualifications, saveCourse } from "#modules/people/public.server.ts";
import { CourseForm } from "#modules/people/ui/course-form.tsx";
import { useRowName } from "#modules/people/ui/use-local-name.ts";
import { act, page } from "#platform/http/page.server.ts";
import { encodeCursor, readCursor } from "#platform/http/paging.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { buttonClasses, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { Select, TextInput } from "#ui/inputs.tsx";
import { Card, Page, PageHeader, Pagination } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";
import { Table } from "#ui/table.tsx";

const PAGE = 50;

export const handle: PageHandle = { title: "people:qualifications.title" };

export const loader = page("qualifications.read", async ({ actor, url }) => {
  const chosen = { q: url.searchParams.get("q") ?? "", course: url.searchParams.get("course") ?? "" };
  const [courses, rows] = await Promise.all([
    listCourses(),
    listQualifications(actor, { text: chosen.q, course: chosen.course || null }, { limit: PAGE + 1, cursor: readCursor(url.searchParams.get("after")) }),
  ]);
  const last = rows[PAGE - 1];
  const older = rows.length > PAGE && last ? `/qualifications?${new URLSearchParams({ ...chosen, after: encodeCursor([last.sort, last.id]) }).toString()}` : null;
  return json({ chosen, courses, rows: rows.slice(0, PAGE).map(({ sort: _sort, ...row }) => row), older, mayEdit: can(actor, "qualifications.edit") });
});

export const action = act("qualifications.edit", async ({ actor, form }) => {
  await saveCourse(courseInput(form), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast("/qualifications", { key: "people:qualifications.courseSaved" });
});

export default function QualificationsPage() {
  const { chosen, courses, rows, older, mayEdit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(["people", "ui"]);
  const format = useFormat();
  const name = useRowName();
  const refused = answer && "refusal" in answer ? answer : null;
  const courseName = (code: string) => {
    const course = courses.find((each) => each.code === code);
    return course ? name(course) : code;
  };
  return (
    <Page wide>
      <PageHeader
        title={t("qualifications.title")}
        lead={t("qualifications.lead")}
        actions={
          <>
            {mayEdit && <LinkButton to="/qualifications/import">{t("ui:action.import")}</LinkButton>}
            <a href="/qualifications/export" download className={buttonClasses()}>{t("ui:action.export")}</a>
          </>
        }
      />
      <FilterBar active={chosen.q !== "" || chosen.course !== ""} all="/qualifications">
        <Field label={t("person.name")} name="q" defaultValue={chosen.q} className="min-w-56">
          <TextInput type="search" maxLength={200} />
        </Field>
        <Field label={t("qualifications.course")} name="course" defaultValue={chosen.course}>
          <Select placeholder={t("qualifications.anyCourse")} options={courses.map((course) => ({ value: course.code, label: name(course) }))} />
        </Field>
      </FilterBar>
      <Table
        caption={t("qualifications.title")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t("qualifications.empty")}>{t("qualifications.emptyHint")}</EmptyState>}
        columns={[
          { key: "person", header: t("qualifications.person"), names: true, cell: (row) => <Link to={`/people/${row.personId}`} className="inline-flex min-h-target items-center underline underline-offset-4">{row.name}</Link> },
          { key: "course", header: t("qualifications.course"), cell: (row) => courseName(row.course) },
          { key: "from", header: t("qualifications.from"), cell: (row) => format.day(row.validFrom) },
          { key: "to", header: t("qualifications.to"), cell: (row) => (row.validTo === null ? t("qualifications.forGood") : format.day(row.validTo)) },
        ]}
      />
      <Pagination older={older} />
      <Card title={t("qualifications.courses")}>
        <p className="text-muted">{t("qualifications.coursesLead")}</p>
        <Table
          caption={t("qualifications.courses")}
          rows={courses}
          rowKey={(course) => course.code}
          empty={<p>{t("qualifications.noCourses")}</p>}
          columns={[
            { key: "name", header: t("qualifications.course"), names: true, cell: (course) => name(course) },
            { key: "code", header: t("qualifications.code"), cell: (course) => course.code },
            { key: "minutes", header: t("qualifications.minutes"), numeric: true, cell: (course) => format.number(course.minutes) },
          ]}
        />
      </Card>
      {mayEdit && (
        <Card title={t("qualifications.addCourse")}>
          <CourseForm refusal={refused?.refusal ?? null} typed={refused?.typed ?? {}} />
        </Card>
      )}
    </Page>
  );
}
