import { hash } from "@node-rs/argon2";
import { closeQuarter } from "#db/seed/close-quarter.ts";
import { SIGN_INS } from "#db/seed/company.ts";
import { HISTORY_DAYS, planDemo } from "#db/seed/demo-plan.ts";
import { companyEvents, insertCustomers, insertOrganisationRow, insertPeople, insertPlaces } from "#db/seed/insert-company.ts";
import { insertAcknowledgements, insertHistory, insertPolicies, insertPolicyLinks, personIdOf, planNotices, policyEvents } from "#db/seed/insert-history.ts";
import { DEMO_FACTS, insertKpis } from "#db/seed/kpis.ts";
import { insertLearning } from "#db/seed/learning.ts";
import { closeDemoCycles, insertLeading, planLeading } from "#db/seed/leading.ts";
import { insertListening } from "#db/seed/listening.ts";
import { insertImprovements } from "#db/seed/improvements.ts";
import { insertPolicyTalk } from "#db/seed/policy-talk.ts";
import { insertPulses } from "#db/seed/pulse.ts";
import { insertRecognition } from "#db/seed/recognition.ts";
import { randomFrom } from "#db/seed/random.ts";
import { insertScorecards, planQuarter } from "#db/seed/scorecards.ts";
import { insertCare } from "#db/seed/hard-cases.ts";
import { insertStories } from "#db/seed/stories.ts";
import { insertWholeThreads } from "#db/seed/whole-threads.ts";
import { systemClock } from "#kernel/clock.ts";
import { addDays } from "#kernel/period.ts";
import { appendEvent } from "#modules/audit/public.server.ts";
import { findProposals } from "#modules/empowerment/public.server.ts";
import { countDays } from "#modules/kpis/public.server.ts";
import { lookAtCourses } from "#modules/learning/public.server.ts";
import { findOrganisation } from "#modules/people/public.server.ts";
import { reviewsAt } from "#modules/reviews/public.server.ts";
import { emptyDatabase } from "#platform/empty-database.server.ts";
import { env } from "#platform/env.server.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { factReader } from "./kpi-facts.server.ts";
import { learningFacts } from "./learning-effect.server.ts";
import { membersOn, scorecardCounts } from "./scorecards.server.ts";

/** A demo that will not be loaded or reset; the message says why, for the operator. */
export class DemoRefused extends Error {
  override name = "DemoRefused";
}

export interface DemoOptions {
  /** The instant the demo is told from; the machine's unless given. */
  readonly now?: Date;
  /** Told each step as it begins. */
  readonly progress?: (line: string) => void;
}

/** What was loaded. */
export interface LoadedDemo {
  readonly people: number;
  readonly customers: number;
  readonly decisions: number;
  readonly events: number;
}

/** The whole load takes a few seconds; a machine under load gets more. */
const LIMIT_MS = 180_000;
const SETTING = "demo.day";

async function demandEmpty(tx: Tx): Promise<void> {
  if ((await tx.count("Organisation", {})) + (await tx.count("Person", {})) > 0) throw new DemoRefused("The database is not empty: the demo company needs one of its own");
}

/**
 * Fills an empty, migrated database with the demo company, told from `now`, in one transaction: all of it or nothing,
 * whatever is killed. The same day and instant give the same company; ids of audit values, cipher texts and the password
 * hash differ. Throws DemoRefused for a database that is not empty and where TAM_DEMO_PASSWORD is missing.
 */
