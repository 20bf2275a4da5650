import type { PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { decisionBrief, decisionFacts, findPolicyInForce } from "#modules/empowerment/public.server.ts";
import {
  addStep, adoptImprovement, answerImprovement, answerInput, beginTrial, confirmImprovement, confirmInput, figuresInput, finishStep, improvementDetail, type ImprovementFilter,
  noteInput, optionalNoteInput, recordFigures, type Records, type ReportedAbout, revertImprovement, stepInput, trialInput, verifyImprovement, VIEWS,
} from "#modules/improvements/public.server.ts";
import { STATES } from "#modules/improvements/public.ts";
import { KINDS } from "#modules/improvements/schemas.ts";
import type { ImprovementView, Local, MeasureScope, MeasureScopes, PlaceView } from "#modules/improvements/view-models.ts";
import { definitions, measuredPeriods, measuringKpi } from "#modules/kpis/public.server.ts";
import { mayReadFeedback, threadNodes as feedbackNodes } from "#modules/listening/public.server.ts";
import { departments, findPersonByEmail, sites } from "#modules/people/public.server.ts";
import { monthNodes, ownMonth } from "#modules/reviews/public.server.ts";
import { circleNodes, storyView, threadNodes as storyNodes } from "#modules/stories/public.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { readHot } from "#platform/transaction.server.ts";

/** What the system records that a change can be measured by. */
export const records: Records = { facts: decisionFacts, kpi: measuringKpi, kpiPeriods: measuredPeriods };

function ruleInForce(code: string) {
  return findPolicyInForce(systemClock.now())?.document.rules.find((rule) => rule.code === code);
}

/** The story, circle or own month of a form's `kind:id`, for those who may know of it. */
async function learntFrom(actor: PersonActor, from: string | null): Promise<NonNullable<ReportedAbout["learntFrom"]> | null> {
  const [kind, id = ""] = (from ?? "").split(":", 2);
  if (kind === "story") return (await storyNodes(actor, [id])).length > 0 ? { kind, id } : null;
  if (kind === "circle") return (await circleNodes(actor, [id])).length > 0 ? { kind, id } : null;
  if (kind === "leading_month") return (await ownMonth(actor, id)) === null ? null : { kind, id };
  return null;
}

/** What was learnt there, to begin a report with. */
async function learntWords(actor: PersonActor, from: ReportedAbout["learntFrom"]): Promise<{ from: string; title: string; what: string } | null> {
  if (from == null) return null;
  const nodes = { story: storyNodes, circle: circleNodes, leading_month: monthNodes } as const;
  const [node] = await nodes[from.kind](actor, [from.id]);
  if (node === undefined) return null;
  const what = from.kind === "story" ? ((await storyView(actor, from.id))?.parts.changed ?? "") : (node.quote ?? "");
  return { from: `${from.kind}:${from.id}`, title: node.title, what: what.slice(0, 600) };
}

/** What a report refers to: the decision, if the reporter may know of it, and the rule, with its owner. */
export async function reportedAbout(actor: PersonActor, wish: { readonly decision: string | null; readonly rule: string | null; readonly feedback: string | null }, from: string | null = null): Promise<ReportedAbout> {
  const decision = wish.decision === null ? null : await decisionBrief(actor, wish.decision);
  const code = wish.rule ?? decision?.rule ?? null;
  const rule = code === null ? undefined : ruleInForce(code);
  const owner = rule?.owner === undefined ? null : findPersonByEmail(rule.owner);
  return {
    decisionId: decision?.id ?? null,
    feedbackId: wish.feedback !== null && (await mayReadFeedback(actor, wish.feedback)) ? wish.feedback : null,
    rule: rule?.code ?? null,
    learntFrom: await learntFrom(actor, from),
    ruleOwner: owner === null ? null : { id: owner.id, department: owner.departmentCode },
  };
}

/** The name of a rule; its code when it is no longer in force. */
export function ruleName(code: string): Local {
  const { vi, en } = ruleInForce(code)?.name ?? {};
  return { vi: vi || en || code, en: en || vi || code };
}

/** What a page prefilled from a decision or a rule says it is about. */
export async function prefilledReport(actor: PersonActor, query: URLSearchParams) {
  const about = await reportedAbout(actor, { decision: query.get("decision"), rule: query.get("rule"), feedback: query.get("feedback") }, query.get("from"));
  const decision = about.decisionId === null ? null : await decisionBrief(actor, about.decisionId);
  return {
    decision: decision === null ? null : { id: decision.id, number: decision.number },
    feedback: about.feedbackId === null ? null : { id: about.feedbackId, said: (await feedbackNodes(actor, [about.feedbackId]))[0]?.quote ?? "" },
    learnt: await learntWords(actor, about.learntFrom),
    rule: about.rule === null ? null : { code: about.rule, name: ruleName(about.rule) },
    procedure: query.get("procedure") ?? "",
  };
}

export interface ImprovementPage extends ImprovementView {
  readonly ruleName: Local | null;
  /** The decision it came from, for those who may know of it. */
  readonly decision: { readonly id: string; readonly number: string } | null;
  /** Names of what its measure is narrowed to. */
  readonly scope: MeasureScope;
}

async function scopeOf(view: ImprovementView): Promise<ImprovementPage["scope"]> {
  const measure = view.effect?.measure;
  const none = { rule: null, gesture: null, department: null, site: null };
  if (measure === undefined || measure.code === "own") return none;
  const { gestures, departments: parts, sites: places } = await measureScopes();
  const nameOf = (list: readonly PlaceView[], code: string) => list.find((one) => one.code === code) ?? { code, name: { vi: code, en: code } };
  const site = measure.site === null ? null : nameOf(places, measure.site).name;
  if (measure.code === "kpi") return { ...none, site, department: measure.department === null ? null : nameOf(parts, measure.department).name };
  return {
    ...{ ...none, site },
    rule: measure.rule === null ? null : ruleName(measure.rule),
    gesture: measure.gesture === null ? null : nameOf(gestures, measure.gesture).name,
  };
}

/** Everything the page of one improvement shows; null for one the reader may not know of. */
export async function improvementPage(actor: PersonActor, id: string): Promise<ImprovementPage | null> {
  const view = await improvementDetail(actor, id, systemClock.now(), records);
  if (view === null) return null;
  const decision = view.decisionId === null ? null : await decisionBrief(actor, view.decisionId);
  return {
    ...view,
    ruleName: view.rule === null ? null : ruleName(view.rule),
    decision: decision === null ? null : { id: decision.id, number: decision.number },
    scope: await scopeOf(view),
  };
}

/** The KPIs that may show a change, and what a measure may be narrowed to. */
export async function measureScopes(): Promise<MeasureScopes> {
  const document = findPolicyInForce(systemClock.now())?.document;
  const named = ({ code, name }: { readonly code: string; readonly name?: { readonly vi?: string | undefined; readonly en?: string | undefined } | undefined }) => ({ code, name: { vi: name?.vi || name?.en || code, en: name?.en || name?.vi || code } });
  return {
    rules: (document?.rules ?? []).filter(({ effect }) => effect === "grant").map(named),
    gestures: (document?.gestures ?? []).map(named),
    kpis: definitions(readHot, { status: "active" }).filter(({ definition }) => definition.direction !== "range").map(({ code, definition }) => ({ code, name: definition.name })),
    departments: (await departments()).filter(({ active }) => active).map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } })),
    sites: (await sites()).filter(({ active, channel }) => active && channel !== null).map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } })),
  };
}

