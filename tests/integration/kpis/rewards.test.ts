import { beforeEach, describe, expect, it } from "vitest";
import { announceReward, decideReward, declarePayShare, declareRewardKind, exportRewards, payShares, proposeReward, rewardList } from "#modules/kpis/public.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf } from "#tests/support/asked.ts";
import { freshCompany, type TestCompany } from "./company.ts";

let company: TestCompany;
const all = async (_actor: unknown, ends: readonly unknown[]) => ends.map(() => true);
const evidence = [{ kind: "improvement", id: "i-1" }] as const;

beforeEach(async () => {
  company = await freshCompany();
  await declareRewardKind({ code: "THANKS", nameVi: "Thưởng cải tiến", nameEn: "Improvement bonus", amount: 500_000, active: true }, await company.by("hr"));
});

const propose = async (by: "supervisor" | "manager" | "hr", to: "frontline" | "frontline3" | "hr" = "frontline") =>
  proposeReward({ personId: company.people[to].id, kind: "THANKS", reason: "Bỏ được tờ khai đổi hàng", evidence: [...evidence] }, await company.by(by), all);

describe("a reward", () => {
  it("is proposed on evidence, linked to it, approved by other eyes, and told as the person wishes", async () => {
    const { id } = await propose("supervisor");
    expect(await db.threadLink.count({ where: { fromKind: "reward", fromId: id, relation: "recognises" } })).toBe(1);
    await decideReward(id, { approve: true, note: "Đáng lắm" }, await company.by("hr"));
    const far = async () => (await rewardList(await actorOf(company.people.frontline3))).map(({ person, money }) => [person, money]);
    expect(await far()).toEqual([]);
    await announceReward(id, "public", await company.by("frontline"));
    expect(await far()).toEqual([["Nguyễn Minh Khôi", null]]);
    await announceReward(id, "private", await company.by("frontline"));
    expect(await far()).toEqual([]);
    expect((await rewardList(await actorOf(company.people.frontline)))[0]).toMatchObject({ money: { minor: 500_000, currency: "VND" }, announce: "private" });
    await expect(announceReward(id, "public", await company.by("frontline2"))).rejects.toMatchObject({ code: "not_found" });
  });

  it("is never for oneself, never for somebody out of reach, never without known evidence", async () => {
    await expect(propose("hr", "hr")).rejects.toMatchObject({ errors: [{ path: "personId", code: "never_yourself" }] });
    await expect(propose("supervisor", "frontline3")).rejects.toMatchObject({ code: "not_found" });
    const wish = { personId: company.people.frontline.id, kind: "THANKS", reason: "x", evidence: [...evidence] };
    await expect(proposeReward(wish, await company.by("hr"), async () => [false])).rejects.toMatchObject({ errors: [{ path: "evidence.0", code: "unknown_evidence" }] });
  });

  it("is not approved by whoever proposed or gets it; the database would not let it pass either", async () => {
    const { id } = await propose("hr");
    const decide = async (by: "hr" | "hr2" | "manager") => decideReward(id, { approve: true, note: "" }, await company.by(by));
    await expect(decide("hr")).rejects.toMatchObject({ code: "own_reward" });
    await expect(decide("manager")).rejects.toMatchObject({ code: "forbidden" });
    await expect(transaction((tx) => tx.update("Reward", { id }, { state: "approved", decidedById: company.people.hr.id }))).rejects.toThrow(/neither proposed/);
    await decide("hr2");
    await expect(decide("hr2")).rejects.toMatchObject({ code: "state_changed" });
  });

  it("goes to payroll as a file, with the amount of its day, once it is approved", async () => {
    const { id } = await propose("supervisor");
    await propose("manager");
    await declareRewardKind({ code: "THANKS", nameVi: "Thưởng cải tiến", nameEn: "Improvement bonus", amount: 900_000, active: true }, await company.by("hr"));
    await decideReward(id, { approve: true, note: "" }, await company.by("leader"));
    let file = "";
    for await (const piece of await exportRewards(await company.by("hr"))) file += piece;
    const rows = file.trim().split("\r\n");
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain(`${company.people.frontline.email},Nguyễn Minh Khôi,RETAIL,THANKS,500000,VND`);
    await expect(exportRewards(await company.by("manager"))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the share of variable pay that depends on customers", () => {
  it("is what HR declared last, role by role, and unknown where nothing was said", async () => {
    const hr = await company.by("hr");
    await declarePayShare({ role: "frontline", percent: 20 }, hr);
    await declarePayShare({ role: "frontline", percent: 30 }, hr);
    const found = await payShares();
    expect(found.find(({ role }) => role === "frontline")?.percent).toBe(30);
    expect(found.find(({ role }) => role === "manager")?.percent).toBeNull();
    await expect(declarePayShare({ role: "manager", percent: 10 }, await company.by("leader"))).rejects.toMatchObject({ code: "forbidden" });
  });
});
