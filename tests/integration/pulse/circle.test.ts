import { beforeAll, describe, expect, it } from "vitest";
import { answerPage, askAbout, exportResults, findPulse, launchPulse, pulsePreview, pulseResults, pulseRows, pulsesToAnswer, savePulse, tendPulsesJob, tieImprovement, upwardResults } from "#modules/pulse/public.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { answer, close, day, design, hire, inDays, now, pulseCompany, type Clerk, type PulseCompany } from "./company.ts";

const QUESTIONS = ["PERSON-MODELS", "PERSON-MORE"];
const about = (more = {}) => design({ mode: "confidential", kScores: 3, kComments: 3, questions: QUESTIONS, departments: [], remindOn: day(6), ...more });
const says = (value: number, words = "") => ({ "PERSON-MODELS": value, "PERSON-MORE": words });

let company: PulseCompany;
/** The circle around the first shop's manager, and the people they lead directly. */
let id: string;
let reports: Clerk[];
let peers: Clerk[];

beforeAll(async () => {
  company = await pulseCompany(5, 4);
  const { people } = company;
  const hr = await askedBy(people.hr, now);
  const { ids } = await askAbout(about(), [people.manager.id], hr);
  id = ids[0]!;
  await launchPulse(id, hr);
  const seats = await db.pulseInvitation.findMany({ where: { pulseId: id } });
  const at = (cell: string) => seats.filter((seat) => seat.cell === cell).map(({ personId }) => ({ id: personId, name: personId }));
  [reports, peers] = [at("reports"), at("peers")];
}, 120_000);

describe("asking about a leader", () => {
  it("HR chooses leaders and nobody else does; it is confidential only, and about people who lead somebody", async () => {
    const { people } = company;
    const hr = await askedBy(people.hr, now);
    await expect(askAbout(about(), [people.manager.id], await askedBy(people.leader, now))).rejects.toMatchObject({ code: "forbidden" });
    await expect(askAbout(about(), [company.first[0]!.id], hr)).rejects.toMatchObject({ errors: [{ path: "subjects", code: "unknown_person" }] });
    await expect(askAbout(about(), [], hr)).rejects.toMatchObject({ errors: [{ path: "subjects", code: "leader_needed" }] });
    await expect(askAbout(about({ mode: "anonymous", kScores: 5, kComments: 8 }), [people.manager.id], hr)).rejects.toMatchObject({ errors: [{ path: "mode", code: "in_confidence_only" }] });
    const { ids } = await askAbout(about(), [people.manager.id], hr);
    await expect(savePulse(about({ mode: "anonymous", kScores: 5, kComments: 8 }), hr, { id: ids[0]!, revision: 1 })).rejects.toMatchObject({ errors: [{ path: "mode" }] });
    await expect(transaction((tx) => tx.update("Pulse", { id }, { subjectId: people.manager2.id }))).rejects.toThrow(/whom it is about/);
    // questions about a person and others never stand in one pulse
    await expect(askAbout(about({ questions: ["SAFETY-SPEAK"] }), [people.manager.id], hr)).rejects.toMatchObject({ errors: [{ path: "questions", code: "about_person_only" }] });
    await expect(savePulse(design({ questions: QUESTIONS }), hr, null)).rejects.toMatchObject({ errors: [{ path: "questions", code: "about_person" }] });
    // nobody chooses some of those around a person
    await savePulse(about({ departments: ["RETAIL"], sites: ["HN-01"] }), hr, { id: ids[0]!, revision: 1 });
    expect((await db.pulse.findUniqueOrThrow({ where: { id: ids[0]! } })).audience).toBe(JSON.stringify({ departments: [], sites: [] }));
    // a draft is nobody's but HR's and internal audit's, the person's own neither
    expect(await findPulse(await actorOf(people.manager), ids[0]!)).toBeNull();
  });

  it("those around are asked in groups; the manager and the person are told that their answer stands by itself", async () => {
    const { people } = company;
    expect([reports.length >= 3, peers.length >= 3]).toEqual([true, true]);
    const seat = async (person: { readonly id: string }) => (await answerPage(await actorOf(person), id, now))?.named;
    expect([await seat(reports[0]!), await seat(peers[0]!), await seat(people.manager)]).toEqual([null, null, "self"]);
    expect(await seat(people.leader)).toBe("manager");
    const reads = async (person: { readonly id: string }) => (await answerPage(await actorOf(person), id, now))?.reads;
    expect([await reads(reports[0]!), await reads(people.manager), await reads(people.leader)]).toEqual([false, true, true]);
    expect((await pulsePreview(await actorOf(reports[0]!), id, null))?.groups.map(({ id: group }) => group)).toEqual(["all", "reports", "peers", "manager", "self"]);
    expect(await pulsesToAnswer(await actorOf(reports[0]!), now)).toMatchObject([{ id }]);
  });
});

