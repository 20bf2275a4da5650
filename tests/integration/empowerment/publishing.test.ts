import { beforeEach, describe, expect, test, vi } from "vitest";

vi.hoisted(() => {
  process.env["SMTP_URL"] = "smtp://127.0.0.1:9";
  process.env["APP_URL"] = "https://tam.example.com";
});

import { acknowledgeFinding, createDraft, draftFromActive, publishPolicy, saveDraft, submitPolicy } from "#modules/empowerment/public.server.ts";
import { db } from "#platform/db.server.ts";
import { env } from "#platform/env.server.ts";
import { decrypt } from "#platform/secrets.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import type { SmallCompanyKey } from "#db/seed/builders.ts";
import { freshCompany, MONDAY_TEN, type TestCompany } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
  expect(env.SMTP_URL).not.toBeNull();
});

const now = MONDAY_TEN;
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

function withRule(change: object, rest: object = {}): object {
  return { ...company.policy, rules: company.policy.rules.map((rule) => (rule.code === "REFUND-STORE" ? { ...rule, ...change } : rule)), tests: [], ...rest };
}
/** A rule for a role that nobody can hold is an error, one without its why a warning. */
const forNobody = () => withRule({ who: { roles: ["frontline", "butler"] } });
const silent = () => withRule({ why: { vi: "Vì khách cần" } });

async function inReview(document: object, note: string | null = null): Promise<number> {
  const hr = await company.actor("hr");
  const { version } = await createDraft(hr, document, { now });
  await submitPolicy(hr, version, { note }, { now });
  return version;
}
const publish = async (version: number, input: Parameters<typeof publishPolicy>[2] = { note: "Đồng ý" }) => publishPolicy(await company.actor("leader"), version, input, { now: later(1) });
const noted = () => db.policyFindingAcknowledgement.findMany({ orderBy: { finding: "asc" }, select: { finding: true, note: true, personId: true } });

describe("a draft begun from the version in force", () => {
  test("is it word for word, names it, and keeps every save", async () => {
    const hr = await company.actor("hr");
    const { version } = await draftFromActive(hr, { now });
    expect(await db.policyVersion.findUniqueOrThrow({ where: { version } })).toMatchObject({ state: "draft", baseVersion: 1, document: JSON.stringify(JSON.parse((await db.policyVersion.findUniqueOrThrow({ where: { version: 1 } })).document)) });
    await saveDraft(hr, version, withRule({ limit: { perCase: 1 } }), "1", { now: later(1) });
    const revisions = await db.policyRevision.findMany({ where: { version }, orderBy: { revision: "asc" } });
    expect(revisions.map(({ revision, savedById }) => [revision, savedById])).toEqual([[1, hr.personId], [2, hr.personId]]);
    expect(JSON.parse(revisions[1]?.document ?? "")).toMatchObject({ rules: expect.arrayContaining([expect.objectContaining({ code: "REFUND-STORE", limit: { perCase: 1 } })]) as unknown });
    await expect(transaction((tx) => tx.update("PolicyRevision", { version, revision: 1 }, { document: "{}" }))).rejects.toThrow("append-only");
    await expect(draftFromActive(await company.actor("leader"), { now })).rejects.toMatchObject({ code: "forbidden" });
    await expect(draftFromActive(hr, { now: later(-60 * 24 * 60) })).rejects.toMatchObject({ code: "no_policy_in_force" });
  });

  test("a base that is not there is refused", async () => {
    await expect(createDraft(await company.actor("hr"), silent(), { now, baseVersion: 77 })).rejects.toMatchObject({ code: "invalid_input", errors: [{ path: "baseVersion" }] });
    expect(await db.policyVersion.count()).toBe(1);
  });
});

describe("what lint finds", () => {
  test("an error stops submitting and publishing, each named with its place", async () => {
    const hr = await company.actor("hr");
    const { version } = await createDraft(hr, forNobody(), { now });
    const at = company.policy.rules.findIndex(({ code }) => code === "REFUND-STORE");
    const refused = { code: "lint_errors", status: 422, errors: [{ path: `rules.${at}`, code: "lint_finding", params: { code: "unknown_code" } }] };
    await expect(submitPolicy(hr, version, { note: "Xin xem" }, { now })).rejects.toMatchObject(refused);
    await transaction((tx) => tx.update("PolicyVersion", { version }, { state: "in_review" }));
    await expect(publish(version)).rejects.toMatchObject(refused);
    expect(await noted()).toEqual([]);
  });

  test("warnings without anybody's word stop publishing; the publisher's note stands for all of them", async () => {
    const version = await inReview(silent());
    await expect(publish(version, {})).rejects.toMatchObject({ code: "warnings_unacknowledged", status: 422 });
    expect(await noted()).toEqual([]);
    await publish(version, { note: "Bản tiếng Anh sẽ bổ sung sau" });
    const rows = await noted();
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ note, personId }) => `${note} ${personId}`))).toEqual(new Set([`Bản tiếng Anh sẽ bổ sung sau ${company.people.leader.id}`]));
    expect(rows.map(({ finding }) => finding)).toContainEqual(expect.stringContaining("missing_why"));
    expect(await db.auditEvent.count({ where: { type: "policy.finding-acknowledged" } })).toBe(rows.length);
  });

  test("so does the author's note at submitting", async () => {
    const version = await inReview(silent(), "Chỗ thiếu tiếng Anh đã biết");
    await publish(version, {});
    expect(new Set((await noted()).map(({ personId }) => personId))).toEqual(new Set([company.people.hr.id]));
  });

  test("each can be noted by itself, in words; then none is left to ask for", async () => {
    const version = await inReview(silent());
    const hr2 = await company.actor("hr2");
    const { errors } = (await publish(version, {}).catch((error: unknown) => error)) as { errors: { params: { finding: string } }[] };
    const keys = errors.map(({ params }) => params.finding);
    await expect(acknowledgeFinding(hr2, version, { finding: keys[0] ?? "", note: " " }, { now })).rejects.toMatchObject({ errors: [{ path: "note", code: "required" }] });
    await expect(acknowledgeFinding(hr2, version, { finding: "nothing", note: "x" }, { now })).rejects.toMatchObject({ errors: [{ path: "finding" }] });
    await expect(acknowledgeFinding(await company.actor("manager"), version, { finding: keys[0] ?? "", note: "x" }, { now })).rejects.toMatchObject({ code: "forbidden" });
    for (const finding of keys) await acknowledgeFinding(hr2, version, { finding, note: `Đã xem ${finding}` }, { now });
    await publish(version, {});
    expect((await noted()).map(({ note }) => note)).toEqual([...keys].sort().map((key) => `Đã xem ${key}`));
    await expect(acknowledgeFinding(hr2, version, { finding: keys[0] ?? "", note: "x" }, { now })).rejects.toMatchObject({ code: "state_changed" });
  });
});

