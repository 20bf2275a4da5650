import { vietnameseNameKey } from "#kernel/text.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import { shareOf, spreadOf } from "../domain/insights/figures.ts";
import { personView } from "../queries-decisions.server.ts";
import { byMonth, type Frame, inSlices } from "./frame.server.ts";
import type { ApproverOutcomes } from "./view-models.ts";

/** Answers counted by approver, in order of name: nobody is ranked. */
export async function outcomesByApprover(frame: Frame): Promise<ApproverOutcomes[]> {
  const rows = await byMonth(frame, (span) => readHot("insights.answers", span));
  const people = findPeople(rows.map(({ approverId }) => approverId));
  const measured = await inSlices(rows, (row) => ({
    ...row,
    minutes: row.answeredAt === null || row.state === "climbed" || row.state === "expired" ? null : frame.minutes(row.askedAt, row.answeredAt, row.siteCode),
  }));
  const byApprover = new Map<string, typeof measured>();
  for (const row of measured) byApprover.set(row.approverId, [...(byApprover.get(row.approverId) ?? []), row]);
  const outcomes = [...byApprover].map(([id, asked]): ApproverOutcomes => {
    const count = (state: string) => asked.filter((row) => row.state === state).length;
    const [approved, declined, returned] = [count("approved"), count("declined"), count("returned")];
    const late = asked.filter((row) => row.minutes === null || (row.answeredAt !== null && row.answeredAt > row.dueAt));
    return {
      person: personView(people, id),
      answered: approved + declined + returned,
      returned,
      approval: shareOf(approved, approved + declined),
      minutes: spreadOf(asked.flatMap((row) => (row.minutes === null ? [] : [row.minutes]))),
      late: shareOf(late.length, asked.length),
      overturn: shareOf(asked.filter(({ overturned }) => overturned).length, approved),
    };
  });
  const key = ({ person }: ApproverOutcomes) => vietnameseNameKey(person.name);
  return outcomes.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
