import { beforeEach, describe, expect, test } from "vitest";
import { approveDecision, declineDecision, decisionDetail, overturnDecision, recordDecision } from "#modules/empowerment/public.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { freshCompany, MONDAY_TEN, refund, type TestCompany } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

const later = { now: new Date(MONDAY_TEN.getTime() + 3_600_000) };
const input = { reason: "better_for_customer", note: "Đã đổi cho khách chiếc mới và giao tận nhà" };
const record = async (minor = 100_000, more: Readonly<Record<string, unknown>> = {}) => (await recordDecision(await company.actor("frontline"), refund(minor, more), { locale: "vi", now: MONDAY_TEN })).id;

async function answered(by: "approve" | "decline"): Promise<string> {
  const id = await record(700_000);
  const approval = await db.approval.findFirstOrThrow({ where: { decisionId: id } });
  const supervisor = await company.actor("supervisor");
  if (by === "approve") await approveDecision(supervisor, approval.id, {}, later);
  else await declineDecision(supervisor, approval.id, { note: "Chưa đủ căn cứ" }, later);
  return id;
}

describe("looking at a decision again", () => {
  test("stands in the name of whoever does, leaves the decision and its receipt as they were, and tells kindly", async () => {
    const id = await record();
    const before = await db.decision.findUniqueOrThrow({ where: { id } });
    expect(await overturnDecision(await company.actor("supervisor"), id, input, later)).toMatchObject({ id, number: before.number, overturn: { reason: "better_for_customer" } });
    expect(await db.decision.findUniqueOrThrow({ where: { id } })).toEqual(before);
    expect(await db.decisionOverturn.findMany()).toEqual([{ decisionId: id, byId: company.people.supervisor.id, at: later.now, ...input }]);
    const detail = await decisionDetail(await company.actor("frontline"), id, "vi");
    expect(detail).toMatchObject({ receipt: true, overturn: { by: { name: company.people.supervisor.name }, ...input }, may: { overturn: false } });
    expect(await db.notification.findMany({ where: { kind: "decision.overturned" } })).toMatchObject([{ personId: company.people.frontline.id, href: `/decisions/${id}` }]);
    expect(await db.auditEvent.findMany({ where: { type: "decision.overturned" } })).toMatchObject([{ actorId: company.people.supervisor.id, subjectId: id }]);
  });

  test("happens once, and never past the command either", async () => {
    const id = await record();
    const manager = await company.actor("manager");
    await overturnDecision(manager, id, input, later);
    await expect(overturnDecision(await company.actor("leader"), id, input, later)).rejects.toMatchObject({ code: "state_changed" });
    await expect(transaction((tx) => tx.update("DecisionOverturn", { decisionId: id }, { note: "khác" }))).rejects.toThrow("append-only");
    await expect(transaction((tx) => tx.remove("DecisionOverturn", { decisionId: id }))).rejects.toThrow("append-only");
  });

  test("is for those above: their own team, their site, everything; nobody else", async () => {
    const id = await record();
    for (const other of ["hr", "auditor", "admin", "frontline2"] as const) await expect(overturnDecision(await company.actor(other), id, input, later)).rejects.toMatchObject({ code: "forbidden" });
    for (const stranger of ["supervisor2", "manager2"] as const) await expect(overturnDecision(await company.actor(stranger), id, input, later)).rejects.toMatchObject({ code: "not_found" });
    expect((await decisionDetail(await company.actor("manager"), id, "vi"))?.may.overturn).toBe(true);
    expect((await decisionDetail(await company.actor("auditor"), id, "vi"))?.may.overturn).toBe(false);
    expect(await overturnDecision(await company.actor("leader"), id, input, later)).toMatchObject({ id });
  });

  test("is never of one's own: what one decided, approved or declined, or was given", async () => {
    const own = (await recordDecision(await company.actor("supervisor"), refund(100_000), { locale: "vi", now: MONDAY_TEN })).id;
    for (const id of [own, await answered("approve"), await answered("decline")]) {
      await expect(overturnDecision(await company.actor("supervisor"), id, input, later)).rejects.toMatchObject({ code: "own_decision", status: 403 });
      expect((await decisionDetail(await company.actor("supervisor"), id, "vi"))?.may.overturn).toBe(false);
    }
    await transaction((tx) => tx.update("Customer", { id: company.customers.gold.id }, { personId: company.people.manager.id }));
    const given = await record(100_000, { customer: { ref: "C-1029" } });
    await expect(overturnDecision(await company.actor("manager"), given, input, later)).rejects.toMatchObject({ code: "own_decision" });
  });

  test("tells the approver too, and takes a no as well as a yes; not what still waits or was taken back", async () => {
    const manager = await company.actor("manager");
    for (const by of ["approve", "decline"] as const) await overturnDecision(manager, await answered(by), input, later);
    expect((await db.notification.findMany({ where: { kind: "decision.overturned" } })).map(({ personId }) => personId).sort()).toEqual(
      [company.people.frontline.id, company.people.frontline.id, company.people.supervisor.id, company.people.supervisor.id].sort(),
    );
    await expect(overturnDecision(manager, await record(700_000), input, later)).rejects.toMatchObject({ code: "state_changed" });
  });

  test("asks for a reason and for what was done instead", async () => {
    const id = await record();
    const manager = await company.actor("manager");
    await expect(overturnDecision(manager, id, { ...input, reason: "whim" }, later)).rejects.toMatchObject({ code: "invalid_input", errors: [{ path: "reason", code: "not_a_choice" }] });
    await expect(overturnDecision(manager, id, { ...input, note: " " }, later)).rejects.toMatchObject({ errors: [{ path: "note", code: "required" }] });
    expect(await db.decisionOverturn.count()).toBe(0);
  });
});
