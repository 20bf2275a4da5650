import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { words } from "#i18n/words.ts";
import { Button } from "#ui/button.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import { Table } from "#ui/table.tsx";
import type { AssignmentsView, AssignmentView, StandingCounts } from "../../assignments/view-models.ts";
import { useBilingual } from "./use-bilingual.ts";

/** Whom an assignment means, in words. */
function useWho() {
  const { t } = useTranslation(["courses", "ui"]);
  const text = useBilingual();
  const format = useFormat();
  return ({ roles, departments, sites, people, startedFrom }: AssignmentView): string => {
    const parts = [...roles.map((code) => words(t, "ui:role", { code }, "errors:unknown")), ...departments.map(({ name }) => text(name)), ...sites.map(({ name }) => text(name)), ...people];
    if (startedFrom !== null) parts.push(t("courses:assign.newcomers", { day: format.day(startedFrom) }));
    return parts.length === 0 ? t("courses:assign.everybody") : parts.join(" · ");
  };
}

function Counts({ counts }: { counts: StandingCounts }) {
  const { t } = useTranslation("courses");
  return (
    <span className="flex flex-wrap gap-1.5">
      <Badge icon={null}>{t("assign.meets", { count: counts.meant })}</Badge>
      <Badge tone="good">{t("assign.finished", { n: counts.done })}</Badge>
      {counts.open > 0 && <Badge tone="info">{t("assign.open", { n: counts.open })}</Badge>}
      {counts.overdue > 0 && <Badge tone="warn">{t("assign.overdue", { n: counts.overdue })}</Badge>}
      {counts.away > 0 && <Badge tone="neutral">{t("assign.away", { n: counts.away })}</Badge>}
    </span>
  );
}

/** The assignments in force, with how many of whom they mean are done. */
export function AssignmentList({ assignments, mayEnd, named }: { assignments: readonly AssignmentView[]; mayEnd: boolean; named: boolean }) {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const format = useFormat();
  const who = useWho();
  return (
    <Card title={t("assign.current")}>
      <ul className="flex flex-col divide-y divide-line">
        {assignments.map((assignment) => (
          <li key={assignment.id} className="flex flex-col gap-1.5 py-3">
            {named && <h3 className="text-base font-semibold">{text(assignment.title)}</h3>}
            <p className={named ? "" : "font-semibold"}>{who(assignment)}</p>
            <p className="text-sm text-muted">
              {t("assign.since", { day: format.day(assignment.assignedOn), days: assignment.dueDays })}
              {assignment.everyMonths !== null && <> · {t("assign.again", { months: assignment.everyMonths })}</>}
            </p>
            <Counts counts={assignment.counts} />
            {mayEnd && (
              <Form method="post">
                <input type="hidden" name="assignment" value={assignment.id} />
                <Button name="intent" value="end" variant="quiet" aria-label={t("assign.endOf", { who: who(assignment) })} className="-ml-4">{t("assign.end")}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const TONES = { done: "good", open: "info", overdue: "warn" } as const;

/** Person by person, overdue first. */
export function StandingTable({ people, peopleCount, named }: Pick<AssignmentsView, "people" | "peopleCount"> & { named: boolean }) {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const format = useFormat();
  return (
    <>
      {peopleCount > people.length && <p className="text-sm text-muted">{t("assign.cut", { shown: people.length, all: peopleCount })}</p>}
      <Table
        caption={t("assign.list")}
        showCaption
        rows={people}
        rowKey={({ assignmentId, person }) => `${assignmentId} ${person.id}`}
        columns={[
          { key: "person", header: t("assign.person"), names: true, cell: ({ person, title }) => <>{person.name}{named && <span className="block text-sm font-normal text-muted">{text(title)}</span>}</> },
          { key: "state", header: t("assign.state"), cell: ({ state, away }) => <span className="flex flex-wrap gap-1.5"><Badge tone={TONES[state]}>{t(`assign.states.${state}`)}</Badge>{away && <Badge>{t("assign.absent")}</Badge>}</span> },
          { key: "due", header: t("assign.due"), cell: ({ dueOn }) => (dueOn === null ? "–" : format.day(dueOn)) },
        ]}
      />
    </>
  );
}
