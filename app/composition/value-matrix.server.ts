import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { addDays, localDay, startOfDay } from "#kernel/period.ts";
import { decisionKinds } from "#modules/empowerment/public.server.ts";
import { definitions } from "#modules/kpis/public.server.ts";
import { answersAbout, answersByTouchpoint } from "#modules/listening/public.server.ts";
import { listValues, organisation } from "#modules/people/public.server.ts";
import { thanksByValue } from "#modules/recognition/public.server.ts";
import { type CellEvidence, customerStages, feltAt, valueStages } from "#modules/reviews/public.server.ts";
import { endKey, THREAD_KINDS, type ThreadEnd } from "#modules/thread/public.ts";
import { readHot } from "#platform/transaction.server.ts";
import type { Telling } from "./leading.server.ts";
import { visibleNodes } from "./thread-kinds.server.ts";

/** Days of evidence that a cell of the matrix counts. */
const EVIDENCE_DAYS = 180;
/** Acts of a cell that a page lists. */
const SHOWN = 60;

/** Everything a cell was counted from, as the thread names it. */
function endsOf({ recognitions, things, answers }: CellEvidence): ThreadEnd[] {
  const cited = things.flatMap(({ kind, id }): ThreadEnd[] => THREAD_KINDS.flatMap((one) => (one === kind ? [{ kind: one, id }] : [])));
  return [...answers.map((id): ThreadEnd => ({ kind: "feedback", id })), ...recognitions.map((id): ThreadEnd => ({ kind: "recognition", id })), ...cited];
}

/** What stands behind one cell, as far as the reader may know of it, and how much they may not. */
async function cellShown(actor: PersonActor, cell: CellEvidence | undefined, { t, locale }: Telling) {
  const ends = cell === undefined ? [] : endsOf(cell);
  const nodes = await visibleNodes(actor, ends.slice(0, SHOWN), { t, locale, at: systemClock.now() });
  const acts = ends.slice(0, SHOWN).flatMap((end) => {
    const node = nodes.get(endKey(end));
    return node === undefined ? [] : [{ key: endKey(end), title: node.title, at: node.at, href: node.href }];
  });
  return { acts, hidden: ends.length - acts.length };
}

/**
 * Values × stages of the journey with the evidence of the last half-year that customers feel them, the KPIs in use that
 * measure each stage, and what stands behind the cell the address asks for. A cell without evidence is null.
 */
export async function valueMatrix(actor: PersonActor, url: URL, telling: Telling) {
  const now = systemClock.now();
  const { timeZone } = organisation();
  const from = startOfDay(addDays(localDay(now, timeZone), -EVIDENCE_DAYS), timeZone);
  const [values, thanks, atTouchpoints] = await Promise.all([listValues(), thanksByValue(from, now), answersByTouchpoint(from, now)]);
  const cases = thanks.flatMap(({ kind, refId }) => (kind === "decision" ? [refId] : []));
  const [kinds, answers] = await Promise.all([decisionKinds(cases), answersAbout(cases)]);
  const cells = valueStages(thanks, kinds, answers);
  const kpis = definitions(readHot, { status: "active" });
  const cellOf = (value: string, stage: string) => cells.find((one) => one.value === value && one.stage === stage);
  const [value, stage] = [values.find(({ code }) => code === url.searchParams.get("value")), customerStages.find((one) => one === url.searchParams.get("stage"))];
  return {
    values: values.map(({ code, name }) => ({ code, name })),
    stages: customerStages.map((one) => ({
      stage: one,
      cells: values.map(({ code }) => {
        const cell = cellOf(code, one);
        return cell === undefined ? null : { thanks: cell.recognitions.length, rated: cell.rated, content: cell.content };
      }),
      felt: feltAt(one, atTouchpoints),
      kpis: kpis.filter(({ definition }) => definition.stage === one).map(({ code, definition }) => ({ code, name: definition.name })),
    })),
    shown: value === undefined || stage === undefined ? null : { value: value.name, stage, ...(await cellShown(actor, cellOf(value.code, stage), telling)) },
    may: { kpis: can(actor, "kpis.read"), recognise: can(actor, "recognitions.give"), surveys: can(actor, "surveys.edit"), tell: can(actor, "stories.tell") },
  };
}
