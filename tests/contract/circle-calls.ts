import type { SmallCompany } from "#db/seed/builders.ts";
import { newId } from "#kernel/ids.ts";
import { addDays, localDay } from "#kernel/period.ts";
import { askForCare } from "#modules/care/public.server.ts";
import { mondayOf } from "#modules/stories/public.ts";
import { type Insert, transaction } from "#platform/transaction.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import type { Calls } from "./call.ts";

const DAY_MS = 86_400_000;

/** One call of every operation of the line-up card, circles and care, on a company that is there by then. */
export function circleCalls(company: () => SmallCompany, told: () => Promise<string>): Calls {
  const today = () => localDay(new Date(), "Asia/Ho_Chi_Minh");
  const circle = (more: object = {}) => ({ theme: "Nghe điều chưa nói", day: addDays(today(), 3), time: "15:00", minutes: 45, places: 8, where: "HN-01", ...more });
  /** A circle of the manager's, `days` from now, with the first of the staff in it. */
  const planned = async (days: number): Promise<string> => {
    const [id, at] = [newId(), new Date()];
    await transaction(async (tx) => {
      await tx.insert("Circle", { id, hostId: company().people.manager.id, theme: "Nghe", startsAt: new Date(at.getTime() + days * DAY_MS), minutes: 45, places: 8, whereText: "HN-01", taken: 1, createdAt: at, changedAt: at });
      await tx.insert("CircleSeat", { circleId: id, personId: company().people.frontline.id, state: "going", turn: 1, at });
    });
    return id;
  };
  const card = async (more: Partial<Insert<"LineUpCard">>, weeks = 0): Promise<string> => {
    const week = addDays(mondayOf(today()), 7 * weeks);
    const storyId = await told();
    await transaction((tx) => tx.upsert("LineUpCard", { week }, { id: newId(), week, storyId, questionVi: "Ai cần hỏi thăm?", questionEn: "Whom to ask?", ruleCode: "REFUND-STORE", byId: company().people.hr.id, savedAt: new Date(), publishedAt: null, ...more }));
    return week;
  };
  const hardCase = async (): Promise<string> => {
    await transaction((tx) => tx.remove("CareCase", { personId: company().people.frontline.id }));
    return (await askForCare(null, await askedBy(company().people.frontline, new Date()))).id;
  };
  return {
    readLineUp: async () => ({ as: "frontline", path: `/line-up?week=${await card({ publishedAt: new Date() })}` }),
    chooseLineUp: async () => ({ as: "hr", path: `/line-up/${await card({}, 1)}`, json: { storyId: await told(), questionVi: "Ai?", questionEn: "Who?", ruleCode: "REFUND-STORE" } }),
    publishLineUp: async () => ({ as: "hr", path: `/line-up/${await card({}, 2)}/publish` }),
    markLineUpDiscussed: async () => ({ as: "supervisor", path: `/line-up/${await card({ publishedAt: new Date() })}/discussed`, json: { day: today(), present: [company().people.frontline.email] } }),
    listCircles: async () => (await planned(1), { as: "auditor", path: "/circles?when=coming" }),
    planCircle: async () => ({ as: "frontline", path: "/circles", json: circle({ storyId: await told() }) }),
    readCircle: async () => ({ as: "frontline", path: `/circles/${await planned(1)}` }),
    changeCircle: async () => ({ as: "manager", path: `/circles/${await planned(1)}`, json: circle({ where: "HN-02" }) }),
    cancelCircle: async () => ({ as: "manager", path: `/circles/${await planned(1)}/cancel`, json: { why: "Cả ca bận kiểm kê" } }),
    joinCircle: async () => ({ as: "frontline2", path: `/circles/${await planned(1)}/join` }),
    leaveCircle: async () => ({ as: "frontline", path: `/circles/${await planned(1)}/leave` }),
    markAttendance: async () => ({ as: "manager", path: `/circles/${await planned(-1)}/attendance`, json: { came: [company().people.frontline.id] } }),
    writeLearnt: async () => ({ as: "manager", path: `/circles/${await planned(-1)}/learnt`, json: { learnt: "Hỏi thăm trước khi hỏi lý do" } }),
    readCircleCalendar: async () => ({ as: "auditor", path: `/circles/${await planned(1)}/calendar` }),
    readCare: async () => (await hardCase(), { as: "supervisor", path: "/care" }),
    askForCare: () => Promise.resolve ({ as: "frontline2", path: "/care", json: { word: "Khách lớn tiếng" } }),
    checkIn: async () => ({ as: "supervisor", path: `/care/${await hardCase()}/checked-in`, json: { how: ["talk"] } }),
    closeCare: async () => ({ as: "frontline", path: `/care/${await hardCase()}/close` }),
  };
}
