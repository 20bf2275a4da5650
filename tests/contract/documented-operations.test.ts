import { beforeAll, describe, expect, it } from "vitest";
import { operations, openApiDocument } from "#composition/openapi/document.server.ts";
import type { Operation } from "#composition/openapi/operation.ts";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { newId } from "#kernel/ids.ts";
import { addDays, localDay } from "#kernel/period.ts";
import { findProposals, inviteComments } from "#modules/empowerment/public.server.ts";
import { loadActor, NO_CONTEXT, saveValue } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { type Insert, transaction } from "#platform/transaction.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { repeatDecision } from "#tests/support/repeat-decision.ts";
import { callApi, makeToken, startServer, type TestServer } from "#tests/support/server.ts";
import type { Call, Calls, Json } from "./call.ts";
import { circleCalls } from "./circle-calls.ts";
import { courseCalls } from "./course-calls.ts";
import { improvementCalls } from "./improvement-calls.ts";
import { kpiCalls } from "./kpi-calls.ts";
import { leadingCalls } from "./leading-calls.ts";
import { learningCalls } from "./learning-calls.ts";
import { pulseCalls } from "./pulse-calls.ts";

let server: TestServer;
let company: SmallCompany;
const tokens = new Map<string, string>();

beforeAll(async () => {
  const database = await useTestDatabase();
  company = await seedSmallCompany(new Date());
  for (const key of ["frontline", "frontline2", "supervisor", "manager", "hr", "hr2", "leader", "admin", "auditor"] as const) {
    tokens.set(key, await makeToken({ personId: company.people[key].id }));
  }
  tokens.set("till", await makeToken({ service: "till" }, ["decisions:on-behalf", "customers:read", "customers:write"]));
  server = await startServer(database.url);
});

const vnd = (minor: number) => ({ minor, currency: "VND" });
const refund = (minor: number, more: Json = {}) => ({
  ...{ gesture: "refund", reason: "product_fault", channel: "store", amount: vnd(minor), customer: "none" },
  ...{ order: { value: vnd(5_000_000) }, flags: [], note: "Bung chỉ" },
  ...more,
});
const draft = () => ({ ...company.policy, budgets: [] });

async function send(operation: Operation, { as, path, json, headers = {} }: Call): Promise<{ status: number; body: Json; headers: Headers }> {
  const sends = operation.method !== "get";
  const response = await callApi(server, tokens.get(as) ?? null, `/api/v1${path}`, {
    method: operation.method.toUpperCase(),
    ...(json === undefined ? (sends && operation.body !== undefined && !operation.bodyOptional ? { json: {} } : {}) : { json }),
    headers,
  });
  return { status: response.status, body: (operation.media !== undefined && response.ok ? await response.text() : await response.json()) as Json, headers: response.headers };
}

/** Makes a decision that waits for the supervisor; answers its approval's id. */
async function waiting(): Promise<string> {
  const recorded = await send(operationOf("recordDecision"), { as: "frontline", path: "/decisions", json: refund(700_000) });
  return String((recorded.body["approval"] as Json)["id"]);
}

