import { beforeEach, describe, expect, it } from "vitest";
import { marketingHold, signalJson } from "#composition/complaints.server.ts";
import { closePromise, makePromise } from "#modules/customers/public.server.ts";
import { approveDecision, cancelDecision, declineDecision, markGiven, recordDecision, recordResult, returnDecision } from "#modules/empowerment/public.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import { freshCompany, MONDAY_TEN, refund, type TestCompany, vnd } from "../empowerment/company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

const DAY_MS = 86_400_000;
const after = (ms: number) => new Date(MONDAY_TEN.getTime() + ms);
const at = (ms: number) => ({ now: after(ms) });
const MINUTE = 60_000;

const nothing = { openComplaint: false, holdMarketing: false, until: null };
const until = (ms: number | null) => ({ openComplaint: true, holdMarketing: true, until: ms === null ? null : after(ms).toISOString() });
const signal = (ms: number, ref = "C-1029") => signalJson(ref, after(ms));

const ask = async (minor: number, more: Readonly<Record<string, unknown>> = {}, ms = 0) =>
  recordDecision(await company.actor("frontline"), refund(minor, { customer: { ref: "C-1029" }, ...more }), { locale: "vi", ...at(ms) });

describe("whether marketing holds", () => {
  it("follows a complaint from the question to what the customer has in hand", async () => {
    expect(signal(0)).toEqual(nothing);
    const { id, approval } = await ask(700_000);
    expect(signal(1)).toEqual(until(null));
    expect(signal(1, "C-1001")).toEqual(nothing);
    await approveDecision(await company.actor("supervisor"), approval?.id ?? "", {}, at(MINUTE));
    expect(signal(2 * MINUTE)).toEqual(until(MINUTE + 30 * DAY_MS));
    expect(marketingHold(company.customers.gold.id, after(2 * MINUTE))).toEqual({ until: after(MINUTE + 30 * DAY_MS).toISOString(), reasons: [{ reason: "owed", since: after(MINUTE).toISOString() }] });
    await markGiven(await company.actor("frontline"), id, at(3 * MINUTE));
    expect(signal(4 * MINUTE)).toEqual(nothing);
    await recordResult(await company.actor("frontline"), id, { result: "unresolved" }, at(DAY_MS));
    expect(signal(DAY_MS + 1)).toEqual(until(31 * DAY_MS));
    await recordResult(await company.actor("frontline"), id, { result: "resolved" }, at(2 * DAY_MS));
    expect(signal(2 * DAY_MS + 1)).toEqual(nothing);
    expect(marketingHold(company.customers.gold.id, after(2 * DAY_MS + 1))).toBeNull();
  });

  it("goes on after a no until another way is found", async () => {
    const { approval } = await ask(700_000);
    await declineDecision(await company.actor("supervisor"), approval?.id ?? "", { note: "Chưa đủ căn cứ", locale: "vi" }, at(MINUTE));
    expect(signal(2 * MINUTE)).toEqual(until(MINUTE + 30 * DAY_MS));
    const { id } = await ask(100_000, {}, 3 * MINUTE);
    await markGiven(await company.actor("frontline"), id, at(4 * MINUTE));
    expect(signal(5 * MINUTE)).toEqual(nothing);
  });

  it("goes on where a request was given back and nobody recorded it anew", async () => {
    const { approval } = await ask(100_000, { escalate: true });
    await returnDecision(await company.actor("supervisor"), approval?.id ?? "", { note: "Bạn tự quyết được" }, at(MINUTE));
    expect(marketingHold(company.customers.gold.id, after(2 * MINUTE))?.reasons).toEqual([{ reason: "unanswered", since: after(MINUTE).toISOString() }]);
  });

  it("leaves out what was cancelled and what we did unasked, and looks back over everything that waits", async () => {
    const { id } = await ask(100_000);
    await cancelDecision(await company.actor("frontline"), id, at(MINUTE));
    const care = { gesture: "callback", reason: "aftercare", channel: "hotline", proactive: true, customer: { ref: "C-1029" }, order: "none", flags: [] };
    await recordDecision(await company.actor("frontline"), care, { locale: "vi", ...at(MINUTE) });
    expect(signal(2 * MINUTE)).toEqual(nothing);
    await ask(700_000, {}, 3 * MINUTE);
    expect(signal(200 * DAY_MS)).toEqual(until(null));
  });

  it("holds while a promise is late, until it is closed", async () => {
    const clerk = await company.actor("frontline");
    const promise = await makePromise("C-1029", { text: "Gọi lại", dueAt: after(DAY_MS), keeperId: clerk.personId }, await askedBy(company.people.frontline, MONDAY_TEN));
    expect(signal(DAY_MS - 1)).toEqual(nothing);
    expect(signal(DAY_MS)).toEqual(until(null));
    await closePromise(promise.id, "broken", null, await askedBy(company.people.frontline, after(DAY_MS + 1)));
    expect(signal(DAY_MS + 2)).toEqual(nothing);
  });

  it("names each reason once, the longest-standing first", async () => {
    for (const ms of [0, MINUTE, 2 * MINUTE]) await ask(100_000, { amount: vnd(1_000) }, ms);
    await ask(700_000, {}, 3 * MINUTE);
    expect(marketingHold(company.customers.gold.id, after(4 * MINUTE))).toEqual({
      until: null,
      reasons: [{ reason: "owed", since: after(0).toISOString() }, { reason: "waiting", since: after(3 * MINUTE).toISOString() }],
    });
  });

  it("tells nobody of a customer who is unknown or erased", async () => {
    expect(() => signal(0, "C-0")).toThrow(expect.objectContaining({ code: "not_found", status: 404 }) as Error);
    await transaction((tx) => tx.update("Customer", { ref: "C-1029" }, { erasedAt: MONDAY_TEN }));
    expect(() => signal(0)).toThrow(expect.objectContaining({ code: "not_found" }) as Error);
  });
});
