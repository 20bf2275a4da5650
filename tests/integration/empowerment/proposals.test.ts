import { beforeEach, describe, expect, test } from "vitest";
import type { SmallCompanyKey } from "#db/seed/builders.ts";
import { newId } from "#kernel/ids.ts";
import {
  acceptProposal, approveDecision, checkDecision, confirmProposal, createDraft, endTrials, findProposals, policyVersion, proposalDetail, proposalsPage, publishPolicy, recordDecision,
  recordResult, rejectProposal, saveDraft, searchProposals, submitPolicy,
} from "#modules/empowerment/public.server.ts";
import { parsePolicy, type PolicyDocument } from "#modules/empowerment/public.ts";
import { linksOf } from "#modules/thread/public.server.ts";
import { db } from "#platform/db.server.ts";
import { readHot, transaction } from "#platform/transaction.server.ts";
import { repeatDecision } from "#tests/support/repeat-decision.ts";
import { freshCompany, MONDAY_TEN, refund, type TestCompany, voucher } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

const DAY_MS = 86_400_000;
const days = (count: number) => new Date(MONDAY_TEN.getTime() + count * DAY_MS);
/** The night in which cases are looked through. */
const NIGHT = days(0.5);
const at = (now: Date) => ({ now });
const note = { note: "Xem số liệu" };

/** Requests over the limit of REFUND-STORE, approved in full after ten minutes, and some that were declined. */
async function overLimit(inFull: number, declined: number, minor = 700_000): Promise<void> {
  const { id } = await recordDecision(await company.actor("frontline"), refund(minor), { locale: "vi", now: MONDAY_TEN });
  const approval = await db.approval.findFirstOrThrow({ where: { decisionId: id } });
  await approveDecision(await company.actor("supervisor"), approval.id, {}, at(new Date(MONDAY_TEN.getTime() + 600_000)));
  await repeatDecision(id, inFull - 1);
  await repeatDecision(id, declined, { state: "declined", approvedAmount: null, approvedById: null });
}

/** Vouchers near the limit of VOUCHER-TRAINED that did not help. */
async function unresolved(count: number): Promise<void> {
  const clerk = await company.actor("frontline");
  const { id } = await recordDecision(clerk, voucher(150_000), { locale: "vi", now: MONDAY_TEN });
  await recordResult(clerk, id, { result: "unresolved" }, at(days(0.1)));
  await repeatDecision(id, count - 1);
}

const proposals = (where: { state?: string } = {}) => db.proposal.findMany({ where, orderBy: { createdAt: "asc" } });
async function theOpen(): Promise<string> {
  const [first] = await proposals({ state: "open" });
  if (first === undefined) throw new Error("nothing is proposed");
  return first.id;
}
async function documentOf(version: number): Promise<PolicyDocument> {
  return parsePolicy((await policyVersion(await company.actor("hr"), version, MONDAY_TEN))?.document);
}
const limitIn = (document: PolicyDocument, code: string) => document.rules.find((rule) => rule.code === code)?.limit?.perCase;
const inForce = (when: Date) => readHot("policy.in-force", { at: when })?.version ?? 0;
const told = (key: SmallCompanyKey, kind: string) => db.notification.findMany({ where: { personId: company.people[key].id, kind } });
const events = (type: string) => db.auditEvent.findMany({ where: { type } });

async function widened(): Promise<{ readonly id: string; readonly version: number }> {
  await overLimit(58, 2);
  await findProposals(NIGHT);
  return acceptProposal(await company.actor("hr"), await theOpen(), note, at(days(1)));
}
/** Submits and publishes a draft, by HR and a leader. */
async function publish(version: number, when: Date, effectiveFrom: Date | null = null): Promise<void> {
  await submitPolicy(await company.actor("hr"), version, note, at(when));
  await publishPolicy(await company.actor("leader"), version, { ...note, effectiveFrom }, at(when));
}

