import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";

const smtp = await vi.hoisted(async () => {
  const { startMailServer } = await import("../../support/mail-server.ts");
  const server = await startMailServer();
  process.env["SMTP_URL"] = server.url;
  process.env["APP_URL"] = "https://tam.example.com";
  return server;
});

import { chooseTopics, listNotifications, notify, ownTopics, readNotifications, unreadNotifications } from "#modules/notifications/public.server.ts";
import { sendDigests } from "#modules/notifications/digest.server.ts";
import { db } from "#platform/db.server.ts";
import { sendDueMail, waitingMessages } from "#platform/outbox.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { freshCompany, type TestCompany } from "../empowerment/company.ts";
import { askedBy } from "#tests/support/asked.ts";

/** Monday 23 November 2026 in Hà Nội. */
const at = (hour: number, day = 23) => new Date(Date.UTC(2026, 10, day, hour - 7));

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany(at(6));
});
afterAll(() => smtp.close());

type Key = "frontline" | "supervisor" | "hr";
const thanked = (key: Key, hour: number) =>
  transaction((tx) => notify(tx, { personId: company.people[key].id, kind: "recognition.received", params: { name: "Trần Văn Giấu" }, href: "/recognition/1", at: at(hour) }));
const asked = (key: Key) =>
  transaction((tx) => notify(tx, { personId: company.people[key].id, kind: "improvement.to-answer", params: { number: "CT-7", what: "Khách mắng vì chờ", dueAt: at(12).toISOString() }, href: "/improvements/1", at: at(9) }));
const choose = async (key: Key, topic: "recognition" | "changes-to-do" | "approvals", inApp: boolean, mail: "at_once" | "daily" | "off") =>
  chooseTopics([{ topic, inApp, mail }], await askedBy(company.people[key], at(6)));
const body = (message: string) => Buffer.from(message.replaceAll("=\n", "").replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), "latin1").toString("utf8");

describe("what one hears of", () => {
  test("news inside the product and in the mail of the day; what waits for an answer by mail at once, without anybody's words", async () => {
    await thanked("frontline", 8);
    await asked("supervisor");
    expect(await db.notification.findMany({ orderBy: { createdAt: "asc" } })).toMatchObject([
      { kind: "recognition.received", shown: true, forDigest: true },
      { kind: "improvement.to-answer", shown: true, forDigest: false },
    ]);
    expect(await waitingMessages(10)).toMatchObject([{ recipient: "supervisor@demo.tam", subject: "Có việc chờ anh/chị: CT-7" }]);
  });

  test("follows each person's choice; what waits for them stays inside the product", async () => {
    await choose("frontline", "recognition", false, "off");
    await choose("supervisor", "changes-to-do", false, "off");
    await thanked("frontline", 8);
    await thanked("hr", 8);
    await asked("supervisor");
    expect([await unreadNotifications(company.people.frontline.id), await unreadNotifications(company.people.hr.id), await unreadNotifications(company.people.supervisor.id)]).toEqual([0, 1, 1]);
    expect(await waitingMessages(10)).toEqual([]);
    expect(await db.auditEvent.findMany({ where: { type: "notifications.chosen" } })).toHaveLength(2);
  });

  test("is chosen among what one can hear of", async () => {
    const actor = await company.actor("frontline");
    const own = (await ownTopics(actor)).map(({ topic }) => topic);
    expect(own).toContain("recognition");
    expect(own).not.toContain("reported-recognition");
    const refused = chooseTopics([{ topic: "reported-recognition", inApp: true, mail: "off" }], { actor, source: "api", now: at(6) });
    await expect(refused).rejects.toMatchObject({ code: "invalid_input" });
    await choose("frontline", "recognition", true, "off");
    expect((await ownTopics(actor)).find(({ topic }) => topic === "recognition")).toEqual({ topic: "recognition", needsAnswer: false, inApp: true, mail: "off", chosen: true });
  });
});

describe("the mail of the day", () => {
  test("leaves once, from seven where the organisation is, with what was not read and nobody's private words", async () => {
    await thanked("frontline", 6);
    await thanked("frontline", 6);
    expect(await sendDigests(at(6))).toBe(0);
    expect(await sendDigests(at(7))).toBe(1);
    await thanked("frontline", 8);
    for (const hour of [7, 9, 20]) expect(await sendDigests(at(hour))).toBe(0);
    expect(await sendDueMail(at(10))).toBe(1);
    const mail = body(smtp.received.at(-1) ?? "");
    expect(mail).toContain("To: frontline@demo.tam");
    expect(mail).toContain("https://tam.example.com/recognition/1");
    expect(mail).toContain('<a href="https://tam.example.com/account/notifications">');
    expect(mail).toContain("có 2 điều anh/chị chưa xem");
    expect(mail).not.toContain("Giấu");
    expect(await sendDigests(at(7, 24))).toBe(1);
  });

  test("passes over what was read, what is no longer wanted, and who has left", async () => {
    for (const key of ["frontline", "supervisor", "hr"] as const) await thanked(key, 6);
    await readNotifications(company.people.frontline.id, at(6));
    await choose("supervisor", "recognition", true, "off");
    await transaction((tx) => tx.update("Person", { id: company.people.hr.id }, { active: false }));
    expect(await sendDigests(at(8))).toBe(0);
    expect(await db.notification.count({ where: { forDigest: true } })).toBe(0);
  });

  test("what is wanted by mail alone is not shown, and told in the mail", async () => {
    await choose("frontline", "recognition", false, "daily");
    await thanked("frontline", 6);
    expect(await listNotifications(company.people.frontline.id)).toEqual([]);
    expect(await sendDigests(at(8))).toBe(1);
    expect(await db.notification.findMany()).toMatchObject([{ shown: false, forDigest: false, readAt: at(8) }]);
  });

  test("a run that died between two people goes on with the second; nobody gets two", async () => {
    for (const key of ["frontline", "supervisor"] as const) await thanked(key, 6);
    const [first = ""] = [company.people.frontline.id, company.people.supervisor.id].sort();
    await transaction(async (tx) => {
      await tx.insert("NotificationDigest", { personId: first, day: "2026-11-23", count: 1, at: at(7) });
      await tx.update("Notification", { personId: first, forDigest: true }, { forDigest: false });
    });
    expect(await Promise.all([sendDigests(at(8)), sendDigests(at(8))])).toEqual(expect.arrayContaining([1, 0]));
    expect(await db.notificationDigest.count()).toBe(2);
    expect(await waitingMessages(10)).toHaveLength(1);
  });
});
