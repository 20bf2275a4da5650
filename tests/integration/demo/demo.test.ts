import { beforeAll, describe, expect, test } from "vitest";
import { SIGN_INS } from "#db/seed/company.ts";
import { planDemo } from "#db/seed/demo-plan.ts";
import { STORIES } from "#db/seed/decisions/stories.ts";
import { POLICY } from "#db/seed/policy.ts";
import { DemoRefused, demoSignIns, loadDemo, resetDemo } from "#composition/demo.server.ts";
import { compilePolicy, parsePolicy, type DecisionRequest, type Explanation, type Facts } from "#modules/empowerment/public.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { authorityGaps, betsInForce, careCompared, fearByTeam, lifeAtLimits, lifeOverview, rulePage } from "#modules/empowerment/public.server.ts";
import { surveyLimits } from "#modules/empowerment/proposals/find-proposals.server.ts";
import { loadActor, NO_CONTEXT } from "#modules/people/public.server.ts";
import { exportResults, pulseResults } from "#modules/pulse/public.server.ts";
import { db } from "#platform/db.server.ts";
import { boxKeys } from "#platform/sealed-box.server.ts";
import { decrypt } from "#platform/secrets.server.ts";
import { readHot, transaction } from "#platform/transaction.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-23T03:10:00Z");