export async function loadDemo({ now = systemClock.now(), progress = () => undefined }: DemoOptions = {}): Promise<LoadedDemo> {
  const password = env.TAM_DEMO_PASSWORD;
  if (password === null) throw new DemoRefused("TAM_DEMO_PASSWORD is missing: put one of 12 characters or more into .env, or set TAM_DEMO=0");
  await transaction(demandEmpty);
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  progress("Demo company: six months are being played through the rules");
  const plan = planDemo(now);
  const { simulation, care, hindsight, company, customers } = plan;
  const quarter = planQuarter(plan, now);
  const leading = planLeading(plan, now);
  const random = randomFrom(7);
  const loaded = await transaction(
    async (tx) => {
      await demandEmpty(tx);
      progress(`Demo company: ${company.people.length} people, ${customers.customers.length} customers`);
      await insertPlaces(tx);
      await insertPeople(tx, plan, passwordHash, random);
      await insertCustomers(tx, plan);
      await insertPolicies(tx, plan);
      await insertPolicyLinks(tx, plan, randomFrom(11));
      const acknowledged = [...(await insertAcknowledgements(tx, plan, random, now)), ...(await insertPolicyTalk(tx, plan))];
      progress(`Demo company: ${simulation.history.decisions.length} decisions`);
      await insertHistory(tx, plan, random);
      const thanked = await insertRecognition(tx, plan, now);
      const heard = await insertListening(tx, plan, now);
      const changes = await insertImprovements(tx, plan, now);
      const learnt = await insertLearning(tx, plan, now);
      const joined = await insertWholeThreads(tx, plan, now);
      const told = await insertStories(tx, plan, now);
      await insertCare(tx, plan, now);
      const measured = [...(await insertKpis(tx, plan)), ...(await insertScorecards(tx, plan, quarter, now)), ...(await insertLeading(tx, plan, leading))];
      const asked = await insertPulses(tx, plan, now);
      for (const notice of planNotices(plan, random, now)) await tx.insert("Notification", notice);
      const lived = [...simulation.history.events, ...care.events, ...hindsight.events, ...acknowledged, ...thanked, ...heard, ...changes, ...learnt, ...joined, ...told, ...measured, ...asked];
      const events = [...companyEvents(plan, personIdOf(plan, SIGN_INS.hr.email)), ...policyEvents(plan), ...lived]
        .filter(({ at }) => at <= now)
        .sort((a, b) => a.at.getTime() - b.at.getTime());
      progress(`Demo company: ${events.length} acts for the audit trail`);
      for (const event of events) await appendEvent(tx, event);
      await tx.upsert("Setting", { name: SETTING }, { name: SETTING, value: plan.today });
      await insertOrganisationRow(tx, plan);
      return { people: company.people.length, customers: customers.customers.length, decisions: simulation.history.decisions.length, events: events.length };
    },
    { limitMs: LIMIT_MS },
  );
  progress("Demo company: what the system counts by itself");
  const facts = factReader(() => now);
  for (const fact of DEMO_FACTS) await countDays(fact, addDays(plan.today, -HISTORY_DAYS), addDays(plan.today, -1), facts);
  progress("Demo company: the last quarter's scorecards");
  await closeQuarter(plan, quarter, { count: scorecardCounts, members: membersOn(plan.today) });
  progress("Demo company: what leaders did in the closed cycles");
  await closeDemoCycles(leading, reviewsAt);
  progress("Demo company: limits are looked at");
  await findProposals(now);
  progress("Demo company: courses are looked at");
  await lookAtCourses(learningFacts, now);
  return loaded;
}

/**
 * Puts a fresh demo in the place of the demo in the database. The old rows go in one transaction that drops and restores
 * the append-only triggers, so it also works beside an open server; a kill before the new ones leaves an empty database,
 * which the next start fills. Throws DemoRefused, and changes nothing, unless the organisation is the demo one.
 */
export async function resetDemo(options: DemoOptions = {}): Promise<LoadedDemo> {
  if (env.TAM_DEMO_PASSWORD === null) throw new DemoRefused("TAM_DEMO_PASSWORD is missing: put one of 12 characters or more into .env");
  await emptyDatabase(async (tx) => {
    const organisation = await tx.find("Organisation", { id: 1 });
    if (organisation === null || !organisation.isDemo) throw new DemoRefused("The organisation in this database is not the demo company: nothing was changed");
  });
  return loadDemo(options);
}

/** The sign-ins of the demo, one a line, with the password they share; empty where the organisation is another. */
export function demoSignIns(): string[] {
  if (findOrganisation()?.isDemo !== true) return [];
  const width = Math.max(...Object.values(SIGN_INS).map(({ email }) => email.length));
  return [
    ...Object.values(SIGN_INS).map(({ email, name }) => `${email.padEnd(width)}  ${name}`),
    `Password of all: ${env.TAM_DEMO_PASSWORD ?? "the TAM_DEMO_PASSWORD it was loaded with"}`,
  ];
}
