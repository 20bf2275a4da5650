import { beforeEach, describe, expect, it } from "vitest";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { addNote } from "#modules/customers/add-note.server.ts";
import { closePromise } from "#modules/customers/close-promise.server.ts";
import { promisesToKeep } from "#modules/customers/due-promises.server.ts";
import { ensureCustomer } from "#modules/customers/ensure-customer.server.ts";
import { eraseCustomer } from "#modules/customers/erase-customer.server.ts";
import { findCustomer, knownCustomer, knownOrder } from "#modules/customers/find-customer.server.ts";
import { handOverPromises } from "#modules/customers/hand-over-promises.server.ts";
import { listCustomers } from "#modules/customers/list-customers.server.ts";
import { lookUpCustomer } from "#modules/customers/look-up.server.ts";
import { makePromise } from "#modules/customers/make-promise.server.ts";
import { remindKeeperJob } from "#modules/customers/remind-keeper.server.ts";
import { revealPhone } from "#modules/customers/reveal-phone.server.ts";
import { setAddressForm } from "#modules/customers/set-address-form.server.ts";
import { customerTimeline } from "#modules/customers/timeline.server.ts";
import type { TimelineSource } from "#modules/customers/timeline.ts";
import { deactivatePerson } from "#modules/people/deactivate-person.server.ts";
import { db } from "#platform/db.server.ts";
import { registerJobs, runDueJobs } from "#platform/jobs.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-22T03:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const timeZone = "Asia/Ho_Chi_Minh";
let company: SmallCompany;

beforeEach(async () => {
  await useTestDatabase();
  company = await seedSmallCompany(now);
});

const look = (key: { ref: string } | { phone: string }, sources: TimelineSource[] = [], at = now) => lookUpCustomer(key, { sources, now: at, timeZone });

