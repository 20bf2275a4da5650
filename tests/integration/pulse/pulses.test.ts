import { rmSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { actionsElsewhere, addQuestion, answerPage, answerPulse, discardPulse, exportResults, extendPulse, findPulse, launchPulse, newDesign, pulsePreview, pulseResults, pulseRows, pulsesToAnswer, pulseView, raiseThreshold, savePulse, teamTurnouts, tendPulsesJob, tieImprovement, upwardResults } from "#modules/pulse/public.server.ts";
import { databaseFile } from "#platform/database-file.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { boxKeys } from "#platform/sealed-box.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { answer, answers, close, day, design, inDays, now, openPulse, pulseCompany, type PulseCompany } from "./company.ts";

let company: PulseCompany;

beforeEach(async () => {
  company = await pulseCompany(12, 9);
});

const tend = async (at: Date) => {
  if ("run" in tendPulsesJob) await tendPulsesJob.run({ jobId: "", runAt: at, now: at, payload: null });
};
const told = async (person: { readonly id: string }, id: string, group: string | null = null) => {
  const view = await pulseResults(await actorOf(person), id, group);
  return view === null ? null : { chosen: view.chosen.id, states: view.results.map(({ told: one }) => one.state), view };
};
const everybodyAnswers = async (id: string, value = 4, words = "") => {
  for (const clerk of [...company.first, ...company.second]) await answer(id, clerk, answers(value, words));
};

describe("designing and launching", () => {
  it("thresholds are raised and never lowered, in no way and by nobody", async () => {
    const { people } = company;
    const hr = await askedBy(people.hr, now);
    for (const low of [{ kScores: 4 }, { kComments: 7 }, { mode: "confidential" as const, kScores: 2 }]) await expect(savePulse(design(low), hr, null)).rejects.toMatchObject({ errors: [{ path: "kScores", code: "threshold_too_low" }] });
    await expect(raiseThreshold(6, hr)).rejects.toMatchObject({ code: "forbidden" });
    await raiseThreshold(6, await askedBy(people.admin, now));
    await expect(raiseThreshold(5, await askedBy(people.admin, now))).rejects.toMatchObject({ errors: [{ code: "only_raised" }] });
    await expect(savePulse(design(), hr, null)).rejects.toMatchObject({ errors: [{ path: "kScores", code: "threshold_too_low" }] });
    const id = await openPulse(company, { kScores: 6 });
    const locked = { kScores: 5, kComments: 9, mode: "confidential", frame: "{}", questions: "[]", invited: 3 } as const;
    for (const [column, value] of Object.entries(locked)) await expect(transaction((tx) => tx.update("Pulse", { id }, { [column]: value }))).rejects.toThrow(/promised|floor/);
    await expect(savePulse(design({ kScores: 7 }), hr, { id, revision: 1 })).rejects.toMatchObject({ code: "state_changed" });
  });

  it("nobody is put into or taken out of the audience after launch, and whoever moves keeps their group", async () => {
    const id = await openPulse(company);
    const [clerk] = company.first;
    const key = { pulseId: id, personId: clerk!.id };
    await expect(transaction((tx) => tx.remove("PulseInvitation", key))).rejects.toThrow(/audience is fixed/);
    await expect(transaction((tx) => tx.insert("PulseInvitation", { pulseId: id, personId: company.people.leader.id, cell: "c1" }))).rejects.toThrow(/audience is fixed/);
    await expect(transaction((tx) => tx.update("PulseInvitation", key, { cell: "c9" }))).rejects.toThrow(/audience is fixed/);
    await transaction((tx) => tx.update("Person", { id: clerk!.id }, { managerId: company.people.leader.id, active: false }));
    await everybodyAnswers(id).catch(() => undefined);
    expect((await db.pulse.findUniqueOrThrow({ where: { id } })).invited).toBe(12 + 9 + 11);
  });

  it("one question asked under two codes would be told twice: the bank takes it once", async () => {
    const hr = await askedBy(company.people.hr, now);
    const own = { code: "OWN-LOYAL", scale: "loyal", topic: "loyal", textVi: "Ba tháng qua chúng ta có giữ lời với khách không?", textEn: "These three months, did we keep our word to customers?" } as const;
    await addQuestion(own, hr);
    await expect(addQuestion({ ...own, code: "OWN-AGAIN", textVi: "Ba thang qua, chung ta co giu loi voi khach khong", textEn: "these three months did we keep our word to customers" }, hr)).rejects.toMatchObject({ errors: [{ path: "textVi", code: "question_text_taken" }, { path: "textEn" }] });
    await expect(addQuestion({ ...own, code: "OWN-BANK", textVi: "Một câu chưa ai hỏi bao giờ?", textEn: "These three months, have we been loyal to the customer" }, hr)).rejects.toMatchObject({ errors: [{ path: "textEn", code: "question_text_taken" }] });
  });

  it("only HR designs and launches; too few people are refused, and a draft is changed by whoever saw its newest state", async () => {
    const { people } = company;
    for (const other of [people.manager, people.leader, people.admin, people.auditor, people.frontline]) await expect(savePulse(design(), await askedBy(other, now), null)).rejects.toMatchObject({ code: "forbidden" });
    const hr = await askedBy(people.hr, now);
    const { id } = await savePulse(design({ departments: ["BOARD"] }), hr, null);
    await expect(launchPulse(id, hr)).rejects.toMatchObject({ code: "too_few_people" });
    await savePulse(design(), hr, { id, revision: 1 });
    await expect(savePulse(design(), hr, { id, revision: 1 })).rejects.toMatchObject({ code: "state_changed" });
    expect(await findPulse(await actorOf(people.frontline), id)).toBeNull();
    expect(await findPulse(await actorOf(people.auditor), id)).not.toBeNull();
    await discardPulse(id, hr);
    expect(await findPulse(await actorOf(people.hr), id)).toBeNull();
  });
});

describe("answering", () => {
  it("each answers once, in two tabs at once too; a faulty answer spends nothing", async () => {
    const id = await openPulse(company);
    const [clerk, other] = company.first;
    await expect(answer(id, clerk!, { LOYAL: 4 })).rejects.toMatchObject({ errors: [{ path: "answers.RECOMMEND", code: "answer_needed" }] });
    await expect(answer(id, clerk!, { ...answers(4), LOYAL: 7 })).rejects.toMatchObject({ errors: [{ path: "answers.LOYAL", code: "off_the_scale" }] });
    await expect(answer(id, clerk!, { LOYAL: null, RECOMMEND: null })).rejects.toMatchObject({ errors: [{ code: "nothing_said" }] });
    const both = await Promise.allSettled([answer(id, clerk!, answers(4)), answer(id, clerk!, answers(2))]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(answer(id, clerk!, answers(3))).rejects.toMatchObject({ code: "answered_already", status: 409 });
    expect(await db.pulseSealed.count()).toBe(1);
    await expect(answer(id, company.people.hr, answers(3))).rejects.toMatchObject({ code: "not_found" });
    await expect(answer(id, other!, answers(3), inDays(11))).rejects.toMatchObject({ code: "pulse_not_open" });
    await expect(answer(id, company.people.auditor, answers(3))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("a second press of the same form is quiet and changes nothing; a second form is refused, also later with the first one's number", async () => {
    const id = await openPulse(company);
    const [clerk] = company.first;
    const actor = await actorOf(clerk!);
    const [first, second] = [await answerPage(actor, id, now), await answerPage(actor, id, now)];
    const send = async (sheet: string | undefined, value: number, at = now) => answerPulse(id, answers(value), await askedBy(clerk!, at), sheet);
    expect(first?.sheet).not.toBe(second?.sheet);
    await Promise.all([send(first?.sheet, 4), send(first?.sheet, 4)]);
    await expect(send(second?.sheet, 2)).rejects.toMatchObject({ code: "answered_already" });
    await expect(send(first?.sheet, 2, new Date(now.getTime() + 60_000))).rejects.toMatchObject({ code: "answered_already" });
    expect(await db.pulseSealed.count()).toBe(1);
    const kept = [...(await db.pulseSealed.findMany()), ...(await db.pulseInvitation.findMany()), ...(await db.auditEvent.findMany())];
    expect(JSON.stringify(kept)).not.toContain(first?.sheet);
  });

  it("a list says that one has answered to the person alone, and only while it is open", async () => {
    const id = await openPulse(company);
    const [clerk, other] = company.first;
    await answer(id, clerk!, answers(4));
    const seat = async (person: { readonly id: string }) => (await pulseRows(await actorOf(person), now)).find((row) => row.id === id)?.seat;
    expect([await seat(clerk!), await seat(other!), await seat(company.people.auditor)]).toEqual(["answered", "asked", null]);
    await close(company, id);
    expect(await seat(clerk!)).toBe("asked");
  });

  it("whoever is asked sees what is promised before they answer, and a preview by the code that tells the results", async () => {
    const id = await openPulse(company);
    const actor = await actorOf(company.first[0]!);
    expect(await answerPage(actor, id, now)).toMatchObject({ state: "ready", invited: 32, promise: { mode: "anonymous", kScores: 5, kComments: 8 } });
    const preview = await pulsePreview(actor, id, null);
    expect(preview?.results.map(({ told: one }) => one.state)).toContain("shown");
    expect(preview?.groups.map(({ id: group }) => group)).toEqual(["all"]);
    expect(await pulsesToAnswer(actor, now)).toMatchObject([{ id }]);
    await answer(id, company.first[0]!, answers(4));
    expect(await pulsesToAnswer(actor, now)).toEqual([]);
    expect(await answerPage(await actorOf(company.people.hr), id, now)).toBeNull();
    expect(await pulsePreview(await actorOf(company.people.admin), id, null)).toBeNull();
  });
});

describe("what is told", () => {
  it("nothing while it is open, to nobody; then each group to those it concerns, and only from k on", async () => {
    const { people } = company;
    const id = await openPulse(company);
    await everybodyAnswers(id, 4, "Gọi lại trễ hẹn");
    for (const reader of [people.hr, people.leader, people.manager, company.first[0]!]) expect((await told(reader, id))?.states).toEqual(["open", "open", "open"]);
    await expect(exportResults(id, await askedBy(people.hr, now))).rejects.toMatchObject({ code: "state_changed" });
    await close(company, id);

    // self, a colleague: everybody's figures, nobody's comments, no group of their own
    const clerk = await told(company.first[0]!, id, `line:${people.manager.id}`);
    expect([clerk?.chosen, clerk?.view.groups.length, clerk?.view.results.at(-1)?.texts]).toEqual(["all", 1, null]);
    // their manager: the own line, with its comments; never the other shop's
    const manager = await told(people.manager, id);
    expect([manager?.chosen, manager?.states, manager?.view.leads]).toEqual([`line:${people.manager.id}`, ["shown", "shown", "shown"], true]);
    expect(manager?.view.results.at(-1)?.texts?.length).toBeGreaterThanOrEqual(8);
    // what was written about: of everybody for a colleague, of the own line for its manager, in the file too
    expect(clerk?.view.results.at(-1)?.themes).toMatchObject({ group: { id: "all" }, told: [{ theme: "promises", atLeast: 16 }] });
    expect(manager?.view.results.at(-1)?.themes).toMatchObject({ group: { id: `line:${people.manager.id}` }, told: [{ theme: "promises", atLeast: 8 }] });
    const file: string[] = [];
    for await (const piece of await exportResults(id, await askedBy(people.hr, now))) file.push(piece);
    expect(file.join("").split("\r\n").find((row) => row.startsWith("LOYAL-WHERE-NOT,text,all"))).toMatch(/,shown,,,,,16,,promises$/);
    expect((await told(people.manager, id, `line:${people.manager2.id}`))?.chosen).toBe(`line:${people.manager.id}`);
    // a supervisor of two: not their own group but the next larger one, without its comments
    const supervisor = await told(people.supervisor, id);
    expect([supervisor?.view.ownHidden, supervisor?.view.groups.map(({ id: group }) => group), supervisor?.view.results.at(-1)?.texts]).toEqual([true, ["all", `line:${people.manager.id}`], null]);
    // HR, management and internal audit: every group
    for (const reader of [people.hr, people.leader, people.auditor]) expect((await told(reader, id, `line:${people.manager2.id}`))?.chosen).toBe(`line:${people.manager2.id}`);
    // a program reads figures of every group and nobody's words: who holds its token may be somebody who must not
    const program = { kind: "service", personId: null, name: "Kho số liệu", locale: "vi", tokenScopes: ["pulses:read"], via: "token", requestId: null, address: null } as const;
    const read = await pulseResults(program, id, `line:${people.manager.id}`);
    expect([read?.chosen.id, read?.results[0]?.told.state, read?.results.at(-1)?.texts]).toEqual([`line:${people.manager.id}`, "shown", null]);
    // who was not asked and reads no groups, an administrator too, does not learn that it exists
    expect(await told(people.admin, id)).toBeNull();
    expect((await pulseRows(await actorOf(people.admin), now))).toEqual([]);
  });

  it("a group with too few answers stays hidden with the next larger one beside it, in the page, the file and for other modules", async () => {
    const { people } = company;
    const id = await openPulse(company);
    for (const clerk of [...company.first, ...company.second.slice(0, 3)]) await answer(id, clerk, answers(5));
    await close(company, id);
    const second = await told(people.manager2, id);
    expect(second?.states).toEqual(["hidden", "hidden", "hidden"]);
    expect(second?.view.results.at(-1)?.themes).toBeNull();
    expect(second?.view.results[0]?.instead).toMatchObject({ group: { id: "all" }, told: { state: "shown" } });
    expect([second?.view.ownHidden, second?.view.turnout]).toEqual([true, { state: "hidden" }]);
    // the three are taken together with the first shop: were that told too, they would be what is left
    expect((await told(people.manager, id))?.states).toEqual(["hidden", "hidden", "hidden"]);
    const csv: string[] = [];
    for await (const piece of await exportResults(id, await askedBy(people.hr, now))) csv.push(piece);
    const rows = csv.join("").split("\r\n");
    for (const { name } of [people.manager, people.manager2]) expect(rows.find((row) => row.startsWith(`LOYAL,loyal,line,${name}`))).toMatch(/,,hidden,,,,,,,$/);
    expect(rows.find((row) => row.startsWith("LOYAL,loyal,all"))).toContain("shown,100,0");
    await expect(exportResults(id, await askedBy(people.manager, now))).rejects.toMatchObject({ code: "forbidden" });
    expect(await teamTurnouts(id, [people.manager2.id])).toEqual([{ leaderId: people.manager2.id, own: true, percent: null }]);
    expect(await upwardResults(people.manager2.id, day(0))).toBeNull();
    const asked = await openPulse(company, { questions: ["MANAGER-MODELS"] });
    for (const clerk of [...company.first, ...company.second.slice(0, 3)]) await answer(asked, clerk, { "MANAGER-MODELS": 5 });
    await close(company, asked);
    // never an empty page: where too few of one's people answered, the next larger group of which it may be told
    expect(await upwardResults(people.manager2.id, day(30))).toMatchObject({ larger: { kind: "all" }, results: [{ told: { state: "shown", figure: { value: 100 } } }] });
  });

  it("what a leader's people say of them reaches other modules through the same gate", async () => {
    const { people } = company;
    const id = await openPulse(company, { questions: ["MANAGER-MODELS", "MANAGER-MORE"] });
    for (const clerk of [...company.first, ...company.second]) await answer(id, clerk, { "MANAGER-MODELS": 5, "MANAGER-MORE": "" });
    await close(company, id);
    // closed before its last day, it was over on that day
    expect((await pulseRows(await actorOf(people.hr), now)).find((row) => row.id === id)).toMatchObject({ closesOn: day(9), closedOn: day(0) });
    expect(await pulseView(await actorOf(people.hr), id)).toMatchObject({ closedOn: day(0), fields: { closesOn: day(9) } });
    expect((await newDesign("rotation", now)).bank.find(({ code }) => code === "MANAGER-MODELS")).toMatchObject({ lastAsked: day(0), comes: false });
    expect(await upwardResults(people.manager.id, day(-1))).toBeNull();
    expect(await upwardResults(people.manager.id, day(0))).toMatchObject({ pulse: { closesOn: day(0) } });
    const upward = await upwardResults(people.manager.id, day(30));
    expect(upward).toMatchObject({ larger: null, results: [{ question: { code: "MANAGER-MODELS" }, told: { state: "shown", figure: { value: 100, atLeast: 10 } } }] });
    expect(await teamTurnouts(id, [people.manager.id, people.frontline.id])).toEqual([{ leaderId: people.manager.id, own: true, percent: 80 }]);
  });

  it("an operational change is tied to a result once it is there, and stands in the thread", async () => {
    const id = await openPulse(company);
    const hr = await askedBy(company.people.hr, now);
    const tie = { improvementId: "00000000-0000-7000-8000-000000000001", question: "LOYAL", words: "Từ tuần sau, ca nào cũng gọi lại khách đúng hẹn." };
    await expect(tieImprovement(id, tie, hr)).rejects.toMatchObject({ code: "state_changed" });
    await everybodyAnswers(id);
    await close(company, id);
    await tieImprovement(id, tie, hr);
    await expect(tieImprovement(id, tie, hr)).rejects.toMatchObject({ errors: [{ code: "tied_already" }] });
    expect(await db.threadLink.findFirst({ where: { toKind: "pulse", toId: id } })).toMatchObject({ fromKind: "improvement", relation: "caused_by", note: "LOYAL", automatic: false });
    // a small team's manager reads what others did about this very pulse, and not what came out of their own line
    const [others, manager] = [{ ...tie, improvementId: "00000000-0000-7000-8000-000000000002" }, company.people.manager.id];
    await tieImprovement(id, others, await askedBy(company.people.manager, now));
    expect((await actionsElsewhere(id, manager)).map(({ improvementId }) => improvementId)).toEqual([tie.improvementId]);
    expect(await actionsElsewhere(id)).toEqual([]);
  });
});

describe("what happens by itself", () => {
  it("opens, reminds everybody alike, closes after the last day, and does away with the key", async () => {
    const id = await openPulse(company, { opensOn: day(1), closesOn: day(9), remindOn: day(6) });
    const state = async () => (await db.pulse.findUniqueOrThrow({ where: { id } })).state;
    const kinds = async () => (await db.notification.groupBy({ by: ["kind"], where: { kind: { startsWith: "pulse." } }, _count: { _all: true }, orderBy: { kind: "asc" } })).map(({ kind, _count }) => [kind, _count._all]);
    expect([await state(), await kinds()]).toEqual(["scheduled", []]);
    await tend(inDays(1));
    expect(await state()).toBe("open");
    await answer(id, company.first[0]!, answers(4), inDays(2));
    await extendPulse(id, day(12), await askedBy(company.people.hr, inDays(2)));
    await tend(inDays(6));
    await tend(inDays(7));
    expect(await kinds()).toEqual([["pulse.opened", 32], ["pulse.reminder", 32]]);
    await tend(inDays(12));
    expect([await state(), boxKeys()]).toEqual(["open", [id]]);
    await tend(inDays(13));
    expect([await state(), boxKeys(), await db.pulseSealed.count()]).toEqual(["closed", [], 0]);
    expect(await pulseView(await actorOf(company.people.hr), id)).toMatchObject({ closedOn: day(12) });
    expect(await kinds()).toContainEqual(["pulse.results", 32]);
    await expect(extendPulse(id, day(20), await askedBy(company.people.hr, inDays(13)))).rejects.toMatchObject({ code: "state_changed" });
  });

  it("where the key is lost, what was sealed stays closed for ever and everybody is asked again", async () => {
    const id = await openPulse(company);
    await answer(id, company.first[0]!, answers(4));
    rmSync(`${databaseFile()}.keys`, { recursive: true });
    await expect(close(company, id)).rejects.toMatchObject({ code: "pulse_key_missing" });
    await tend(now);
    expect(await db.pulseSealed.count()).toBe(0);
    expect(await db.notification.count({ where: { kind: "pulse.again" } })).toBe(32);
    await answer(id, company.first[0]!, answers(4));
    for (const clerk of company.first.slice(1, 6)) await answer(id, clerk, answers(4));
    await close(company, id);
    expect(await db.pulseAnswer.count({ where: { question: "LOYAL" } })).toBe(6);
  });
});
