import { expect, test } from "vitest";
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

test("at least five threads of the demo company run from a customer's words over what was done and thanked to a verified change", async () => {
  installMessages();
  await useTestDatabase();
  await loadDemo({ now });
  const person = findPersonByEmail(SIGN_INS.leader.email);
  if (person === null) throw new Error("nobody leads the demo company");
  const leader = await actorOf(person);
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