const operationOf = (id: string): Operation => {
  const found = operations.find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`no such operation: ${id}`);
  return found;
};
const record = async (json: unknown = refund(100_000)): Promise<string> => String((await send(operationOf("recordDecision"), { as: "frontline", path: "/decisions", json })).body["id"]);
const newDraft = async (): Promise<Json> => (await send(operationOf("createPolicy"), { as: "hr", path: "/policies", json: draft() })).body;
const submitted = async (): Promise<number> => {
  const version = Number((await newDraft())["version"]);
  await send(operationOf("submitPolicy"), { as: "hr", path: `/policies/${version}/submit` });
  return version;
};
const openForComments = async (): Promise<number> => {
  const version = Number((await newDraft())["version"]);
  const hr = await loadActor(company.people.hr.id, NO_CONTEXT);
  if (hr === null) throw new Error("no HR");
  await inviteComments(hr, version, { days: 3 });
  return version;
};
const value = async (): Promise<void> => {
  const asked = { actor: null, source: "command-line", now: new Date() } as const;
  const words = { nameVi: "Lắng nghe", nameEn: "Listening", meaningVi: "Nghe hết", meaningEn: "Hear it out" };
  await saveValue({ ...words, code: "LISTEN", behaviours: [{ vi: "Nghe hết lời", en: "Hears it out" }], position: 1, active: true }, asked);
};
const thanks = (more: Json = {}) => ({ receivers: ["frontline2@demo.tam"], value: "LISTEN", behaviour: "b1", message: "Cảm ơn bạn đã nghe khách kể hết", ...more });
const thanked = async (): Promise<string> => {
  await value();
  return String((await send(operationOf("recognise"), { as: "frontline", path: "/recognitions", json: thanks() })).body["id"]);
};
const storyOf = (more: Json = {}) => ({ title: "Chiếc áo của mẹ", happened: "Một cô mang trả chiếc áo", felt: "Buồn", did: "Mời cô ngồi", value: "LISTEN", ...more });
const storyTold = async (): Promise<string> => {
  await value();
  return String((await send(operationOf("tellStory"), { as: "frontline", path: "/stories", json: storyOf() })).body["id"]);
};
const promised = async (): Promise<string> => {
  const json = { text: "Gọi lại", dueAt: new Date(Date.now() + 3_600_000).toISOString(), keeper: "supervisor@demo.tam" };
  return String((await send(operationOf("makePromise"), { as: "frontline", path: "/customers/C-1001/promises", json })).body["id"]);
};

/** A stored proposal of its own for each call: the one that the cases of the voucher ask for, in whatever state is needed. */
async function proposed(change: Partial<Insert<"Proposal">> = {}): Promise<string> {
  if ((await db.proposal.count()) === 0) {
    const voucher = { gesture: "voucher", reason: "late_delivery", amount: vnd(150_000) };
    const recorded = await record(refund(150_000, voucher));
    await send(operationOf("recordResult"), { as: "frontline", path: `/decisions/${recorded}/result`, json: { result: "unresolved" } });
    await repeatDecision(recorded, 30);
    await findProposals(new Date());
  }
  const found = await db.proposal.findFirstOrThrow({ orderBy: { createdAt: "asc" } });
  const id = newId();
  await transaction((tx) => tx.insert("Proposal", { ...found, state: "open", answeredAt: null, answeredById: null, draftVersion: null, ...change, id }));
  return id;
}

