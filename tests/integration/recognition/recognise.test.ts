import { beforeEach, describe, expect, it } from "vitest";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { deactivatePerson } from "#modules/people/deactivate-person.server.ts";
import { erasePerson } from "#modules/people/erase-person.server.ts";
import { listValues, saveValue, valueVersions } from "#modules/people/public.server.ts";
import { addOn } from "#modules/recognition/add-on.server.ts";
import { commentRecognition } from "#modules/recognition/comment.server.ts";
import type { EvidenceOutcome } from "#modules/recognition/domain/state.ts";
import { editMessage } from "#modules/recognition/edit-message.server.ts";
import { eraseRecognitionWords } from "#modules/recognition/erase-words.server.ts";
import { recognitionPage } from "#modules/recognition/queries.server.ts";
import { toggleReaction } from "#modules/recognition/react.server.ts";
import { recognise } from "#modules/recognition/recognise.server.ts";
import { settleEvidence } from "#modules/recognition/settle-evidence.server.ts";
import { settleOutcomesJob } from "#modules/recognition/settle-outcomes.server.ts";
import { withdrawRecognition } from "#modules/recognition/withdraw.server.ts";
import { db } from "#platform/db.server.ts";
import { registerJobs, runDueJobs } from "#platform/jobs.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf, askedBy, askedByOperator } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { evidenceOf, fields, later, now, seedValue, thank } from "./company.ts";

let company: SmallCompany;
let people: SmallCompany["people"];

beforeEach(async () => {
  await useTestDatabase();
  company = await seedSmallCompany(now);
  ({ people } = company);
  await seedValue(people.hr);
});

const told = async (person: { id: string }) => (await db.notification.findMany({ where: { personId: person.id }, orderBy: { createdAt: "asc" } })).map(({ kind }) => kind);

