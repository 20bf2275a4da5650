import { beforeAll, describe, expect, it } from "vitest";
import { installMessages } from "#composition/messages.server.ts";
import type { SmallCompany } from "#db/seed/builders.ts";
import { createDraft, inviteComments, publishPolicy, setCheckQuestion, submitPolicy } from "#modules/empowerment/public.server.ts";
import { loadActor, NO_CONTEXT } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { callApi, makeToken, type TestServer } from "#tests/support/server.ts";
import { secured } from "../security/fixture.ts";

type Json = Record<string, unknown>;
type Sent = NonNullable<Parameters<typeof callApi>[3]>;

let server: TestServer;
let company: SmallCompany;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  installMessages();
  ({ server, company } = await secured());
  for (const role of ["frontline", "frontline2", "hr", "leader", "admin", "auditor"] as const) tokens[role] = await makeToken({ personId: company.people[role].id });
  tokens["narrow"] = await makeToken({ personId: company.people.frontline2.id }, ["policies:write"]);
  tokens["service"] = await makeToken({ service: "intranet" }, ["policies:read", "policies:write"]);
});

async function call(as: string, path: string, sent: Sent = {}): Promise<{ status: number; body: Json; headers: Headers }> {
  const response = await callApi(server, tokens[as] ?? null, `/api/v1${path}`, sent);
  return { status: response.status, body: (await response.json()) as Json, headers: response.headers };
}
const actor = async (key: "hr" | "leader") => {
  const found = await loadActor(company.people[key].id, NO_CONTEXT);
  if (found === null) throw new Error(key);
  return found;
};
const withLimit = (perCase: number) => ({ ...company.policy, tests: [], rules: company.policy.rules.map((rule) => (rule.code === "REFUND-STORE" ? { ...rule, limit: { ...rule.limit, perCase } } : rule)) });
async function openDraft(): Promise<number> {
  const hr = await actor("hr");
  const { version } = await createDraft(hr, withLimit(300_000));
  await inviteComments(hr, version, { days: 3 });
  return version;
}
const items = ({ body }: { body: Json }) => body["items"] as Json[];

describe("comments on a draft", () => {
  it("are sent once for one key, with their address, and read back with what the reader may know", async () => {
    const version = await openDraft();
    const json = { text: "300 nghìn không đủ một đôi giày", rule: "REFUND-STORE", revision: 1 };
    const sent = { json, headers: { "Idempotency-Key": "c-1" } };
    const first = await call("frontline", `/policies/${version}/comments`, sent);
    expect([first.status, first.headers.get("Location"), first.body]).toEqual([201, `/api/v1/policies/${version}/comments`, { id: expect.any(String) as string, version, rule: "REFUND-STORE", revision: 1 }]);
    const again = await call("frontline", `/policies/${version}/comments`, sent);
    expect([again.status, again.body, again.headers.get("Idempotent-Replayed")]).toEqual([201, first.body, "true"]);
    expect(await db.policyComment.count({ where: { version } })).toBe(1);
    expect(items(await call("frontline", `/policies/${version}/comments`))).toMatchObject([{ id: first.body["id"], mine: true, author: company.people.frontline.name, outcome: null, changes: [] }]);
    expect(items(await call("frontline2", `/policies/${version}/comments`))).toMatchObject([{ text: json.text, mine: false, author: null }]);
    expect(items(await call("auditor", `/policies/${version}/comments`))).toMatchObject([{ author: company.people.frontline.name }]);
  });

  it("come by pages, newest first", async () => {
    const version = await openDraft();
    for (const text of ["một", "hai", "ba"]) await call("frontline", `/policies/${version}/comments`, { json: { text } });
    const first = await call("hr", `/policies/${version}/comments?limit=2`);
    const rest = await call("hr", `/policies/${version}/comments?limit=2&cursor=${String(first.body["nextCursor"])}`);
    expect([...items(first), ...items(rest)].map(({ text }) => text)).toEqual(["ba", "hai", "một"]);
    expect(rest.body["nextCursor"]).toBeNull();
  });

  it("are refused with the reason: closed, unknown, not one's own business, a machine's", async () => {
    const open = await openDraft();
    const { version } = await createDraft(await actor("hr"), withLimit(1));
    const json = { text: "x" };
    expect(await call("frontline", `/policies/${version}/comments`, { json })).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await call("frontline", `/policies/${version}/comments`)).toMatchObject({ status: 404 });
    expect(await call("hr", `/policies/${version}/comments`, { json })).toMatchObject({ status: 409, body: { code: "comments_closed" } });
    expect(await call("frontline", `/policies/${open}/comments`, { json: { text: " ", rule: "REFUND-STORE" } })).toMatchObject({ status: 422, body: { errors: [{ path: "text", code: "required" }] } });
    expect(await call("frontline", `/policies/${open}/comments`, { json: { text: "x", mood: "bad" } })).toMatchObject({ status: 422, body: { errors: [{ path: "mood", code: "unknown_field" }] } });
    expect(await call("service", `/policies/${open}/comments`, { json })).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect(await call("admin", `/policies/${open}/comments`)).toMatchObject({ status: 404 });
    expect((await call("narrow", `/policies/${open}/comments`, { json })).status).toBe(201);
    expect(await call("hr", `/policies/${open}/submit`, { json: { note: "x" } })).toMatchObject({ status: 409, body: { code: "comments_open" } });
  });
});

