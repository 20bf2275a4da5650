import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useTestDatabase } from "#tests/support/database.ts";
import { startMailServer, type MailServer } from "#tests/support/mail-server.ts";

const at = new Date("2026-11-22T03:00:00Z");
const later = (seconds: number) => new Date(at.getTime() + seconds * 1_000);

let server: MailServer | null = null;
let received: readonly string[] = [];

async function mailServer(): Promise<string> {
  server = await startMailServer();
  received = server.received;
  return server.url;
}

/** The outbox of a process started with this SMTP_URL. */
async function outboxWith(smtpUrl: string) {
  vi.resetModules();
  process.env["SMTP_URL"] = smtpUrl;
  return import("#platform/outbox.server.ts");
}

beforeEach(async () => {
  received = [];
  await useTestDatabase();
});
afterEach(async () => {
  delete process.env["SMTP_URL"];
  vi.resetModules();
  await server?.close();
  server = null;
});

async function queue(outbox: Awaited<ReturnType<typeof outboxWith>>): Promise<void> {
  const { transaction } = await import("#platform/transaction.server.ts");
  await transaction((tx) => outbox.queueMail(tx, { to: "lan@example.test", subject: "Đặt lại mật khẩu", text: "https://tam.test/reset/secret-link", at }));
}

describe("the outbox", () => {
  test("without a mail server keeps messages, shows them, and never shows their text", async () => {
    const outbox = await outboxWith("");
    await queue(outbox);
    expect(await outbox.sendDueMail(at)).toBe(0);
    const waiting = await outbox.waitingMessages(10);
    expect(waiting).toMatchObject([{ recipient: "lan@example.test", subject: "Đặt lại mật khẩu", attempts: 0, lastError: null }]);
    const { db } = await import("#platform/db.server.ts");
    expect(JSON.stringify(await db.outboxMessage.findMany())).not.toContain("secret-link");
  });

  test("sends each message once and then forgets its text", async () => {
    const outbox = await outboxWith(await mailServer());
    await queue(outbox);
    expect(await Promise.all([outbox.sendDueMail(at), outbox.sendDueMail(at)])).toContain(1);
    expect(await outbox.sendDueMail(later(3_600))).toBe(0);
    expect(received).toHaveLength(1);
    expect(received[0]).toContain("https://tam.test/reset/secret-link");
    const { db } = await import("#platform/db.server.ts");
    const row = await db.outboxMessage.findFirstOrThrow();
    expect(row).toMatchObject({ sentAt: at, payload: JSON.stringify({ subject: "Đặt lại mật khẩu", text: null }) });
    expect(await outbox.waitingMessages(10)).toEqual([]);
  });

  test("tries again later when the mail server is away, and says why", async () => {
    const url = await mailServer();
    await server?.close();
    server = null;
    const outbox = await outboxWith(url);
    await queue(outbox);
    expect(await outbox.sendDueMail(at)).toBe(0);
    expect(await outbox.waitingMessages(10)).toMatchObject([{ attempts: 1, lastError: expect.stringContaining("ECONNREFUSED") as string }]);
    const { db } = await import("#platform/db.server.ts");
    expect((await db.outboxMessage.findFirstOrThrow()).nextTryAt).toEqual(later(30));
  });
});