describe("the announcement", () => {
  const notice = async (key: SmallCompanyKey) => {
    const row = await db.notification.findFirstOrThrow({ where: { personId: company.people[key].id, kind: { in: ["policy.changed", "policy.published"] } } });
    return { kind: row.kind, href: row.href, params: JSON.parse(row.params) as Record<string, unknown> };
  };
  const mailTo = async (key: SmallCompanyKey) => {
    const row = await db.outboxMessage.findFirstOrThrow({ where: { recipient: company.people[key].email } , orderBy: { createdAt: "desc" } });
    return decrypt((JSON.parse(row.payload) as { text: string }).text, `outbox:${row.id}`);
  };

  test("tells each person what changes for them, with the why, in their language; the others that it comes", async () => {
    await transaction((tx) => tx.update("Person", { id: company.people.frontline2.id }, { language: "en" }));
    const version = await inReview(withRule({ limit: { perCase: 300_000 }, why: { vi: "Đợt này hàng lỗi ít", en: "Fewer faults this season" } }));
    const effectiveFrom = later(3 * 24 * 60);
    await publish(version, { effectiveFrom, note: "Đồng ý" });
    expect(await notice("frontline")).toEqual({
      kind: "policy.changed",
      href: `/policies/${version}/respond`,
      params: { version, effectiveFrom: effectiveFrom.toISOString(), names: { vi: expect.any(String) as string, en: expect.any(String) as string } },
    });
    expect(await notice("manager")).toMatchObject({ kind: "policy.published", href: `/policies/${version}/respond` });
    expect(await notice("hr")).toMatchObject({ kind: "policy.published", href: `/policies/${version}` });
    expect(await db.notification.count({ where: { personId: company.people.leader.id, kind: { in: ["policy.changed", "policy.published"] } } })).toBe(0);
    expect(await db.notification.count({ where: { personId: { in: [company.people.admin.id, company.people.auditor.id] } } })).toBe(0);
    const vi = await mailTo("frontline");
    expect(vi).toContain("Hạn mức mỗi trường hợp: 500.000\u00a0₫ → 300.000\u00a0₫");
    expect(vi).toContain("Vì sao: Đợt này hàng lỗi ít");
    expect(vi).toContain(`https://tam.example.com/policies/${version}/respond`);
    const en = await mailTo("frontline2");
    expect(en).toContain("Limit per case: 500,000\u00a0₫ → 300,000\u00a0₫");
    expect(en).toContain("Why: Fewer faults this season");
    expect(await mailTo("manager")).not.toContain("→");
  });

  test("compares with the version that will stand until then, not with the one of today", async () => {
    const first = await inReview(withRule({ limit: { perCase: 300_000 } }), "Bước một");
    await publish(first, { effectiveFrom: later(60) });
    const second = await inReview(withRule({ limit: { perCase: 300_000 } }), "Như cũ");
    await publish(second, { effectiveFrom: later(120) });
    const rows = await db.notification.findMany({ where: { personId: company.people.frontline.id, kind: { startsWith: "policy." } }, orderBy: { id: "asc" }, select: { kind: true } });
    expect(rows.map(({ kind }) => kind)).toEqual(["policy.changed", "policy.published"]);
  });
});

test("a published version is tied to every rule it changed, added or removed, and to no other; a draft to none", async () => {
  const [first, second, ...others] = company.policy.rules;
  if (first === undefined || second === undefined) throw new Error("too few rules");
  const added = { ...first, code: "REFUND-NEW", name: { vi: "Hoàn tiền mới", en: "New refund" } };
  const version = await inReview({ ...company.policy, rules: [{ ...first, limit: { perCase: 1 } }, ...others, added], tests: [] });
  expect(await db.threadLink.count()).toBe(0);
  await publish(version);
  const links = await db.threadLink.findMany({ orderBy: { toId: "asc" } });
  expect(links.map(({ fromKind, fromId, relation, toKind, toId, automatic }) => [fromKind, fromId, relation, toKind, toId, automatic])).toEqual(
    [first.code, second.code, "REFUND-NEW"].sort().map((code) => ["policy", String(version), "changed", "rule", code, true]),
  );
});
