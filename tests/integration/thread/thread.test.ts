import { beforeEach, describe, expect, test } from "vitest";
import { installMessages } from "#composition/messages.server.ts";
import { linkTo, threadPage, threadPanel, visibleThread } from "#composition/thread.server.ts";
import { thingAt } from "#composition/thread-kinds.server.ts";
import { translator } from "#i18n/translator.ts";
import { newId } from "#kernel/ids.ts";
import { recordDecision } from "#modules/empowerment/public.server.ts";
import { drawLink, link, removeLink } from "#modules/thread/public.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { freshCompany, MONDAY_TEN, refund, type TestCompany } from "../empowerment/company.ts";

let company: TestCompany;
let decision: string;

installMessages();
const telling = { t: translator("vi"), locale: "vi", at: MONDAY_TEN } as const;
const asked = async (key: Parameters<TestCompany["actor"]>[0]) => ({ actor: await company.actor(key), source: "screen", now: MONDAY_TEN }) as const;
const here = () => ({ kind: "decision", id: decision }) as const;
const rule = { kind: "rule", id: "VOUCHER-TRAINED" } as const;

beforeEach(async () => {
  company = await freshCompany();
  const recorded = await recordDecision(await company.actor("frontline"), refund(100_000, { note: "Khách nói chỉ bung sau một lần giặt" }), { locale: "vi", now: MONDAY_TEN });
  decision = recorded.id;
});

describe("the thread of a decision", () => {
  test("tells in words what it rests on", async () => {
    const panel = await threadPanel(await company.actor("frontline"), here(), telling);
    expect(panel.before.map(({ relation, kind }) => `${relation} ${kind}`)).toContain("under rule");
    const page = await threadPage(await company.actor("frontline"), here(), telling);
    const own = page.things.find(({ key }) => key === page.start);
    expect(own).toMatchObject({ kind: "decision", quote: "Khách nói chỉ bung sau một lần giặt", href: `/decisions/${decision}` });
    expect(own?.title).toMatch(/100\.000/);
  });

  test("is not there for those who may not know of it, nor shows at what they may see", async () => {
    const stranger = await company.actor("frontline3");
    await expect(threadPage(stranger, here(), telling)).rejects.toMatchObject({ status: 404 });
    const ofRule = await visibleThread(stranger, "rule", "REFUND-STORE", telling);
    expect(ofRule.filter(({ other }) => other.id === decision)).toEqual([]);
    expect((await visibleThread(await company.actor("frontline"), "rule", "REFUND-STORE", telling)).map(({ other }) => other.id)).toContain(decision);
    expect(await threadPanel(await company.actor("admin"), { kind: "rule", id: "REFUND-STORE" }, telling)).toMatchObject({ any: false });
  });
});

describe("a link drawn by hand", () => {
  const typed = { relation: "serves", to: "https://tam.example/policies/rules/VOUCHER-TRAINED?period=90", note: "Cùng một lỗi may" } as const;

  test("joins two things with why, and is written to the trail", async () => {
    await linkTo(await company.actor("frontline"), here(), typed, await asked("frontline"), telling);
    const page = await threadPage(await company.actor("frontline"), here(), telling);
    const drawn = page.links.find(({ automatic }) => !automatic);
    expect(drawn).toMatchObject({ to: "rule:VOUCHER-TRAINED", relation: "serves", note: "Cùng một lỗi may", mayRemove: true });
    expect(await db.auditEvent.count({ where: { type: "thread.linked" } })).toBe(1);
  });

  test("needs both ends to be known to who draws it, and is there once", async () => {
    const clerk = await company.actor("frontline");
    for (const to of ["/policies/rules/none of it", "not an address", `/decisions/${newId()}`, "/people"]) {
      await expect(linkTo(clerk, here(), { ...typed, to }, await asked("frontline"), telling)).rejects.toMatchObject({ status: 422, errors: [{ path: "to", code: "nothing_there" }] });
    }
    await expect(linkTo(await company.actor("frontline3"), here(), typed, await asked("frontline3"), telling)).rejects.toMatchObject({ status: 404 });
    await expect(linkTo(clerk, here(), { ...typed, to: `/decisions/${decision}` }, await asked("frontline"), telling)).rejects.toMatchObject({ errors: [{ code: "same_thing" }] });
    await linkTo(clerk, here(), typed, await asked("frontline"), telling);
    await expect(linkTo(clerk, here(), typed, await asked("frontline"), telling)).rejects.toMatchObject({ errors: [{ code: "linked_already" }] });
    await expect(drawLink({ from: here(), to: rule, relation: "follows", note: "x" }, await asked("auditor"))).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is taken back by its maker or HR alone, with why in the trail; what happened stays linked", async () => {
    const { id } = await drawLink({ from: here(), to: rule, relation: "serves", note: "Cùng lỗi" }, await asked("frontline"));
    await expect(removeLink(id, "nhầm", await asked("supervisor"))).rejects.toMatchObject({ code: "forbidden" });
    await removeLink(id, "nối nhầm", await asked("hr"));
    expect(await db.threadLink.count({ where: { automatic: false } })).toBe(0);
    expect(await db.auditEvent.count({ where: { type: "thread.unlinked" } })).toBe(1);
    await expect(removeLink(id, "nhầm", await asked("frontline"))).rejects.toMatchObject({ status: 404 });
    const { id: byItself } = await db.threadLink.findFirstOrThrow({ where: { automatic: true } });
    await expect(removeLink(byItself, "nhầm", await asked("hr"))).rejects.toMatchObject({ status: 404 });
  });
});

test("an address names the thing whose page it is", () => {
  expect(thingAt("/policies/3")).toEqual({ kind: "policy", id: "3" });
  expect(thingAt(`  http://localhost:3000/decisions/${decision}/  `)).toEqual(here());
  expect(thingAt(`/decisions/${decision}/overturn`)).toBeNull();
  expect(thingAt("/customers/c-1001")).toMatchObject({ kind: "customer" });
  expect(thingAt("/customers/%E0%A4%A")).toBeNull();
});

test("a rule that ten thousand cases were decided under is read as quickly as any", async () => {
  await transaction(async (tx) => {
    for (let n = 0; n < 10_000; n++) await link(tx, { from: { kind: "decision", id: newId() }, to: { kind: "rule", id: "REFUND-STORE" }, relation: "under", by: null, at: new Date(MONDAY_TEN.getTime() - n), automatic: true });
  });
  // Time of this process alone: what else the machine does is not ours.
  const began = process.cpuUsage();
  await threadPanel(await company.actor("hr"), { kind: "rule", id: "REFUND-STORE" }, telling);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1_000).toBeLessThan(500);
});
