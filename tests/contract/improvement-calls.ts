import { newId } from "#kernel/ids.ts";
import { addDays, localDay } from "#kernel/period.ts";
import type { Calls, Send } from "./call.ts";

/** One call of every operation of operational change and the register of procedures, each on one of its own. */
export function improvementCalls(send: Send): Calls {
  const changePlan = {
    ...{ text: "Bỏ bản thứ hai", lensKind: "pain", lensText: "Khách vội", evidence: null, way: "mechanism" },
    ...{ burden: { staff: { minutes: 4, uses: 60, people: 6 }, customer: null }, burdenAfter: { staff: { minutes: 1, uses: 60, people: 6 }, customer: null } },
    measure: { code: "own", shape: "share", better: "up", name: "Khách không phải ký", source: "Sổ ca", target: 80 },
    steps: [{ text: "Sửa mẫu", owner: "supervisor@demo.tam", dueDay: null }],
  };
  const reported = async (): Promise<string> => {
    const json = { what: "Khách ký hai bản giấy", cost: "Chờ 12 phút", often: "daily" };
    return String((await send("reportImprovement", { as: "frontline", path: "/improvements", json })).body["id"]);
  };
  const change = async (id: string, verb: string, json: unknown) => send("adoptImprovement", { as: "manager", path: `/improvements/${id}/${verb}`, json });
  const answered = async (): Promise<string> => {
    const id = await reported();
    await change(id, "answer", { answer: "improve", words: "Gọn lại" });
    return id;
  };
  const plannedChange = async (): Promise<string> => {
    const id = await answered();
    await change(id, "plan", changePlan);
    return id;
  };
  const onTrial = async (): Promise<string> => {
    const id = await plannedChange();
    await change(id, "figures", { phase: "before", sample: { hits: 12, n: 40 }, source: "Sổ ca sáng" });
    await change(id, "trial", {});
    return id;
  };

  const procedure = (code: string) => ({
    ...{ code, nameVi: "Ký hai bản giấy", nameEn: "Two signed copies", department: "RETAIL", owner: "manager@demo.tam", since: "2020-01-01" },
    ...{ burden: { staff: { minutes: 4, uses: 60, people: 6 }, customer: null }, reviewBy: addDays(localDay(new Date(), "Asia/Ho_Chi_Minh"), 30) },
  });
  const registered = async (code = `TT-${newId().slice(-6)}`): Promise<string> => String((await send("addProcedure", { as: "hr", path: "/procedures", json: procedure(code) })).body["id"]);
  return {
    listImprovements: async () => (await reported(), { as: "hr", path: "/improvements?view=all&state=reported&kind=friction&department=RETAIL&limit=5" }),
    reportImprovement: async () => ({ as: "frontline", path: "/improvements", json: { what: "Khách ký hai bản giấy", cost: "Chờ 12 phút", often: "daily", rule: "REFUND-STORE" } }),
    readImprovement: async () => ({ as: "frontline", path: `/improvements/${await onTrial()}` }),
    answerImprovement: async () => ({ as: "manager", path: `/improvements/${await reported()}/answer`, json: { answer: "needed", words: "Kế toán cần", law: "Luật Kế toán 2015, điều 16" } }),
    planImprovement: async () => ({ as: "manager", path: `/improvements/${await answered()}/plan`, json: changePlan }),
    beginTrial: async () => ({ as: "manager", path: `/improvements/${await plannedChange()}/trial`, json: { note: "Ca sáng" } }),
    recordFigures: async () => ({ as: "manager", path: `/improvements/${await plannedChange()}/figures`, json: { phase: "before", sample: { hits: 12, n: 40 }, source: "Sổ ca sáng" } }),
    adoptImprovement: async () => ({ as: "manager", path: `/improvements/${await onTrial()}/adopt`, json: { note: "Áp dụng" } }),
    revertImprovement: async () => ({ as: "manager", path: `/improvements/${await onTrial()}/revert`, json: { note: "Chưa hợp" } }),
    verifyImprovement: async () => {
      const id = await onTrial();
      for (const json of [{ sample: { hits: 38, n: 40 }, phase: "after", source: "Sổ ca sáng" }]) await change(id, "figures", json);
      await change(id, "adopt", { note: "Áp dụng" });
      return { as: "manager", path: `/improvements/${id}/verify`, json: {} };
    },
    confirmImprovement: async () => {
      const id = await onTrial();
      await change(id, "adopt", { note: "Áp dụng" });
      return { as: "frontline", path: `/improvements/${id}/confirm`, json: { changed: true } };
    },
    listProcedures: async () => (await registered(), { as: "auditor", path: "/procedures?department=RETAIL" }),
    addProcedure: async () => ({ as: "hr", path: "/procedures", json: procedure(`TT-${newId().slice(-6)}`) }),
    readProcedure: async () => ({ as: "frontline", path: `/procedures/${await registered()}` }),
    changeProcedure: async () => {
      const code = `TT-${newId().slice(-6)}`;
      return { as: "hr", path: `/procedures/${await registered(code)}`, json: { ...procedure(code), nameVi: "Ký một bản", law: "Luật Kế toán 2015, điều 16" } };
    },
    reviewProcedure: async () => ({ as: "hr", path: `/procedures/${await registered()}/review`, json: { decision: "keep", note: "Vẫn cần cho đối soát", reviewBy: addDays(localDay(new Date(), "Asia/Ho_Chi_Minh"), 90) } }),
  };
}