/** A list's filter as its address has it; `fallback` where no view is chosen. */
export function improvementFilter(query: URLSearchParams, fallback: (typeof VIEWS)[number]): ImprovementFilter & { readonly view: (typeof VIEWS)[number] } {
  const one = <T extends string>(list: readonly T[], name: string) => list.find((value) => value === query.get(name));
  return {
    view: one(VIEWS, "view") ?? fallback,
    kind: one(KINDS, "kind"),
    state: one(STATES, "state"),
    department: query.get("department") || undefined,
    overdue: query.get("overdue") !== null || undefined,
  };
}

/** Does what a form of an improvement's page asks for. @returns the key of the message of what was done */
export async function doToImprovement(actor: PersonActor, id: string, form: FormData): Promise<string> {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  switch (form.get("intent")) {
    case "answer":
      await answerImprovement(id, answerInput(form), asked);
      return "answerForm.sent";
    case "add-step":
      await addStep(id, stepInput(form), asked);
      return "steps.added";
    case "finish-step":
      await finishStep(id, String(form.get("step") ?? ""), asked);
      return "steps.finished";
    case "begin-trial":
      await beginTrial(id, trialInput(form), asked);
      return "trial.began";
    case "figures":
      await recordFigures(id, figuresInput(form), asked);
      return "figures.saved";
    case "decide":
      if (form.get("choice") === "revert") {
        await revertImprovement(id, noteInput(form), asked);
        return "trial.reverted";
      }
      await adoptImprovement(id, noteInput(form), asked);
      return "trial.adopted";
    case "verify":
      await verifyImprovement(id, optionalNoteInput(form), asked, records);
      return "verify.sent";
    case "confirm":
      await confirmImprovement(id, confirmInput(form), asked);
      return "confirm.sent";
    default:
      throw notFound();
  }
}
