import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { ROLES } from "#access/roles.ts";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { assignCourse, assignmentInput, assignmentsView, endAssignment, versionRows } from "#modules/learning/public.server.ts";
import { AssignmentForm } from "#modules/learning/ui/authoring/assignment-form.tsx";
import { AssignmentList, StandingTable } from "#modules/learning/ui/authoring/assignment-list.tsx";
import { NOTHING_SENT } from "#modules/learning/ui/authoring/sent.ts";
import { useBilingual } from "#modules/learning/ui/authoring/use-bilingual.ts";
import { departments, sites } from "#modules/people/public.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Banner, EmptyState } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Columns, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "courses:assign.title" };

export const loader = page("assignments.read", async ({ actor, params, t }) => {
  const code = params["code"] ?? "";
  const course = await versionRows(code);
  if (course === null) throw notFound();
  const [view, allDepartments, allSites] = await Promise.all([assignmentsView(actor, code, systemClock.now()), departments(), sites()]);
  const named = (rows: readonly { code: string; nameVi: string; nameEn: string; active: boolean }[]) => rows.filter(({ active }) => active).map(({ code: one, nameVi, nameEn }) => ({ code: one, name: { vi: nameVi, en: nameEn } }));
  const roles = ROLES.filter((role) => role !== "auditor").map((role) => ({ code: role, name: t(`role.${role}`) }));
  return json({ code, title: course.title, published: course.published, view, roles, departments: named(allDepartments), sites: named(allSites), mayAssign: can(actor, "courses.assign"), mayReadCourse: can(actor, "courses.read"), idempotencyKey: newId() });
});

export const action = act(
  "courses.assign",
  async ({ actor, params, form, remember }) => {
    const code = params["code"] ?? "";
    const location = `/courses/${encodeURIComponent(code)}/assignments`;
    const asked = { actor, source: "screen", now: systemClock.now() } as const;
    if (form.get("intent") === "end") {
      await endAssignment(code, String(form.get("assignment") ?? ""), asked);
      return redirectWithToast(location, { key: "courses:assign.ended" });
    }
    await assignCourse(code, assignmentInput(form), asked, async (tx) => remember?.(tx, { status: 303, location }));
    return redirectWithToast(location, { key: "courses:assign.done" });
  },
  { idempotent: true },
);

export default function AssignmentsPage() {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const { code, title, published, view, mayAssign, mayReadCourse, ...choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const assigning = refused?.typed["intent"] === "assign";
  const sent = refused !== null && assigning ? { refusal: refused.refusal, typed: refused.typed } : NOTHING_SENT;
  return (
    <Page wide>
      <PageHeader title={t("assign.title")} lead={text(title)} back={mayReadCourse ? { to: `/courses/${code}`, label: text(title) || code } : { to: "/courses/team", label: t("assign.teamTitle") }} />
      {refused !== null && !assigning && <FormErrors refusal={refused.refusal} />}
      {published === null && <Banner tone="info">{t("assign.notInUse")}</Banner>}
      <Columns aside={mayAssign && published !== null ? <Card title={t("assign.who")}><AssignmentForm {...choices} sent={sent} /></Card> : null}>
        {view.assignments.length === 0 ? <EmptyState title={t("assign.none")}>{t("assign.noneHint")}</EmptyState> : <AssignmentList assignments={view.assignments} mayEnd={mayAssign} named={false} />}
        {view.people.length > 0 && <StandingTable people={view.people} peopleCount={view.peopleCount} named={false} />}
      </Columns>
    </Page>
  );
}
