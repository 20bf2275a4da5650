import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { type Day, localDay } from "#kernel/period.ts";
import { listPolicies } from "#modules/empowerment/public.server.ts";
import { citedImprovements, workedChanges } from "#modules/improvements/public.server.ts";
import {
  cancelRecount, changesTiedTo, countedFigure, definitionFindings, designedKpi, designInput, designStep, discardDraft, feedFacts, feedInput, feedKpi, kpiChoices, kpiPage, type OutsideChange, type PageWish, periodToFeed, places, putIntoUse, recountKpi,
  retireKpi, saveDraft, setTarget, stepAfter, targetInput,
} from "#modules/kpis/public.server.ts";
import type { KpiView } from "#modules/kpis/view-models.ts";
import { organisation } from "#modules/people/public.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { thingAt } from "./thread-kinds.server.ts";

/** Versions of the policy that a page looks at, at most. */
const MOST = 100;

/** Changes that the thread ties to a KPI; the words of those the reader may not know of are left out, their days are not. */
async function linkedImprovements(actor: PersonActor, code: string, dayOf: (at: Date) => Day): Promise<OutsideChange[]> {
  const ids = changesTiedTo(code);
  const [changes, cited] = await Promise.all([workedChanges(ids), citedImprovements(ids, actor)]);
  const titles = new Map(cited.map(({ id, number, title }) => [id, `${number} · ${title}`]));
  return changes.flatMap(({ id, number, since, verifiedAt }) =>
    since === null ? [] : [{ day: dayOf(since), kind: "improvement" as const, title: titles.get(id) ?? number, href: `/improvements/${id}`, verified: verifiedAt !== null }],
  );
}

async function policyChanges(actor: PersonActor, dayOf: (at: Date) => Day): Promise<OutsideChange[]> {
  if (!can(actor, "policies.read")) return [];
  const versions = await listPolicies(actor, systemClock.now(), { before: null, limit: MOST });
  return versions.flatMap(({ version, effectiveFrom, state }) =>
    effectiveFrom === null || state === "draft" || state === "in_review" ? [] : [{ day: dayOf(new Date(effectiveFrom)), kind: "policy" as const, title: String(version), href: `/policies/${version}`, verified: false }],
  );
}

/** One KPI with what changed when: operational changes of the thread, versions of the policy, its own definition and targets. */
export async function kpiWithChanges(actor: PersonActor, code: string, wish: PageWish): Promise<KpiView | null> {
  const { timeZone } = organisation();
  const dayOf = (at: Date) => localDay(at, timeZone);
  const outside = [...(await linkedImprovements(actor, code, dayOf)), ...(await policyChanges(actor, dayOf))];
  return kpiPage(actor, code, wish, systemClock.now(), outside);
}

/** What the designer shows: what is being written, what may be chosen, what is missing, what lint says; null for a KPI there is not. */
export async function designPage(code: string) {
  const view = await designedKpi(code);
  return view === null ? null : { ...view, lint: await definitionFindings(view.definition, systemClock.now()), departments: (await places()).departments, kpis: kpiChoices() };
}

const screen = (actor: PersonActor) => ({ actor, source: "screen" as const, now: systemClock.now() });

/** Takes the answers of one step, or puts into use or throws away what was written; answers where to go and what to say. */
export async function takeDesignStep(actor: PersonActor, code: string, form: FormData): Promise<{ to: string; said: "design.saved" | "design.used" | "design.discarded" }> {
  const home = `/kpis/${encodeURIComponent(code)}`;
  const intent = form.get("intent");
  if (intent === "use") {
    const note = form.get("note");
    await putIntoUse(code, typeof note === "string" && note.trim() !== "" ? note.trim().slice(0, 300) : null, screen(actor));
    return { to: home, said: "design.used" };
  }
  if (intent === "discard") {
    await discardDraft(code, screen(actor));
    return { to: home, said: "design.discarded" };
  }
  const known = await designedKpi(code);
  if (known === null) throw notFound();
  const step = designStep(form.get("step") as string | null);
  const definition = designInput(form, step, known.definition);
  await saveDraft(known.inUse ? { ...definition, target: known.definition.target } : definition, screen(actor), { isNew: false });
  return { to: `${home}/design?step=${stepAfter(step)}`, said: "design.saved" };
}

/** The id of the change at an address or with a number's page, where the reader may know of it. Refuses 422 at `improvement`. */
async function improvementAt(actor: PersonActor, address: string): Promise<string | null> {
  if (address === "") return null;
  const end = thingAt(address);
  const [known] = end?.kind === "improvement" ? await citedImprovements([end.id], actor) : [];
  if (known === undefined) throw invalidInput({ path: "improvement", code: "nothing_there" });
  return known.id;
}

/** What those who write KPIs do on one's page; answers what to say. */
export async function doToKpi(actor: PersonActor, code: string, form: FormData): Promise<"target.saved" | "retire.done" | "recount.asked" | "recount.cancelled"> {
  const asked = screen(actor);
  switch (form.get("intent")) {
    case "target": {
      const { improvement, ...fields } = targetInput(form);
      await setTarget(code, fields, await improvementAt(actor, improvement), asked);
      return "target.saved";
    }
    case "retire":
      await retireKpi(code, asked);
      return "retire.done";
    case "recount":
      await recountKpi(code, form.get("from"), asked);
      return "recount.asked";
    case "cancel-recount":
      await cancelRecount(String(form.get("recount")), asked);
      return "recount.cancelled";
    default:
      throw new Refusal("invalid_input");
  }
}

/** What a figure is typed into; null for a KPI that is not fed by this person. */
export async function feedPage(actor: PersonActor, code: string) {
  const facts = feedFacts(actor, code);
  const period = periodToFeed(code, localDay(systemClock.now(), organisation().timeZone));
  if (facts === null || period === null) return null;
  const known = await places();
  const within = (codes: readonly string[] | null, list: typeof known.sites) => (codes === null ? list : list.filter((place) => codes.includes(place.code)));
  return { definition: facts.definition, period, whole: facts.departments === null, departments: within(facts.departments, known.departments), sites: within(facts.sites, known.sites) };
}

/** Looks at a typed figure, or saves it: null then. What was typed comes back with a preview. */
export async function feedFigure(actor: PersonActor, code: string, form: FormData, remember: (tx: Tx) => Promise<void>) {
  const facts = feedFacts(actor, code);
  if (facts === null) throw notFound();
  const { row, reason } = feedInput(form, facts.definition);
  if (form.get("intent") === "save") {
    await feedKpi(code, [row], screen(actor), { dryRun: false, reason, remember });
    return null;
  }
  const { added, corrected } = await feedKpi(code, [row], screen(actor), { dryRun: true, reason: reason ?? "–" });
  const { value, n } = countedFigure(facts.definition, row.counts);
  const typed = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === "string" && entry[0] !== "idempotencyKey"));
  return { preview: { does: added > 0 ? ("add" as const) : corrected > 0 ? ("correct" as const) : ("nothing" as const), value, n }, typed };
}