const touchpoint = (code: string) => ({ code, nameVi: "Quầy đổi trả", nameEn: "Returns desk", questions: ["understood", "csat"] });
const surveyed = async (): Promise<string> => String((await send(operationOf("addSurvey"), { as: "hr", path: "/surveys", json: touchpoint(`TP-${newId().slice(-6)}`) })).body["code"]);
/** A good call of each operation. One that is documented and not here fails. */
const calls: Calls = {
  ...courseCalls(() => company),
  ...learningCalls(() => company),
  ...improvementCalls((id, call) => send(operationOf(id), call)),
  ...kpiCalls(() => company, (id, call) => send(operationOf(id), call)),
  ...pulseCalls(() => company),
  listDecisions: async () => ({ as: "frontline", path: `/decisions?limit=5&state=granted&person=frontline@demo.tam&rule=REFUND-STORE&from=2020-01-01` }),
  recordDecision: async () => ({ as: "till", path: "/decisions", json: { ...refund(120_000), actor: "frontline@demo.tam", customer: { ref: "C-1029" } } }),
  checkDecision: async () => ({ as: "frontline2", path: "/decisions/check", json: refund(900_000, { address: { customer: "chị", me: "em" } }) }),
  readDecision: async () => ({ as: "manager", path: `/decisions/${await record()}` }),
  cancelDecision: async () => ({ as: "frontline", path: `/decisions/${await record()}/cancel` }),
  markGiven: async () => ({ as: "frontline", path: `/decisions/${await record()}/given` }),
  recordResult: async () => ({ as: "frontline", path: `/decisions/${await record()}/result`, json: { result: "resolved", csat: 5, note: "Khách vui" } }),
  listApprovals: async () => (await waiting(), { as: "supervisor", path: "/approvals?state=pending" }),
  approveDecision: async () => ({ as: "supervisor", path: `/approvals/${await waiting()}/approve`, json: { note: "Đồng ý", amount: vnd(600_000) } }),
  declineDecision: async () => ({ as: "supervisor", path: `/approvals/${await waiting()}/decline`, json: { note: "Chưa đủ căn cứ" } }),
  returnDecision: async () => {
    const { body } = await send(operationOf("recordDecision"), { as: "frontline", path: "/decisions", json: refund(50_000, { escalate: true, escalateReason: "feared_blame" }) });
    return { as: "supervisor", path: `/approvals/${String((body["approval"] as Json)["id"])}/return`, json: { note: "Bạn tự quyết được" } };
  },
  readAuthority: async () => ({ as: "frontline", path: "/authority" }),
  listPolicies: async () => ({ as: "frontline", path: "/policies" }),
  createPolicy: async () => ({ as: "hr", path: "/policies", json: draft() }),
  readActivePolicy: async () => ({ as: "frontline", path: "/policies/active" }),
  readPolicy: async () => ({ as: "auditor", path: "/policies/1" }),
  savePolicy: async () => {
    const { version, revision } = await newDraft();
    return { as: "hr2", path: `/policies/${String(version)}`, json: draft(), headers: { "If-Match": `"${String(revision)}"` } };
  },
  submitPolicy: async () => ({ as: "hr", path: `/policies/${String((await newDraft())["version"])}/submit`, json: { note: "Xin xem" } }),
  returnPolicy: async () => ({ as: "leader", path: `/policies/${await submitted()}/return`, json: { note: "Thiếu lý do" } }),
  publishPolicy: async () => ({ as: "leader", path: `/policies/${await submitted()}/publish`, json: { effectiveFrom: new Date(Date.now() + 86_400_000).toISOString(), note: "Tết" } }),
  simulatePolicy: async () => ({ as: "leader", path: `/policies/${String((await newDraft())["version"])}/simulate`, json: { from: "2020-01-01", mode: "stateless" } }),
  lintPolicy: async () => ({ as: "auditor", path: `/policies/${String((await newDraft())["version"])}/lint` }),
  diffPolicies: async () => ({ as: "leader", path: `/policies/1/diff/${String((await newDraft())["version"])}` }),
  listProposals: async () => (await proposed(), { as: "auditor", path: "/policies/proposals?state=open&limit=5" }),
  acceptProposal: async () => ({ as: "hr", path: `/policies/proposals/${await proposed()}/accept`, json: { note: "Xem số liệu" } }),
  rejectProposal: async () => ({ as: "hr", path: `/policies/proposals/${await proposed()}/reject`, json: { note: "Chờ hết mùa Tết" } }),
  confirmProposal: async () => {
    // the limit in force is the one on trial
    const trial = { rule: "REFUND-LEAD", reason: null, kind: "widen", fromLimit: 1_500_000n, toLimit: 2_000_000n, trialEndsAt: new Date(Date.now() + 30 * 86_400_000) };
    return { as: "leader", path: `/policies/proposals/${await proposed({ ...trial, state: "accepted", answeredById: company.people.hr.id })}/confirm` };
  },
  overturnDecision: async () => ({ as: "supervisor", path: `/decisions/${await record()}/overturn`, json: { reason: "better_for_customer", note: "Đã đổi chiếc khác" } }),
  listComments: async () => ({ as: "frontline", path: `/policies/${await openForComments()}/comments?limit=5` }),
  commentPolicy: async () => ({ as: "frontline", path: `/policies/${await openForComments()}/comments`, json: { text: "Mức này hơi thấp", rule: "REFUND-STORE", revision: 1 } }),
  readResponse: async () => ({ as: "auditor", path: "/policies/1/response" }),
  respondPolicy: async () => ({ as: "frontline", path: "/policies/1/response", json: { response: "unclear", rule: "REFUND-STORE", words: "Đổi size có tính không?" } }),
  listEvents: async () => ({ as: "auditor", path: "/audit?after=0&limit=10" }),
  verifyAudit: async () => ({ as: "auditor", path: "/audit/verify" }),
  readThread: async () => ({ as: "frontline", path: `/thread?kind=decision&id=${await record()}` }),
  listPeople: async () => ({ as: "hr", path: "/people?limit=3" }),
  addPerson: async () => ({ as: "hr", path: "/people", json: { email: "moi@demo.tam", name: "Lê Mới" } }),
  readPerson: async () => ({ as: "hr", path: `/people/${company.people.frontline.id}` }),
  editPerson: async () => ({ as: "hr", path: `/people/${company.people.frontline3.id}`, json: { level: 2 } }),
  lookUpCustomer: async () => ({ as: "frontline", path: "/customers/lookup", json: { ref: "C-1029" } }),
  readCustomer: async () => ({ as: "frontline", path: "/customers/C-1029" }),
  readTimeline: async () => ({ as: "frontline", path: "/customers/C-1029/timeline" }),
  readSignal: async () => ({ as: "till", path: "/customers/C-1029/signal" }),
  addNote: async () => ({ as: "frontline", path: "/customers/C-1001/notes", json: { text: "Thứ Sáu khách quay lại" } }),
  makePromise: async () => ({ as: "frontline", path: "/customers/C-1001/promises", json: { text: "Gọi lại", dueAt: new Date(Date.now() + 3_600_000).toISOString(), keeper: "supervisor@demo.tam" } }),
  keepPromise: async () => ({ as: "supervisor", path: `/promises/${await promised()}/kept`, json: { note: "Đã gọi" } }),
  readAuthorityLife: async () => (await waiting(), { as: "hr", path: "/authority/life?from=2020-01-01&to=2022-12-31" }),
  readRule: async () => (await record(), { as: "auditor", path: "/policies/rules/REFUND-STORE" }),
  reviewRule: async () => ({ as: "leader", path: "/policies/rules/REFUND-STORE/reviews", json: { decision: "keep", note: "Số liệu tốt", reviewBy: addDays(localDay(new Date(), "Asia/Ho_Chi_Minh"), 90) } }),
  listRecognitions: async () => (await thanked(), { as: "auditor", path: "/recognitions?limit=5&value=LISTEN&state=thanks&giver=frontline@demo.tam&from=2020-01-01" }),
  recognise: async () => (await value(), { as: "supervisor", path: "/recognitions", json: thanks({ visibility: "team", evidence: [{ kind: "decision", id: await record() }] }) }),
  readRecognition: async () => ({ as: "frontline2", path: `/recognitions/${await thanked()}` }),
  addOnRecognition: async () => ({ as: "supervisor", path: `/recognitions/${await thanked()}/add-on`, json: { message: "Mình cũng thấy" } }),
  commentRecognition: async () => ({ as: "leader", path: `/recognitions/${await thanked()}/comments`, json: { text: "Hay quá" } }),
  reportRecognition: async () => ({ as: "frontline2", path: `/recognitions/${await thanked()}/report`, json: { reason: "private_matter", words: "Chuyện riêng" } }),
  listStories: async () => (await storyTold(), { as: "auditor", path: "/stories?limit=2&value=LISTEN&search=chiec%20ao&from=2020-01-01" }),
  tellStory: async () => (await value(), { as: "frontline", path: "/stories", json: storyOf({ source: { kind: "decision", id: await record() }, keptReason: "Khách đồng ý" }) }),
  readStory: async () => ({ as: "hr", path: `/stories/${await storyTold()}` }),
  answerStory: async () => ({ as: "frontline2", path: `/stories/${await storyTold()}/responses`, json: { text: "Mình sẽ mời cô ngồi trước" } }),
  ...circleCalls(() => company, storyTold),
  listValues: async () => (await value(), { as: "admin", path: "/values" }),
  listFeedback: async () => ({ as: "hr", path: "/feedback?limit=2&tone=low&unread=true&from=2020-01-01" }),
  addFeedback: async () => ({ as: "frontline", path: "/feedback", json: { source: "zalo", sourceId: newId(), rating: 9, ratingScale: "nps", text: "Giao nhanh", customerRef: "C-1001" } }),
  readFeedback: async () => {
    const { body } = await send(operationOf("addFeedback"), { as: "frontline", path: "/feedback", json: { text: "Tư vấn kỹ", rating: "yes", ratingScale: "understood" } });
    return { as: "auditor", path: `/feedback/${String(body["id"])}` };
  },
  readFeedbackFigures: async () => ({ as: "leader", path: "/feedback/figures?from=2026-01-01" }),
  listSurveys: async () => ({ as: "supervisor", path: "/surveys" }),
  addSurvey: async () => ({ as: "hr", path: "/surveys", json: touchpoint(`TP-${newId().slice(-6)}`) }),
  readSurvey: async () => ({ as: "supervisor", path: `/surveys/${await surveyed()}` }),
  changeSurvey: async () => {
    const { code: _code, ...change } = touchpoint("");
    return { as: "hr", path: `/surveys/${await surveyed()}`, json: { ...change, active: false } };
  },
  askCustomer: async () => ({ as: "frontline", path: `/decisions/${await record()}/question` }),
  readNotificationChoices: async () => ({ as: "frontline", path: "/account/notifications" }),
  chooseNotifications: async () => ({ as: "auditor", path: "/account/notifications", json: { topics: [{ topic: "recognition", inApp: true, mail: "off" }] } }),
  ...leadingCalls(() => company),
  breakPromise: async () => ({ as: "supervisor", path: `/promises/${await promised()}/broken`, json: { note: "Lỡ hẹn" } }),
};