describe("an answer to a version", () => {
  const QUESTION = { question: { vi: "Hỏi", en: "Q" }, options: [{ vi: "A", en: "A" }, { vi: "B", en: "B" }], correct: 1, explanation: { vi: "Vì thế", en: "Because" } };

  it("begins with what changes for the caller, asks the question without its answer, and is given once", async () => {
    const hr = await actor("hr");
    const { version } = await createDraft(hr, withLimit(200_000));
    await setCheckQuestion(hr, version, QUESTION);
    await submitPolicy(hr, version, { note: "x" });
    expect(await call("frontline", `/policies/${version}/response`)).toMatchObject({ status: 404 });
    await publishPolicy(await actor("leader"), version, { note: "x", effectiveFrom: new Date(Date.now() + 86_400_000) });
    const before = await call("frontline", `/policies/${version}/response`);
    expect(before.body).toMatchObject({
      version,
      state: "published",
      before: 1,
      response: null,
      question: { question: QUESTION.question, options: QUESTION.options },
      changes: { rules: [{ code: "REFUND-STORE", kind: "changed", fields: [{ field: "limit.perCase", before: { kind: "money", minor: 500_000 }, after: { kind: "money", minor: 200_000 } }] }], budgets: [] },
    });
    expect(JSON.stringify(before.body)).not.toMatch(/correct|Because/);
    const respond = (json: Json, headers = {}) => call("frontline", `/policies/${version}/response`, { json, headers });
    expect(await respond({ response: "understood" })).toMatchObject({ status: 422, body: { errors: [{ path: "checkAnswer", code: "choose_one" }] } });
    expect(await respond({ response: "understood", checkAnswer: 0 }, { "Accept-Language": "vi" })).toMatchObject({ status: 422, body: { code: "check_not_yet", errors: [{ path: "checkAnswer", code: "check_not_yet", message: expect.stringContaining("Vì thế") as string }] } });
    expect(await respond({ response: "understood", checkAnswer: 1 })).toMatchObject({ status: 200, body: { version, response: "understood" } });
    expect((await call("frontline", `/policies/${version}/response`)).body).toMatchObject({ response: { response: "understood", rule: null, words: null } });
  });

  it("is one's own alone: no service's, no narrowed token's, no auditor's", async () => {
    const json = { response: "understood" };
    for (const as of ["service", "narrow"]) expect((await call(as, "/policies/1/response", { json })).status, as).toBe(403);
    for (const as of ["auditor", "admin"]) expect(await call(as, "/policies/1/response", { json }), as).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect((await call("service", "/policies/1/response")).status).toBe(404);
    expect(await call("leader", "/policies/1/response", { json: { response: "unclear" } })).toMatchObject({ status: 422, body: { errors: [{ path: "words", code: "required" }] } });
  });
});