describe("recognising", () => {
  it("keeps who, value with its version and behaviour, tells the receivers, links and leaves a trail without the words", async () => {
    const id = await thank(people.frontline, [people.frontline2, people.supervisor]);
    expect(await db.recognition.findUniqueOrThrow({ where: { id }, include: { recipients: true } })).toMatchObject({
      giverId: people.frontline.id, giverManagerId: people.supervisor.id, valueCode: "LISTEN", valueVersion: 1, behaviour: "b1", state: "thanks", automatic: false,
    });
    expect(await told(people.frontline2)).toEqual(["recognition.received"]);
    expect(await db.threadLink.findMany({ where: { fromId: id } })).toMatchObject([{ toKind: "value", toId: "LISTEN", relation: "about", automatic: true }]);
    const [event] = await db.auditEvent.findMany({ where: { type: "recognition.given" } });
    expect(event?.data).not.toContain("khách kể");
    expect(event?.data).toContain(people.frontline2.id);
    expect((await verifyChain()).ok).toBe(true);
  });

  it("names nobody in the trail where it is private", async () => {
    await thank(people.frontline, [people.frontline2], { visibility: "private" });
    const [event] = await db.auditEvent.findMany({ where: { type: "recognition.given" } });
    expect(event?.data).not.toContain(people.frontline2.id);
  });

  it("refuses oneself, nobody known, too many, an unknown behaviour and evidence one may not cite", async () => {
    const asked = await askedBy(people.frontline, now);
    const refused = (more: Parameters<typeof fields>[1], to = [people.frontline2]) => recognise(fields(to, more), asked, [evidenceOf(new Map())]);
    await expect(recognise(fields([people.frontline2, people.frontline]), asked, [])).rejects.toMatchObject({ errors: [{ path: "receivers", code: "never_yourself" }] });
    await expect(refused({ receiverIds: ["nobody"] })).rejects.toMatchObject({ errors: [{ path: "receivers", code: "unknown_person" }] });
    await expect(refused({ behaviour: "b9" })).rejects.toMatchObject({ errors: [{ path: "behaviour", code: "unknown_behaviour" }] });
    await expect(refused({ evidence: [{ kind: "decision", id: "d1" }, { kind: "kpi", id: "k1" }] })).rejects.toMatchObject({ errors: [{ path: "evidence.0", code: "unknown_evidence" }, { path: "evidence.1", code: "unknown_evidence" }] });
    await deactivatePerson(people.frontline2.id, await askedBy(people.hr, now), []);
    await expect(refused({})).rejects.toMatchObject({ errors: [{ path: "receivers", code: "unknown_person" }] });
    expect(await db.recognition.count()).toBe(0);
  });

  it("is for those who work with people: not for an auditor, an administrator, the operator or a machine", async () => {
    for (const asked of [await askedBy(people.auditor, now), await askedBy(people.admin, now), askedByOperator(now)]) {
      await expect(recognise(fields([people.frontline]), asked, [])).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("takes one person once, however often they are named", async () => {
    const { id } = await recognise(fields([people.frontline2, people.frontline2]), await askedBy(people.frontline, now), []);
    expect(await db.recognitionRecipient.count({ where: { recognitionId: id } })).toBe(1);
  });

  it("is frozen in the database itself, apart from its words and its state", async () => {
    const id = await thank(people.frontline, [people.frontline2]);
    const change = (set: object) => transaction((tx) => tx.update("Recognition", { id }, set));
    for (const set of [{ giverId: people.hr.id }, { valueCode: "OTHER" }, { behaviour: "b2" }, { visibility: "private" }, { at: later(5) }]) await expect(change(set)).rejects.toThrow(/cannot be changed/);
    await expect(transaction((tx) => tx.remove("RecognitionRecipient", { recognitionId: id }))).rejects.toThrow(/cannot be changed/);
    await expect(transaction((tx) => tx.insert("RecognitionRecipient", { recognitionId: id, personId: people.frontline.id, at: now }))).rejects.toThrow(/recognises themselves/);
    await expect(transaction((tx) => tx.remove("Recognition", { id }))).rejects.toThrow(/withdrawn/);
  });
});

describe("what follows", () => {
  it("lets the giver alone put the words differently, and nothing else", async () => {
    const id = await thank(people.frontline, [people.frontline2]);
    await editMessage(id, "Lời khác", await askedBy(people.frontline, later(5)));
    expect(await recognitionPage(await actorOf(people.frontline2), id, [])).toMatchObject({ message: "Lời khác", edited: true, may: { edit: false } });
    await expect(editMessage(id, "x", await askedBy(people.frontline2, later(6)))).rejects.toMatchObject({ code: "not_found" });
  });

  it("adds others who thank too, once each, and tells those it concerns", async () => {
    const id = await thank(people.frontline, [people.frontline2]);
    await addOn(id, null, await askedBy(people.supervisor, later(5)));
    await addOn(id, "Mình cũng thấy", await askedBy(people.supervisor, later(6)));
    const page = await recognitionPage(await actorOf(people.supervisor), id, []);
    expect(page).toMatchObject({ addOns: 1, added: [{ person: { name: people.supervisor.name }, text: "Mình cũng thấy" }], may: { addOn: false }, ownAddOn: "Mình cũng thấy" });
    expect(await told(people.frontline2)).toEqual(["recognition.received", "recognition.added-on"]);
    expect(await told(people.frontline)).toEqual(["recognition.added-on"]);
    for (const part of [people.frontline, people.frontline2]) await expect(addOn(id, null, await askedBy(part, later(7)))).rejects.toMatchObject({ code: "own_recognition", status: 409 });
  });

  it("takes comments and small signs, which come off again", async () => {
    const id = await thank(people.frontline, [people.frontline2]);
    await commentRecognition(id, "Hay quá", await askedBy(people.frontline2, later(5)));
    expect(await told(people.frontline2)).toEqual(["recognition.received"]);
    expect(await told(people.frontline)).toEqual(["recognition.commented"]);
    await toggleReaction(id, "heart", await askedBy(people.manager, later(6)));
    await toggleReaction(id, "learn", await askedBy(people.manager, later(6)));
    await toggleReaction(id, "heart", await askedBy(people.manager, later(7)));
    const page = await recognitionPage(await actorOf(people.manager), id, []);
    expect(page?.reactions.map(({ kind, count, mine }) => [kind, count, mine])).toEqual([["heart", 0, false], ["clap", 0, false], ["learn", 1, true]]);
    expect(page?.said).toMatchObject([{ text: "Hay quá", person: { name: people.frontline2.name } }]);
  });

  it("is withdrawn by its giver alone, and then gone for everybody", async () => {
    const id = await thank(people.frontline, [people.frontline2]);
    await expect(withdrawRecognition(id, await askedBy(people.frontline2, later(1)))).rejects.toMatchObject({ code: "not_found" });
    await withdrawRecognition(id, await askedBy(people.frontline, later(2)));
    for (const person of [people.frontline, people.frontline2, people.hr]) expect(await recognitionPage(await actorOf(person), id, [])).toBeNull();
    await expect(commentRecognition(id, "x", await askedBy(people.frontline, later(3)))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("its state", () => {
  const outcomes = new Map<string, EvidenceOutcome>();
  const sources = [evidenceOf(outcomes)];
  const cite = (...ids: string[]) => ({ evidence: ids.map((id) => ({ kind: "decision" as const, id })) });
  const stateOf = async (id: string) => (await db.recognition.findUniqueOrThrow({ where: { id } })).state;
  beforeEach(() => outcomes.clear());

  it("follows the evidence at once, links it, and moves when an outcome arrives; those it concerns are told", async () => {
    outcomes.set("d1", "pending");
    const id = await thank(people.frontline, [people.frontline2], cite("d1", "d1"), { sources });
    expect(await stateOf(id)).toBe("awaiting");
    expect(await db.threadLink.count({ where: { fromId: id, toKind: "decision", toId: "d1", relation: "recognises" } })).toBe(1);
    expect(await transaction((tx) => settleEvidence(tx, { kind: "decision", id: "d1" }, "good", later(60)))).toBe(1);
    expect(await stateOf(id)).toBe("substantiated");
    expect(await told(people.frontline)).toEqual(["recognition.substantiated"]);
    expect(await told(people.frontline2)).toEqual(["recognition.received", "recognition.substantiated"]);
    expect(await transaction((tx) => settleEvidence(tx, { kind: "decision", id: "d1" }, "good", later(61)))).toBe(0);
    await transaction((tx) => settleEvidence(tx, { kind: "decision", id: "d1" }, "bad", later(62)));
    expect(await stateOf(id)).toBe("not_substantiated");
    expect(await told(people.frontline)).toHaveLength(1);
    const moves = await db.auditEvent.findMany({ where: { type: "recognition.state-moved" }, orderBy: { seq: "asc" } });
    expect(moves.map(({ data, actorId }) => [JSON.parse(data), actorId])).toEqual([
      [{ from: "awaiting", to: "substantiated", evidence: "decision" }, null],
      [{ from: "substantiated", to: "not_substantiated", evidence: "decision" }, null],
    ]);
  });

  it("waits for all that is pending, and may be beyond measure", async () => {
    outcomes.set("d1", "pending").set("d2", "none").set("d3", "good");
    const both = await thank(people.frontline, [people.frontline2], cite("d1", "d2"), { sources });
    const only = await thank(people.frontline, [people.frontline2], cite("d2"), { sources });
    const good = await thank(people.frontline, [people.frontline2], cite("d3"), { sources });
    expect(await Promise.all([both, only, good].map(stateOf))).toEqual(["awaiting", "not_measurable", "substantiated"]);
  });

  it("is caught up by a job, also when an outcome changes later or the thing is gone", async () => {
    registerJobs([settleOutcomesJob(sources)]);
    outcomes.set("d1", "pending").set("d2", "good").set("d3", "pending");
    const ids = [];
    for (const cited of ["d1", "d2", "d3"]) ids.push(await thank(people.frontline, [people.frontline2], cite(cited), { sources }));
    outcomes.set("d1", "good").set("d2", "bad").delete("d3");
    await runDueJobs(now);
    await runDueJobs(later(120));
    expect(await Promise.all(ids.map(stateOf))).toEqual(["substantiated", "not_substantiated", "not_measurable"]);
  });
});

describe("values", () => {
  it("are versioned by their words, and a recognition keeps the version it cited", async () => {
    const id = await thank(people.frontline, [people.frontline2], { behaviour: "b2" });
    const [value] = await listValues();
    if (value === undefined) throw new Error("no value");
    const words = { code: "LISTEN", nameVi: "Lắng nghe sâu", nameEn: "Deep listening", meaningVi: value.meaning.vi, meaningEn: value.meaning.en, position: 1, active: true };
    const hr = await askedBy(people.hr, later(5));
    expect(await saveValue({ ...words, behaviours: [{ vi: "Gọi lại đúng hẹn", en: "Calls back when promised" }] }, hr)).toBe(2);
    expect(await saveValue({ ...words, position: 3, behaviours: [{ vi: "Gọi lại đúng hẹn", en: "Calls back when promised" }] }, hr)).toBe(2);
    expect(await listValues()).toMatchObject([{ version: 2, name: { en: "Deep listening" }, behaviours: [{ code: "b2", en: "Calls back when promised" }] }]);
    expect(await recognitionPage(await actorOf(people.frontline2), id, [])).toMatchObject({ version: 1, value: { name: { en: "Listening" } }, behaviour: { en: "Calls back on time" } });
    expect((await valueVersions([{ code: "LISTEN", version: 1 }])).size).toBe(1);
    await expect(transaction((tx) => tx.update("CoreValueVersion", { code: "LISTEN" }, { nameVi: "x" }))).rejects.toThrow(/append-only/);
    await saveValue({ ...words, active: false, behaviours: [{ vi: "Gọi lại đúng hẹn", en: "Calls back when promised" }] }, hr);
    expect(await listValues()).toEqual([]);
    await expect(thank(people.frontline, [people.frontline2], { behaviour: "b2" })).rejects.toMatchObject({ errors: [{ code: "unknown_behaviour" }] });
    await expect(saveValue({ ...words, behaviours: [] }, await askedBy(people.manager, now))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("erasing a person", () => {
  it("takes their words, and their name out of others' words, and keeps who thanked whom, the sums and the chain", async () => {
    const own = await thank(people.frontline, [people.frontline2], { message: "Cảm ơn Vy" });
    const about = await thank(people.frontline2, [people.frontline], { message: "Khôi giỏi" });
    const shared = await thank(people.supervisor, [people.frontline, people.frontline2], { message: "Minh Khôi và Thảo Vy cùng ở lại" });
    await commentRecognition(about, "Không có gì", await askedBy(people.frontline, later(1)));
    await deactivatePerson(people.frontline.id, await askedBy(people.hr, later(2)), []);
    await erasePerson(people.frontline.id, await askedBy(people.hr, later(3)), [eraseRecognitionWords]);
    const message = async (id: string) => (await db.recognition.findUniqueOrThrow({ where: { id } })).message;
    expect(await Promise.all([own, about, shared].map(message))).toEqual(["–", "–", "– và Thảo Vy cùng ở lại"]);
    expect(await db.recognitionComment.findMany()).toMatchObject([{ text: "–" }]);
    expect(await db.recognitionRecipient.count({ where: { personId: people.frontline.id } })).toBe(2);
    expect((await recognitionPage(await actorOf(people.supervisor), shared, []))?.receivers.map(({ name }) => name)).toContain("–");
    expect((await verifyChain()).ok).toBe(true);
  });
});