describe("every documented operation", () => {
  it.each(operations.map((operation) => [operation.id, operation] as const))("%s answers as documented", async (id, operation) => {
    const make = calls[id];
    if (make === undefined) throw new Error("a documented operation without a call: add one to this test");
    const { status, body } = await send(operation, await make());
    // A refusal says why; an answer may have a code of its own.
    expect([status, status === operation.status ? undefined : body["code"], body["errors"]]).toEqual([operation.status, undefined, undefined]);
    const parsed = operation.answer.safeParse(body);
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it.each(operations.map((operation) => [operation.id, operation] as const))("%s refuses a stranger and an unknown token with problem+json", async (_id, { method, path }) => {
    const to = `/api/v1${path.replace(/\{\w+\}/g, "1")}`;
    for (const token of [null, "tam_nobody"]) {
      const response = await callApi(server, token, to, { method: method.toUpperCase() });
      expect([response.status, response.headers.get("Content-Type")]).toEqual([401, "application/problem+json; charset=utf-8"]);
      expect(await response.json()).toMatchObject({ status: 401, code: "unauthenticated" });
    }
  });
});

it("serves its own description without a token, every reference in it resolved", async () => {
  const response = await callApi(server, null, "/api/v1/openapi.json");
  expect(response.status).toBe(200);
  const served = (await response.json()) as { openapi: string; paths: Record<string, Record<string, unknown>>; components: { schemas: Json } };
  expect(served).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
  expect(served.openapi).toBe("3.1.0");
  const documented = Object.entries(served.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
  expect(documented.sort()).toEqual(operations.map(({ method, path }) => `${method} /api/v1${path}`).sort());
  const references = [...JSON.stringify(served).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? "");
  for (const name of new Set(references)) expect(served.components.schemas).toHaveProperty(name);
});