describe("what is told of a leader", () => {
  it("nothing while it is open; the same reminder to everybody asked, whether they answered or not", async () => {
    const { people } = company;
    for (const person of reports) await answer(id, person, says(5, "Anh chỉ việc rất kỹ."));
    for (const person of peers.slice(0, 2)) await answer(id, person, says(2));
    await answer(id, people.leader, says(4));
    await answer(id, people.manager, says(3));
    const open = await pulseResults(await actorOf(people.manager), id, "reports");
    expect([open?.turnout.state, ...(open?.results.map(({ told }) => told.state) ?? [])]).toEqual(["open", "open", "open"]);
    if ("run" in tendPulsesJob) await tendPulsesJob.run({ jobId: "", runAt: inDays(6), now: inDays(6), payload: null });
    const reminded = (await db.notification.findMany({ where: { kind: "pulse.reminder" } })).map(({ personId }) => personId).sort();
    expect(reminded).toEqual((await db.pulseInvitation.findMany({ where: { pulseId: id } })).map(({ personId }) => personId).sort());
  });

  it("a group in which too few answered is taken together with the other; named answers stand by themselves", async () => {
    const { people } = company;
    await close(company, id, inDays(7));
    const results = async (group: string) => (await pulseResults(await actorOf(people.manager), id, group))?.results[0];
    expect((await results("reports"))?.told.state).toBe("hidden");
    expect((await results("peers"))?.instead).toMatchObject({ group: { id: "all" }, told: { state: "shown" } });
    expect((await results("manager"))?.told).toEqual({ state: "named", answer: "for" });
    expect((await results("self"))?.told).toEqual({ state: "named", answer: "between" });
  });

  it("the person, those above, HR and internal audit read it; whoever answered, other management and administrators do not", async () => {
    const { people } = company;
    const sees = async (person: { readonly id: string }) => (await pulseResults(await actorOf(person), id, null)) !== null;
    for (const reader of [people.manager, people.leader, people.hr, people.auditor]) expect(await sees(reader), reader.id).toBe(true);
    for (const other of [company.first[0]!, company.beside[0]!, people.admin, people.manager2]) expect(await sees(other), other.id).toBe(false);
    expect((await pulseRows(await actorOf(reports[0]!), now)).find((row) => row.id === id)).toMatchObject({ results: false });
    const [boss] = await hire(company.people.manager2, 1, "HN-02");
    await transaction((tx) => tx.insert("RoleAssignment", { id: "00000000-0000-7000-8000-0000000000aa", personId: boss!.id, role: "leader", scopeKind: "all" }));
    expect(await sees(boss!)).toBe(false);
    await expect(exportResults(id, await askedBy(boss!, now))).rejects.toMatchObject({ code: "not_found" });
    await expect(exportResults(id, { ...(await askedBy(people.hr, now)), actor: null })).rejects.toMatchObject({ code: "not_found" });
    await expect(tieImprovement(id, { improvementId: "x", question: "PERSON-MODELS", words: "Một câu cho mọi người." }, await askedBy(people.hr, now))).rejects.toMatchObject({ code: "not_found" });
    const told = await db.notification.findMany({ where: { kind: "pulse.results" } });
    expect(told.map(({ personId }) => personId)).toEqual([people.manager.id]);
  });

  it("stands on their month as what their people say, as far as it may be told", async () => {
    expect(await upwardResults(company.people.manager.id, day(30))).toMatchObject({ pulse: { id }, larger: expect.any(Object) as object, results: [{ question: { code: "PERSON-MODELS" }, told: { state: "shown" } }] });
    expect(await upwardResults(company.people.manager2.id, day(30))).toBeNull();
  });
});
