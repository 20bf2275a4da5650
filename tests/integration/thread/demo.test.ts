import { beforeAll, expect, test } from "vitest";
import { acceptAsChange } from "#composition/accept-proposal.server.ts";
import { loadDemo } from "#composition/demo.server.ts";
import { installMessages } from "#composition/messages.server.ts";
import { threadPage } from "#composition/thread.server.ts";
import { SIGN_INS } from "#db/seed/company.ts";
import { translator } from "#i18n/translator.ts";
import { findPersonByEmail } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { actorOf } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-23T03:10:00Z");

beforeAll(async () => {
  installMessages();
  await useTestDatabase();
  await loadDemo({ now });
}, 120_000);

const named = async (email: string) => {
  const person = findPersonByEmail(email);
  if (person === null) throw new Error(`nobody is called ${email}`);
  return actorOf(person);
};

test("at least five threads of the demo company run from a customer's words over what was done and thanked to a verified change", async () => {
  const leader = await named(SIGN_INS.leader.email);
  const causes = await db.threadLink.findMany({ where: { fromKind: "improvement", relation: "caused_by", toKind: "feedback" } });
  let whole = 0;
  for (const { fromId, toId } of causes) {
    const { things } = await threadPage(leader, { kind: "feedback", id: toId }, { t: translator("vi"), locale: "vi", at: now });
    const kinds = new Set(things.map(({ kind }) => kind));
    const change = await db.improvement.findUniqueOrThrow({ where: { id: fromId } });
    if (change.state === "verified" && (["decision", "recognition", "value", "improvement"] as const).every((kind) => kinds.has(kind))) whole += 1;
  }
  expect(whole).toBeGreaterThanOrEqual(5);
});

test("an accepted proposal is an operational change: caused by its cases, leading to its version", async () => {
  const { id } = await db.proposal.findFirstOrThrow({ where: { state: "open" } });
  const { version } = await acceptAsChange(await named(SIGN_INS.hr.email), id, { note: "Số liệu đủ rõ" }, { t: translator("vi"), locale: "vi", source: "screen" });
  const change = await db.threadLink.findFirstOrThrow({ where: { fromKind: "improvement", relation: "changed", toKind: "policy", toId: String(version) } });
  expect(await db.improvement.findUniqueOrThrow({ where: { id: change.fromId } })).toMatchObject({ kind: "idea", state: "reported" });
  expect(await db.threadLink.count({ where: { fromKind: "improvement", fromId: change.fromId, relation: "caused_by", toKind: "decision" } })).toBeGreaterThan(0);
  await expect(acceptAsChange(await named(SIGN_INS.hr.email), id, {}, { t: translator("vi"), locale: "vi", source: "screen" })).rejects.toMatchObject({ code: "state_changed" });
  expect(await db.threadLink.count({ where: { fromKind: "improvement", relation: "changed", toKind: "policy", toId: String(version) } })).toBe(1);
});