describe("looking through the cases", () => {
  test("finds the limit that approvers keep agreeing to pass, with the evidence, and tells HR once", async () => {
    await overLimit(58, 2);
    expect(await findProposals(NIGHT)).toBe(1);
    expect(await findProposals(days(1.5))).toBe(0);
    const found = await proposals();
    expect(found).toMatchObject([{ rule: "REFUND-STORE", reason: null, kind: "widen", fromLimit: 500_000n, toLimit: 700_000n, state: "open", baseVersion: 1 }]);
    const detail = await proposalDetail(await company.actor("hr"), found[0]!.id);
    expect(detail).toMatchObject({
      hits: 58,
      n: 60,
      evidence: { widening: { inFull: 58, declined: 2 }, estimate: { cases: 60, cost: 1_400_000, minutes: 600, typicalWait: 10 }, beneficiaries: { roles: ["frontline"], people: 3 }, capped: false },
      may: { answer: true, accept: true },
    });
    expect(Math.round((detail?.bound ?? 0) * 1_000)).toBe(886);
    expect(detail?.examples).toHaveLength(5);
    expect(await told("hr", "proposal.found")).toHaveLength(1);
    expect(await events("proposal.found")).toMatchObject([{ actorId: null, subjectId: found[0]!.id }]);
  });

  test("proposes nothing on 28 of 30, and says so rule by rule", async () => {
    await overLimit(28, 2);
    expect(await findProposals(NIGHT)).toBe(0);
    const page = await proposalsPage(await company.actor("auditor"));
    expect(page.open).toEqual([]);
    expect(page.maySearch).toBe(false);
  });

  test("finds the limit in whose upper half customers are not helped, for that reason alone", async () => {
    await unresolved(60);
    await findProposals(NIGHT);
    expect(await proposals()).toMatchObject([{ rule: "VOUCHER-TRAINED", reason: "late_delivery", kind: "narrow", fromLimit: 200_000n, toLimit: 100_000n }]);
  });

  test("supersedes what the cases no longer say", async () => {
    await overLimit(58, 2);
    await findProposals(NIGHT);
    await overLimit(1, 20);
    await findProposals(days(1.5));
    expect((await proposals()).map(({ state }) => state)).toEqual(["superseded"]);
    expect(await events("proposal.superseded")).toHaveLength(1);
  });

  test("is for HR to ask for", async () => {
    await expect(searchProposals(await company.actor("leader"))).rejects.toMatchObject({ code: "forbidden" });
    expect(await searchProposals(await company.actor("hr"), at(NIGHT))).toBe(0);
  });

  test("run by two at once opens each proposal once", async () => {
    await overLimit(58, 2);
    await Promise.all([findProposals(NIGHT), findProposals(NIGHT)]);
    expect(await proposals()).toHaveLength(1);
  });
});

describe("accepting", () => {
  test("makes a draft in which that limit alone differs, drawn into the thread", async () => {
    const { id, version } = await widened();
    const [before, draft] = [await documentOf(1), await documentOf(version)];
    expect(draft).toEqual({ ...before, rules: before.rules.map((rule) => (rule.code === "REFUND-STORE" ? { ...rule, limit: { ...rule.limit, perCase: 700_000 } } : rule)) });
    expect(await db.policyVersion.findUniqueOrThrow({ where: { version } })).toMatchObject({ state: "draft", baseVersion: 1, createdById: company.people.hr.id });
    expect(linksOf({ kind: "rule", id: "REFUND-STORE" }, ["caused_by"], 10).filter(({ from }) => from.kind === "rule")).toHaveLength(5);
    expect(linksOf({ kind: "policy", id: String(version) }, null, 10)).toMatchObject([{ relation: "changed", to: { kind: "rule", id: "REFUND-STORE" }, byId: company.people.hr.id }]);
    expect(await db.proposal.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "accepted", draftVersion: version, answerNote: note.note, trialEndsAt: null });
    await expect(acceptProposal(await company.actor("hr2"), id, {}, at(days(1)))).rejects.toMatchObject({ code: "state_changed" });
  });

  test("for one reason makes an exception with words in both languages; the other reasons keep what they had", async () => {
    await unresolved(60);
    await findProposals(NIGHT);
    const { version } = await acceptProposal(await company.actor("hr"), await theOpen(), {}, at(days(1)));
    const exception = (await documentOf(version)).rules.find(({ code }) => code === "VOUCHER-TRAINED-LATE-DELIVERY");
    expect(exception).toMatchObject({ limit: { perCase: 100_000 }, when: { reasons: ["late_delivery"] }, name: { vi: "Tặng phiếu mua hàng: Giao trễ", en: "Voucher: Late delivery" } });
    expect(exception?.why?.vi).toContain("60 trong 60");
    expect(exception?.why?.en).toContain("60 of 60");
    await publish(version, days(2));
    const clerk = await company.actor("frontline");
    const outcome = async (reason: string) => (await checkDecision(clerk, voucher(150_000, { reason }), { locale: "vi", now: days(3) })).outcome;
    expect([await outcome("late_delivery"), await outcome("product_fault")]).toEqual(["escalated", "granted"]);
  });

  test("is for HR, and never for whose own limit it is", async () => {
    await overLimit(58, 2);
    await findProposals(NIGHT);
    const id = await theOpen();
    for (const other of ["leader", "manager", "auditor", "frontline"] as const) await expect(acceptProposal(await company.actor(other), id, {}, at(days(1)))).rejects.toMatchObject({ code: "forbidden" });
    await transaction((tx) => tx.insert("RoleAssignment", { id: newId(), personId: company.people.hr.id, role: "frontline", scopeKind: "own", scopeRef: null }));
    await expect(acceptProposal(await company.actor("hr"), id, {}, at(days(1)))).rejects.toMatchObject({ code: "own_authority", status: 403 });
    expect(await proposalDetail(await company.actor("hr"), id)).toMatchObject({ barred: "own_authority", may: { answer: true, accept: false } });
    expect(await acceptProposal(await company.actor("hr2"), id, {}, at(days(1)))).toMatchObject({ state: "accepted" });
    await expect(acceptProposal(await company.actor("hr"), newId(), {}, at(days(1)))).rejects.toMatchObject({ code: "not_found" });
  });

  test("is refused once the limit is not what the proposal saw", async () => {
    await overLimit(58, 2);
    await findProposals(NIGHT);
    const rules = company.policy.rules.map((rule) => (rule.code === "REFUND-STORE" ? { ...rule, limit: { ...rule.limit, perCase: 550_000 } } : rule));
    const { version } = await createDraft(await company.actor("hr"), { ...company.policy, rules }, at(days(1)));
    await publish(version, days(1));
    await expect(acceptProposal(await company.actor("hr"), await theOpen(), {}, at(days(2)))).rejects.toMatchObject({ code: "state_changed" });
    await findProposals(days(2));
    expect((await proposals()).map(({ state, fromLimit }) => [state, fromLimit])).toEqual([["superseded", 500_000n], ["open", 550_000n]]);
  });
});