describe("who is in front of you", () => {
  it("is found by a phone typed in any way, which is stored encrypted, hashed and by its last digits", async () => {
    const made = await transaction((tx) => ensureCustomer(tx, { phone: "0912 345 678" }, { at: now }));
    expect(findCustomer({ phone: "+84912345678" })?.ref).toBe(made.ref);
    expect(findCustomer({ phone: "912.345.678" })?.phoneLast).toBe("678");
    const row = await db.customer.findUniqueOrThrow({ where: { id: made.id } });
    expect(JSON.stringify({ ...row, lifetimeValue: null })).not.toContain("912345678");
    expect(made.ref).toMatch(/^K-[2-9A-Z]{8}$/);
  });

  it("is made once, whether by phone or by reference", async () => {
    const at = { at: now };
    const byPhone = await transaction((tx) => ensureCustomer(tx, { phone: "0912345678" }, at));
    expect(await transaction((tx) => ensureCustomer(tx, { phone: "+84 912 345 678" }, at))).toEqual(byPhone);
    const byRef = await transaction((tx) => ensureCustomer(tx, { ref: "C-9" }, at));
    expect(await transaction((tx) => ensureCustomer(tx, { ref: "C-9", phone: "0987654321" }, at))).toEqual(byRef);
    expect(findCustomer({ phone: "0987654321" })?.ref).toBe("C-9");
    await transaction((tx) => ensureCustomer(tx, { ref: "C-9", phone: "0912345678" }, at));
    expect(findCustomer({ phone: "0912345678" })?.ref).toBe(byPhone.ref);
    await expect(transaction((tx) => ensureCustomer(tx, { phone: "113" }, at))).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("shows a masked name, tier, value and nothing for somebody unknown", async () => {
    expect(await look({ ref: "C-1029" })).toMatchObject({
      ref: "C-1029", name: "M. V. Lộc", tier: "gold", lifetimeValue: { minor: 18_500_000, currency: "VND" }, addressForm: "anh",
      recent: [], openPromises: [], burden: { timesTold: 0, peopleMet: 0, daysWaiting: 0 },
    });
    expect(await look({ ref: "C-0" })).toBeNull();
    expect(await look({ phone: "0900000000" })).toBeNull();
  });

  it("tells the last three things of all sources and what we have put the customer through", async () => {
    const { people } = company;
    const ref = company.customers.gold.ref;
    await addNote(ref, { text: "Áo bung chỉ" }, await askedBy(people.frontline, now));
    await addNote(ref, { text: "Đã gọi hỏi kho" , isContact: false }, await askedBy(people.supervisor, later(60)));
    await addNote(ref, { text: "Khách gọi lại" }, await askedBy(people.frontline2, later(24 * 60)));
    const decisions: TimelineSource = async (customerId) => [
      { id: "d1", at: later(30), kind: "decision", words: { key: "empowerment:timeline.granted", params: { customerId } }, byId: people.frontline.id, href: null, contact: true, settledAt: null },
    ];
    const view = await look({ ref }, [decisions], later(48 * 60));
    expect(view?.recent.map(({ kind, words }) => ("said" in words ? words.said : kind))).toEqual(["Khách gọi lại", "Đã gọi hỏi kho", "decision"]);
    expect(view?.burden).toEqual({ timesTold: 3, peopleMet: 2, daysWaiting: 2 });
  });

  it("gives decisions the facts Tâm knows", async () => {
    expect(knownCustomer({ ref: "C-1029" })).toMatchObject({ tier: "gold", lifetimeValue: 18_500_000, currency: "VND" });
    await transaction((tx) => tx.insert("Purchase", { orderRef: "O-88", customerId: company.customers.gold.id, purchasedAt: now, amount: 1_250_000n, currency: "VND" }));
    expect(knownOrder("O-88")).toEqual({ orderRef: "O-88", customerRef: "C-1029", purchasedAt: now, amount: 1_250_000, currency: "VND" });
    expect(knownOrder("O-0")).toBeNull();
  });

  it("is listed for those who may, by name without diacritics or by reference", async () => {
    const page = { limit: 50, cursor: null };
    expect((await listCustomers({ text: "loc mai" }, page)).map(({ ref }) => ref)).toEqual(["C-1029"]);
    expect((await listCustomers({ text: "C-10" }, page)).map(({ ref }) => ref)).toEqual(["C-1001", "C-1029"]);
    expect((await listCustomers({ tier: "gold" }, page)).map(({ ref }) => ref)).toEqual(["C-1029"]);
    expect((await listCustomers({}, { limit: 50, cursor: ["C-1001"] })).map(({ ref }) => ref)).toEqual(["C-1029"]);
  });
});

describe("notes and promises", () => {
  it("stand on one timeline, made and kept, newest first", async () => {
    const { people } = company;
    const ref = company.customers.gold.ref;
    const clerk = await askedBy(people.frontline, now);
    const { id } = await makePromise(ref, { text: "Gọi lại trước thứ Sáu", dueAt: later(600), keeperId: people.frontline.id }, clerk);
    await addNote(ref, { text: "Khách sẽ quay lại thứ Sáu" }, await askedBy(people.frontline, later(5)));
    expect((await look({ ref }))?.openPromises).toMatchObject([{ id, text: "Gọi lại trước thứ Sáu", keeperId: people.frontline.id }]);
    await closePromise(id, "kept", "Đã gọi", await askedBy(people.frontline2, later(90)));
    const entries = await customerTimeline(company.customers.gold.id, [], 10);
    expect(entries.map(({ words }) => ("said" in words ? words.said : words.key))).toEqual(["customers:timeline.kept", "Khách sẽ quay lại thứ Sáu", "customers:timeline.promised"]);
    expect((await look({ ref }))?.openPromises).toEqual([]);
    await expect(closePromise(id, "broken", null, clerk)).rejects.toMatchObject({ code: "state_changed", status: 409 });
    await expect(closePromise("none", "kept", null, clerk)).rejects.toMatchObject({ code: "not_found" });
  });

  it("are for those who serve customers", async () => {
    for (const key of ["hr", "admin", "auditor"] as const) {
      await expect(addNote("C-1029", { text: "x" }, await askedBy(company.people[key], now))).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(addNote("C-0", { text: "x" }, await askedBy(company.people.frontline, now))).rejects.toMatchObject({ code: "not_found" });
  });

  it("refuse a promise for the past, or one that nobody here keeps", async () => {
    const clerk = await askedBy(company.people.frontline, now);
    const promise = { text: "x", dueAt: later(60), keeperId: company.people.frontline.id };
    await expect(makePromise("C-1029", { ...promise, dueAt: now }, clerk)).rejects.toMatchObject({ errors: [{ path: "dueAt", code: "must_be_future" }] });
    await expect(makePromise("C-1029", { ...promise, keeperId: "nobody" }, clerk)).rejects.toMatchObject({ errors: [{ path: "keeper", code: "unknown_person" }] });
  });

  it("remind the keeper once before the promise is due, and not when it was kept", async () => {
    const { people } = company;
    registerJobs([remindKeeperJob]);
    const clerk = await askedBy(people.frontline, now);
    await makePromise("C-1029", { text: "Gọi lại", dueAt: later(600), keeperId: people.supervisor.id }, clerk);
    const { id } = await makePromise("C-1029", { text: "Gửi mẫu", dueAt: later(600), keeperId: people.supervisor.id }, clerk);
    await runDueJobs(later(500));
    expect(await db.notification.count()).toBe(0);
    await closePromise(id, "kept", null, clerk);
    await runDueJobs(later(541));
    await runDueJobs(later(700));
    const told = await db.notification.findMany();
    expect(told).toMatchObject([{ personId: people.supervisor.id, kind: "promise.due", href: "/promises" }]);
    expect(JSON.parse(told[0]?.params ?? "")).toMatchObject({ ref: "C-1029", text: "Gọi lại" });
  });

  it("are listed for their keeper, the most urgent first, and go to the manager when the keeper leaves", async () => {
    const { people } = company;
    const clerk = await askedBy(people.frontline, now);
    await makePromise("C-1029", { text: "Sau", dueAt: later(600), keeperId: people.frontline.id }, clerk);
    await makePromise("C-1001", { text: "Trước", dueAt: later(60), keeperId: people.frontline.id }, clerk);
    expect((await promisesToKeep(people.frontline.id)).map(({ text, ref }) => [text, ref])).toEqual([["Trước", "C-1001"], ["Sau", "C-1029"]]);
    await deactivatePerson(people.frontline.id, await askedBy(people.hr, now), [handOverPromises]);
    expect(await promisesToKeep(people.frontline.id)).toEqual([]);
    expect(await promisesToKeep(people.supervisor.id)).toHaveLength(2);
    expect(await db.auditEvent.count({ where: { type: "promise.handed-over" } })).toBe(2);
  });
});

describe("what is private", () => {
  it("shows a whole number only with a trace of who looked", async () => {
    await transaction((tx) => ensureCustomer(tx, { ref: "C-1029", phone: "0912345678" }, { at: now }));
    expect(await revealPhone("C-1029", await askedBy(company.people.frontline, now))).toBe("+84912345678");
    expect(await db.auditEvent.findFirstOrThrow({ where: { type: "customer.phone-revealed" } })).toMatchObject({ actorId: company.people.frontline.id, subjectId: company.customers.gold.id });
    for (const key of ["hr", "auditor", "admin"] as const) {
      await expect(revealPhone("C-1029", await askedBy(company.people[key], now))).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(revealPhone("C-1001", await askedBy(company.people.frontline, now))).rejects.toMatchObject({ code: "not_found" });
  });

  it("forgets a customer's details, keeps the figures and the chain, and finds them no more", async () => {
    const { people } = company;
    await transaction((tx) => ensureCustomer(tx, { ref: "C-1029", phone: "0912345678" }, { at: now }));
    const clerk = await askedBy(people.frontline, now);
    await addNote("C-1029", { text: "Anh Lộc ở phố Huế" }, clerk);
    await makePromise("C-1029", { text: "Gọi anh Lộc", dueAt: later(600), keeperId: people.frontline.id }, clerk);
    await expect(eraseCustomer("C-1029", clerk, [])).rejects.toMatchObject({ code: "forbidden" });
    const told: string[] = [];
    await eraseCustomer("C-1029", await askedBy(people.hr, later(1)), [async (_tx, { customerId }) => void told.push(customerId)]);
    expect(told).toEqual([company.customers.gold.id]);
    expect(await look({ ref: "C-1029" })).toBeNull();
    expect(findCustomer({ phone: "0912345678" })).toBeNull();
    const everything = JSON.stringify([await db.customer.findMany({ select: { name: true, nameFolded: true, phoneLast: true } }), await db.customerNote.findMany(), await db.customerPromise.findMany(), await db.auditPersonalValue.findMany()]);
    expect(everything).not.toMatch(/Lộc|phố Huế/);
    expect((await db.customer.findMany({ select: { phoneLast: true } })).filter(({ phoneLast }) => phoneLast?.endsWith("678"))).toEqual([]);
    expect((await db.customer.findUniqueOrThrow({ where: { ref: "C-1029" } })).lifetimeValue).toBe(18_500_000n);
    expect(await db.job.count()).toBe(0);
    expect((await verifyChain()).ok).toBe(true);
    await expect(eraseCustomer("C-1029", await askedBy(people.hr, now), [])).rejects.toMatchObject({ code: "not_found" });
  });

  it("remembers how a customer wishes to be called", async () => {
    await setAddressForm("C-1029", "bác", await askedBy(company.people.frontline, now));
    expect((await look({ ref: "C-1029" }))?.addressForm).toBe("bác");
  });
});