/** Lower bound of the 95 % Wilson interval for `hits` of `n`. */
function wilsonLower(hits: number, n: number): number {
  const z = 1.959963984540054;
  const share = hits / n;
  return (share + (z * z) / (2 * n) - z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
}

beforeAll(async () => {
  await useTestDatabase();
  await loadDemo({ now });
}, 180_000);

describe("the company", () => {
  test("has the seven sign-ins, each with their role and a password, and is marked as a demo without second factor", async () => {
    for (const [role, { email }] of Object.entries(SIGN_INS)) {
      const person = await db.person.findUniqueOrThrow({ where: { email }, include: { roles: true, credential: true } });
      expect(person.roles.map((held) => held.role)).toEqual([role]);
      expect(person.credential?.passwordHash).toMatch(/^\$argon2id\$/);
    }
    expect(await db.organisation.findUniqueOrThrow({ where: { id: 1 } })).toMatchObject({ isDemo: true, requireTotp: false });
    expect(demoSignIns()).toHaveLength(8);
  });

  test("has about 180 people, none named Tâm, in twelve shops, a hotline, an online team, a warehouse and a head office", async () => {
    const people = await db.person.findMany({ select: { name: true } });
    expect(people.length).toBeGreaterThan(170);
    expect(people.length).toBeLessThan(200);
    expect(people.filter(({ name }) => name.split(" ").includes("Tâm"))).toEqual([]);
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
    expect(await db.site.count({ where: { channel: "store" } })).toBe(12);
    expect(await db.site.count()).toBe(16);
  });

  test("the clerk, the supervisor and the manager of the sign-ins are one line of one shop", async () => {
    const clerk = await db.person.findUniqueOrThrow({ where: { email: SIGN_INS.frontline.email }, include: { manager: { include: { manager: true } } } });
    expect(clerk.siteCode).toBe("HN-01");
    expect(clerk.manager?.email).toBe(SIGN_INS.supervisor.email);
    expect(clerk.manager?.manager?.email).toBe(SIGN_INS.manager.email);
  });

  test("customers' phone numbers are encrypted and belong to no operator", async () => {
    const [customer] = await db.customer.findMany({ where: { ref: STORIES.courtesy } });
    expect(decrypt(customer?.phoneCipher ?? "", `customer.phone:${customer?.id}`)).toMatch(/^\+8495\d{7}$/);
    expect(await db.customer.count()).toBe(1_500);
  });
});

describe("the policy", () => {
  test("one version is in force, two are retired, one is coming and one waits for a second person", async () => {
    const versions = await db.policyVersion.findMany({ orderBy: { version: "asc" } });
    expect(versions.map(({ state }) => state)).toEqual(["published", "published", "published", "published", "in_review"]);
    expect(readHot("policy.in-force", { at: now })?.version).toBe(POLICY.inForce);
    for (const { publishedById, version } of versions) {
      if (publishedById !== null) expect(await db.policyEditor.count({ where: { version, personId: publishedById } })).toBe(0);
    }
  });
});

describe("what customers say", () => {
  test("is heard at eight touchpoints and after cases, about 1,500 answers and 400 in words, the newest partly unread", async () => {
    expect(await db.survey.count()).toBe(8);
    const heard = await db.feedback.findMany({ select: { said: true, language: true, decisionId: true, readAt: true, receivedAt: true, answeredAt: true } });
    expect(heard.length).toBeGreaterThan(1_350);
    expect(heard.length).toBeLessThan(1_700);
    const worded = heard.flatMap(({ said, language }) => (said === null ? [] : [{ said, language }]));
    expect(worded.length).toBeGreaterThan(350);
    expect(new Set(worded.map(({ said }) => said)).size).toBeGreaterThan(worded.length * 0.75);
    expect(worded.filter(({ language }) => language === "en").length).toBeGreaterThan(10);
    expect(heard.filter(({ decisionId }) => decisionId !== null).length).toBeGreaterThan(600);
    expect(heard.filter(({ readAt }) => readAt === null).length).toBeGreaterThan(20);
    expect(Math.max(...heard.flatMap(({ receivedAt, readAt, answeredAt }) => [receivedAt, readAt, answeredAt].map((at) => at?.getTime() ?? 0)))).toBeLessThanOrEqual(now.getTime());
  });

  test("leaves each customer in peace for thirty days between two cases", async () => {
    const links = await db.surveyLink.findMany({ where: { kind: "case" }, select: { customerId: true, createdAt: true }, orderBy: { createdAt: "asc" } });
    const last = new Map<string, number>();
    for (const { customerId, createdAt } of links) {
      const before = last.get(customerId ?? "") ?? -Infinity;
      expect(createdAt.getTime() - before).toBeGreaterThanOrEqual(30 * 86_400_000);
      last.set(customerId ?? "", createdAt.getTime());
    }
  });

  test("watches the pain point it began with", async () => {
    expect(await db.startedPainPoint.findFirstOrThrow()).toMatchObject({ touchpointCode: "COUNTER", solution: expect.any(String) as string });
  });
});

describe("the history", () => {
  test("holds at least 6,500 decisions with every state and outcome", async () => {
    expect(await db.decision.count()).toBeGreaterThanOrEqual(6_500);
    const states = await db.decision.groupBy({ by: ["state"] });
    expect(states.map(({ state }) => state).sort()).toEqual(["approved", "cancelled", "declined", "expired", "granted", "pending", "refused", "returned"]);
  });

  test("nothing in it lies in the future", async () => {
    const decisions = await db.decision.findMany({ select: { decidedAt: true, givenAt: true, resultAt: true, closedAt: true, repeatContactAt: true, boughtAgainAt: true } });
    const others = [...(await db.auditEvent.findMany({ select: { at: true } })), ...(await db.customerNote.findMany({ select: { at: true } }))];
    const latest = Math.max(...[...decisions, ...others].flatMap((row) => Object.values(row).map((at: Date | null) => at?.getTime() ?? 0)));
    expect(latest).toBeLessThanOrEqual(now.getTime());
  });

  test("every decision is what the version then in force answers to its stored request and facts", async () => {
    const versions = new Map((await db.policyVersion.findMany()).map(({ version, document }) => [version, compilePolicy(parsePolicy(JSON.parse(document)))]));
    for (const decision of await db.decision.findMany({ select: { facts: true, explanation: true, policyVersion: true, outcome: true, byChoice: true, number: true } })) {
      const { request, facts } = JSON.parse(decision.facts) as { request: DecisionRequest; facts: Facts };
      const verdict = versions.get(decision.policyVersion)?.evaluate(request, facts);
      expect(verdict, decision.number).toEqual((JSON.parse(decision.explanation) as Explanation).verdict);
      expect(decision.byChoice ? "escalated" : verdict?.outcome).toBe(decision.outcome);
    }
  });

  test("counters are the sum of their ledger and within their limits; the trail verifies; numbers go on", async () => {
    expect(readHot("budget.mismatches", {})).toEqual([]);
    expect((await db.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM BudgetCounter WHERE consumed > "limit" OR consumed < 0`)[0]?.n).toBe(0n);
    expect((await verifyChain()).ok).toBe(true);
    const decisions = await db.decision.findMany({ select: { number: true, sequence: true }, orderBy: { sequence: "asc" } });
    expect(decisions.map(({ sequence }) => sequence)).toEqual(decisions.map((_, index) => index + 1));
    const next = await transaction((tx) => tx.statement("sequence.next", { name: `decision:${decisions.at(-1)?.number.slice(2, 6)}` }));
    expect(next).toBe(Number(decisions.at(-1)?.number.slice(7)) + 1);
  });

  test("decisions fall into the opening hours of their site", async () => {
    const outside = await db.decision.findMany({ where: { siteCode: "HN-01" }, select: { decidedAt: true } });
    const hours = outside.map(({ decidedAt }) => (decidedAt.getUTCHours() + 7) % 24);
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(9);
    expect(Math.max(...hours)).toBeLessThan(22);
  });

  test("no approver is the requester, and whoever declines gives words for the customer", async () => {
    const approvals = await db.approval.findMany({ include: { decision: { select: { personId: true } } } });
    expect(approvals.filter(({ approverId, decision }) => approverId === decision.personId)).toEqual([]);
    expect(approvals.filter(({ state, say, note }) => state === "declined" && (say === null || note === null))).toEqual([]);
  });

  test("notes are at least 60 different ones", async () => {
    const notes = await db.decision.findMany({ where: { note: { not: null } }, select: { note: true }, distinct: ["note"] });
    expect(notes.length).toBeGreaterThan(300);
  });
});

describe("what there is to see", () => {
  test("a rule that deserves widening: at least 60 over its limit, nearly all approved in full", async () => {
    const over = await db.decision.findMany({ where: { rule: "REFUND-REMOTE", reason: "product_fault", reasonCode: "over_case_limit", state: { in: ["approved", "declined", "expired"] } } });
    const inFull = over.filter(({ amount, approvedAmount }) => approvedAmount === amount);
    expect(over.length).toBeGreaterThanOrEqual(60);
    expect(wilsonLower(inFull.length, over.length)).toBeGreaterThanOrEqual(0.85);
  });

  test("a rule that deserves narrowing: what it grants mostly leaves the customer waiting", async () => {
    const granted = await db.decision.findMany({ where: { rule: "VOUCHER-LATE", state: "granted", result: { not: null } } });
    const unresolved = granted.filter(({ result }) => result === "unresolved");
    expect(granted.length).toBeGreaterThanOrEqual(60);
    expect(wilsonLower(unresolved.length, granted.length)).toBeGreaterThanOrEqual(0.85);
  });

  test("both proposals stand there to be answered, by reason where a rule has several", async () => {
    const proposals = await db.proposal.findMany({ select: { rule: true, reason: true, kind: true, fromLimit: true, toLimit: true, state: true } });
    expect(proposals.map(({ rule, reason, kind, state }) => [rule, reason, kind, state]).sort()).toEqual([
      ["REFUND-REMOTE", "product_fault", "widen", "open"],
      ["VOUCHER-LATE", null, "narrow", "open"],
    ]);
    for (const { kind, fromLimit, toLimit } of proposals) expect(kind === "widen" ? toLimit > fromLimit && toLimit <= 2n * fromLimit : toLimit < fromLimit && 2n * toLimit >= fromLimit).toBe(true);
  });

  test("a gap: alterations gone wrong, again and again without a rule", async () => {
    const gaps = await db.decision.groupBy({ by: ["reason", "gesture"], where: { reasonCode: "no_rule_covers" }, _count: true, orderBy: { _count: { id: "desc" } } });
    expect(gaps[0]).toMatchObject({ reason: "alteration_fault", gesture: "voucher" });
    expect(gaps[0]?._count).toBeGreaterThanOrEqual(40);
  });

  test("permission fear in one team of five or more, far above every other", async () => {
    const rows = await db.decision.findMany({ select: { managerId: true, byChoice: true, outcome: true, personId: true } });
    const byTeam = new Map<string | null, typeof rows>();
    for (const row of rows) byTeam.set(row.managerId, [...(byTeam.get(row.managerId) ?? []), row]);
    const teams = [...byTeam.values()]
      .filter((team) => new Set(team.map(({ personId }) => personId)).size >= 5)
      .map((team) => team.filter(({ byChoice }) => byChoice).length / team.filter(({ byChoice, outcome }) => byChoice || outcome === "granted").length)
      .sort((a, b) => b - a);
    expect(teams[0]).toBeGreaterThan(0.25);
    expect(teams[1]).toBeLessThan(0.08);
  });

  test("something waits on the supervisor and on the manager, due in the future", async () => {
    for (const { email } of [SIGN_INS.supervisor, SIGN_INS.manager]) {
      const { id } = await db.person.findUniqueOrThrow({ where: { email } });
      const waiting = await db.approval.findMany({ where: { approverId: id, state: "pending" } });
      expect(waiting.length).toBeGreaterThanOrEqual(2);
      expect(waiting.every(({ dueAt }) => dueAt > now)).toBe(true);
    }
  });

  test("a promise is due today for the clerk, and the clerk begins the day with all their room", async () => {
    const { id } = await db.person.findUniqueOrThrow({ where: { email: SIGN_INS.frontline.email } });
    const promises = await db.customerPromise.findMany({ where: { keeperId: id, state: "open" } });
    expect(promises.some(({ dueAt }) => dueAt > now && dueAt.getTime() - now.getTime() < 86_400_000)).toBe(true);
    expect(readHot("budget.read", { budget: "PERSON-DAY", subject: `person:${id}`, window: "day:2026-11-23" })).toBeNull();
  });

  test("five stories can be walked from the customer's words to a promise, with their links", async () => {
    for (const ref of Object.values(STORIES)) {
      const customer = await db.customer.findUniqueOrThrow({ where: { ref }, include: { promises: true } });
      expect(customer.promises.length, ref).toBeGreaterThan(0);
      const decisions = await db.decision.findMany({ where: { customerRef: ref } });
      expect(decisions.length, ref).toBeGreaterThan(0);
      for (const { id } of decisions) expect(await db.threadLink.count({ where: { fromKind: "decision", fromId: id, toKind: "customer", toId: customer.id } })).toBe(1);
    }
  });
});

describe("how authority lives", () => {
  /** Where the six months begin. */
  const JUNE = new Date("2026-05-31T17:00:00Z");
  const actor = async (email: string) => {
    const { id } = await db.person.findUniqueOrThrow({ where: { email } });
    const found = await loadActor(id, NO_CONTEXT);
    if (found === null) throw new Error(email);
    return found;
  };
  const hr = () => actor(SIGN_INS.hr.email);

  test("most is decided alone, and customers have it sooner than with approval", async () => {
    const { total, times, months, rules, approvers } = await lifeOverview(await hr(), {}, now);
    expect(total.autonomy.low).toBeGreaterThan(0.7);
    expect(times.alone.high).toBeLessThan(times.approved.low ?? 0);
    expect(months.map(({ month }) => month)).toEqual(["2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11"]);
    expect(rules.reduce((sum, { autonomy }) => sum + autonomy.n, 0)).toBe(total.autonomy.n);
    expect(approvers?.length).toBeGreaterThan(20);
  });

  test("some decisions were overturned, most of them of the rule that deserves narrowing", async () => {
    const { rules } = await lifeOverview(await hr(), {}, now);
    const overturned = rules.filter(({ overturn }) => overturn.hits > 0).sort((a, b) => b.overturn.hits - a.overturn.hits);
    expect(overturned[0]?.rule?.code).toBe("VOUCHER-LATE");
    expect(overturned.reduce((sum, { overturn }) => sum + overturn.hits, 0)).toBe(await db.decisionOverturn.count({ where: { decision: { decidedAt: { gte: JUNE } } } }));
    for (const { decisionId, byId } of await db.decisionOverturn.findMany()) {
      expect((await db.decision.findUniqueOrThrow({ where: { id: decisionId } })).personId).not.toBe(byId);
    }
  });

  test("the gap that deserves a rule comes first, with the approvers' yes", async () => {
    const [first] = (await authorityGaps(await hr(), {}, now)).gaps;
    expect([first?.gesture.code, first?.reason.code, first?.channel.code, first?.role]).toEqual(["voucher", "alteration_fault", "store", "frontline"]);
    expect(first?.count).toBeGreaterThanOrEqual(40);
    expect(first?.approval.low).toBeGreaterThan(0.6);
  });

  test("one team of five or more is afraid, mostly of blame; no smaller team is shown or can be computed", async () => {
    const { fear } = fearByTeam(await hr(), {}, now);
    const [afraid, next] = fear?.teams ?? [];
    expect(afraid?.asked.low).toBeGreaterThan(0.25);
    expect(afraid?.reasons?.[0]?.reason).toBe("feared_blame");
    expect(next?.asked.high).toBeLessThan(afraid?.asked.low ?? 0);
    const parts = [...(fear?.teams ?? []), ...(fear?.others ? [fear.others] : [])];
    for (const { people } of parts) expect(people).toBeGreaterThanOrEqual(5);
    expect(parts.reduce((sum, { asked }) => sum + asked.n, 0)).toBe(fear?.total.asked.n);
  });

  test("just over a limit customers wait longer; amounts gather under some limit", async () => {
    const { edge, bunching } = await lifeAtLimits(await hr(), {}, now);
    expect(edge.waited?.low).toBeGreaterThan(0);
    expect(bunching.some(({ bunched }) => bunched === true)).toBe(true);
  });

  test("the same fault gets less at a distance, and the rule says why", async () => {
    const { lesserRules, goodwill } = await careCompared(await hr(), {}, now);
    const remote = lesserRules.find(({ lesser, greater }) => lesser.code === "REFUND-REMOTE" && greater.code === "REFUND-STORE");
    expect(remote).toMatchObject({ by: ["channel"], lesserLimit: 300_000, greaterLimit: 500_000, silent: [] });
    expect(goodwill?.length).toBeGreaterThan(5);
    for (const { name, count } of goodwill ?? []) {
      expect(name).toMatch(/^(\p{Lu}\. )+\p{L}+$/u);
      expect(count).toBeGreaterThanOrEqual(4);
    }
  });

  test("one bet is repaid, one has too few customers yet to say; the first is due for its review", async () => {
    const { bets } = betsInForce(await hr(), {}, now);
    const verdicts = new Map(bets.map(({ rule, verdict }) => [rule.code, verdict]));
    expect(verdicts.get("GIFT-PROACTIVE")).toBe("repaid");
    expect(verdicts.get("REFUND-STORE-PLATINUM")).toBe("too_few");
    expect(await rulePage(await hr(), "GIFT-PROACTIVE", {}, now)).toMatchObject({ due: true, mayReview: true, reviews: [{ decision: "change" }] });
  });

  test("a manager counts their own shop, without approvers by name and without bets", async () => {
    const manager = await actor(SIGN_INS.manager.email);
    const { total, approvers } = await lifeOverview(manager, {}, now);
    const own = await db.decision.count({ where: { state: "granted", OR: [{ siteCode: "HN-01" }, { personId: manager.personId }], decidedAt: { gte: JUNE, lt: now } } });
    expect([total.alone, approvers]).toEqual([own, null]);
    expect(betsInForce(manager, {}, now).bets).toEqual([]);
    for (const email of [SIGN_INS.frontline.email, SIGN_INS.supervisor.email, SIGN_INS.admin.email]) {
      await expect(lifeOverview(await actor(email), {}, now)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("proposals widen the one rule and narrow the other", async () => {
    const survey = await surveyLimits(now);
    const proposed = (survey?.rules ?? []).flatMap(({ rule, proposals }) => proposals.map(({ assessment }) => `${rule} ${assessment.kind}`));
    expect(proposed).toEqual(expect.arrayContaining(["REFUND-REMOTE widen", "VOUCHER-LATE narrow"]));
  });
});

test("two pulses and one around a manager are over and one is open; of some groups nothing may be told, and what was said is acted on", async () => {
  const pulses = await db.pulse.findMany({ orderBy: { opensOn: "asc" } });
  expect(pulses.map(({ state }) => state)).toEqual(["closed", "closed", "closed", "open"]);
  const [, circle, second, open] = pulses;
  const manager = await loadActor(circle?.subjectId ?? "", NO_CONTEXT);
  const around = async (group: string) => (manager === null ? null : await pulseResults(manager, circle?.id ?? "", group))?.results.map(({ told }) => told.state);
  expect([await around("all"), await around("self")]).toEqual([["shown", "shown", "shown", "shown", "shown"], ["named", "named", "named", "named", expect.any(String)]]);
  const hr = await loadActor((await db.person.findUniqueOrThrow({ where: { email: SIGN_INS.hr.email } })).id, NO_CONTEXT);
  const results = hr === null ? null : await pulseResults(hr, second?.id ?? "", null);
  let file = "";
  for await (const piece of await exportResults(second?.id ?? "", { actor: null, source: "command-line", now })) file += piece;
  for (const state of ["shown", "hidden", "trend"]) expect(file, state).toContain(`,${state},`);
  expect(results?.results.at(-1)?.texts?.length).toBeGreaterThanOrEqual(8);
  expect(await db.pulseAction.count({ where: { pulseId: second?.id ?? "" } })).toBe(2);
  expect(await db.pulseAnswer.count({ where: { pulseId: open?.id ?? "" } })).toBe(0);
  expect(await db.pulseSealed.count()).toBeGreaterThan(40);
  expect(boxKeys()).toEqual([open?.id]);
});

test("the same instant gives the same rows", () => {
  const once = planDemo(now);
  const again = planDemo(now);
  expect(again.company).toEqual(once.company);
  expect(again.customers).toEqual(once.customers);
  expect(again.simulation.history.decisions).toEqual(once.simulation.history.decisions);
  expect(again.simulation.history.approvals).toEqual(once.simulation.history.approvals);
  expect([...again.simulation.ledger.counters]).toEqual([...once.simulation.ledger.counters]);
  expect(again.care.promises).toEqual(once.care.promises);
}, 120_000);

describe("loading and resetting", () => {
  test("a database that is not empty is refused", async () => {
    await expect(loadDemo({ now })).rejects.toThrow(DemoRefused);
  });

  test("a reset is refused, and changes nothing, unless the organisation is the demo one", async () => {
    const before = await db.decision.count();
    await transaction((tx) => tx.update("Organisation", { id: 1 }, { isDemo: false }));
    await expect(resetDemo({ now })).rejects.toThrow(DemoRefused);
    expect(await db.decision.count()).toBe(before);
    await transaction((tx) => tx.update("Organisation", { id: 1 }, { isDemo: true }));
  });

  test("a reset puts a fresh demo in its place, guards included", async () => {
    await transaction((tx) => tx.update("Organisation", { id: 1 }, { name: "Đã sửa" }));
    await resetDemo({ now });
    expect(await db.organisation.findUniqueOrThrow({ where: { id: 1 } })).toMatchObject({ name: "Mây Lụa" });
    expect((await verifyChain()).ok).toBe(true);
    const event = await db.auditEvent.findFirstOrThrow();
    await expect(transaction((tx) => tx.update("AuditEvent", { seq: event.seq }, { type: "x.y" }))).rejects.toThrow(/append-only/);
  }, 180_000);
});