test("rejecting asks why, remembers it, and the same comes back only when its cases have grown by half", async () => {
  await overLimit(58, 2);
  await findProposals(NIGHT);
  const hr = await company.actor("hr");
  const id = await theOpen();
  await expect(rejectProposal(hr, id, { note: "  " }, at(days(1)))).rejects.toMatchObject({ code: "invalid_input", errors: [{ path: "note", code: "required" }] });
  await expect(rejectProposal(await company.actor("leader"), id, note, at(days(1)))).rejects.toMatchObject({ code: "forbidden" });
  expect(await rejectProposal(hr, id, { note: "Chờ hết mùa Tết" }, at(days(1)))).toEqual({ id, state: "rejected" });
  await overLimit(29, 0);
  expect(await findProposals(days(1.5))).toBe(0);
  await overLimit(1, 0);
  expect(await findProposals(days(2.5))).toBe(1);
  expect((await proposalsPage(hr)).past).toMatchObject([{ id, note: "Chờ hết mùa Tết", answeredBy: { email: "hr@demo.tam" } }]);
});

describe("a limit on trial", () => {
  test("begins when its draft comes into force and ends ninety days later: notice, then the base by itself", async () => {
    const { id, version } = await widened();
    await publish(version, days(2), days(3));
    expect((await db.proposal.findUniqueOrThrow({ where: { id } })).trialEndsAt).toEqual(days(93));
    expect(await findProposals(days(10))).toBe(0);

    await endTrials(days(78.9));
    expect(await told("hr", "proposal.ending")).toEqual([]);
    await endTrials(days(80));
    await endTrials(days(81));
    expect(await told("hr", "proposal.ending")).toHaveLength(1);
    expect(await told("leader", "proposal.ending")).toHaveLength(1);

    expect(await endTrials(days(92.9))).toBe(0);
    expect(limitIn(await documentOf(inForce(days(92.9))), "REFUND-STORE")).toBe(700_000);
    expect(await endTrials(days(93))).toBe(1);
    expect(await endTrials(days(94))).toBe(0);
    const returned = inForce(days(93));
    expect(returned).toBe(version + 1);
    expect(await documentOf(returned)).toEqual(await documentOf(1));
    expect(await db.policyVersion.findUniqueOrThrow({ where: { version: returned }, include: { editors: true } })).toMatchObject({ createdById: null, publishedById: null, editors: [], baseVersion: version, effectiveFrom: days(93) });
    expect(await db.proposal.findUniqueOrThrow({ where: { id } })).toMatchObject({ trialOutcome: "returned", returnVersion: returned, trialClosedById: null });
    expect(await events("proposal.returned")).toMatchObject([{ actorId: null }]);
    expect(await told("hr", "proposal.returned")).toHaveLength(1);
    expect(await told("frontline", "policy.changed")).toHaveLength(2);
  });

  test("stays when somebody else confirms it", async () => {
    const { id, version } = await widened();
    await expect(confirmProposal(await company.actor("leader"), id, {}, at(days(2)))).rejects.toMatchObject({ code: "state_changed" });
    await publish(version, days(2), days(3));
    await expect(confirmProposal(await company.actor("leader"), id, {}, at(days(2.5)))).rejects.toMatchObject({ code: "state_changed" });
    await expect(confirmProposal(await company.actor("hr"), id, {}, at(days(60)))).rejects.toMatchObject({ code: "own_proposal", status: 403 });
    await expect(confirmProposal(await company.actor("manager"), id, {}, at(days(60)))).rejects.toMatchObject({ code: "forbidden" });
    await transaction((tx) => tx.insert("RoleAssignment", { id: newId(), personId: company.people.leader2.id, role: "frontline", scopeKind: "own", scopeRef: null }));
    await expect(confirmProposal(await company.actor("leader2"), id, {}, at(days(60)))).rejects.toMatchObject({ code: "own_authority", status: 403 });
    expect(await confirmProposal(await company.actor("leader"), id, note, at(days(60)))).toEqual({ id, trialOutcome: "confirmed" });
    expect(await endTrials(days(200))).toBe(0);
    expect(limitIn(await documentOf(inForce(days(200))), "REFUND-STORE")).toBe(700_000);
    await expect(confirmProposal(await company.actor("leader"), id, {}, at(days(61)))).rejects.toMatchObject({ code: "state_changed" });
  });

  test("is left alone where somebody has changed the limit since", async () => {
    const { id, version } = await widened();
    await publish(version, days(2));
    const document = await documentOf(version);
    const rules = document.rules.map((rule) => (rule.code === "REFUND-STORE" ? { ...rule, limit: { ...rule.limit, perCase: 650_000 } } : rule));
    const later = await createDraft(await company.actor("hr"), { ...document, rules }, at(days(30)));
    await publish(later.version, days(30));
    expect(await endTrials(days(92))).toBe(1);
    expect(inForce(days(93))).toBe(later.version);
    expect(await db.proposal.findUniqueOrThrow({ where: { id } })).toMatchObject({ trialOutcome: "superseded", returnVersion: null });
  });

  test("does not begin where the draft was edited to another limit", async () => {
    const { id, version } = await widened();
    const document = await documentOf(version);
    const rules = document.rules.map((rule) => (rule.code === "REFUND-STORE" ? { ...rule, limit: { ...rule.limit, perCase: 600_000 } } : rule));
    await saveDraft(await company.actor("hr"), version, { ...document, rules }, "1", at(days(1)));
    await publish(version, days(2));
    expect(await db.proposal.findUniqueOrThrow({ where: { id } })).toMatchObject({ trialEndsAt: null, trialOutcome: "superseded" });
  });

  test("ends in versions already published for a later day too", async () => {
    const { version } = await widened();
    await publish(version, days(2));
    const document = await documentOf(version);
    const rules = document.rules.map((rule) => (rule.code === "REFUND-LEAD" ? { ...rule, limit: { perCase: 2_500_000 } } : rule));
    const coming = await createDraft(await company.actor("hr"), { ...document, rules }, at(days(80)));
    await publish(coming.version, days(80), days(120));
    await endTrials(days(92));
    const limits = async (when: Date) => ["REFUND-STORE", "REFUND-LEAD"].map((code) => limitIn(later, code), (later = await documentOf(inForce(when))));
    let later = document;
    expect(await limits(days(119))).toEqual([500_000, 2_000_000]);
    expect(await limits(days(121))).toEqual([500_000, 2_500_000]);
  });

  test("narrowed limits return the same way", async () => {
    await unresolved(60);
    await findProposals(NIGHT);
    const { version } = await acceptProposal(await company.actor("hr"), await theOpen(), {}, at(days(1)));
    await publish(version, days(2));
    await endTrials(days(92));
    expect(limitIn(await documentOf(inForce(days(92))), "VOUCHER-TRAINED-LATE-DELIVERY")).toBe(200_000);
  });
});
