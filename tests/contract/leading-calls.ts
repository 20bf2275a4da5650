import type { SmallCompany } from "#db/seed/builders.ts";
import { localDay } from "#kernel/period.ts";
import { closeCycle, logDecision, logHours, openCycle, ownCycle, publishCommitments, writeMonth } from "#modules/reviews/public.server.ts";
import { db } from "#platform/db.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import type { Calls } from "./call.ts";

const DECISION = { title: "Nhận lại cả lô áo lỗi chỉ", words: "Thu hồi, không đợi khách tới", lens: "pain", serves: "Khách mua lô tháng mười", givenUp: "Doanh thu của một tuần" } as const;
const hours = () => ({ site: "HN-01", day: localDay(new Date(), "Asia/Ho_Chi_Minh"), minutes: 60, what: "serve" }) as const;

const BOTH = { vi: "Sửa đúng ngay từ đầu", en: "Mend it right the first time" };
const WORDS = { words: "Tôi đã chậm hai lần", loyal: "Chưa, với khách chờ sửa áo" };
const PROMISED = [{ library: "stand-at-counter" }, { library: "answer-in-time", quantity: 95 }, { text: BOTH, source: "practice_done", quantity: 3 }];
const OWN = (["customer_hours", "answers_in_time", "practice_done"] as const).map((source) => ({ source, quantity: 5, libraryCode: null, textVi: BOTH.vi, textEn: BOTH.en }));

/** One call of every operation of leading by example, on a company that is there by then. */
export function leadingCalls(company: () => SmallCompany): Calls {
  const by = (key: "hr" | "supervisor") => askedBy(company().people[key], new Date());
  let closed: Promise<string> | null = null;
  const review = async (): Promise<string> => {
    closed ??= (async () => {
      const { id } = await openCycle("2026-05-15", await by("hr"));
      await closeCycle(id, await by("hr"));
      return (await db.leadReview.findFirstOrThrow({ where: { cycleId: id, personId: company().people.supervisor.id } })).id;
    })();
    return closed;
  };
  // Of this quarter: commitments are published while it runs, and nobody has agreed anything in it before the calls do.
  let open: Promise<string> | null = null;
  const running = async (): Promise<string> => (open ??= (async () => (await openCycle(localDay(new Date(), "Asia/Ho_Chi_Minh"), await by("hr"))).id)());
  const promised = async (): Promise<string> => {
    const own = await ownCycle(company().people.supervisor.id, new Date());
    const cycle = await running();
    if (own?.agreed !== true) await publishCommitments(cycle, OWN, await by("supervisor"));
    return (await db.leadCommitment.findFirstOrThrow({ where: { cycleId: cycle, personId: company().people.supervisor.id } })).id;
  };
  const logged = async () => (await logDecision(DECISION, null, await by("supervisor"))).id;
  const longAgo = async () => (await logDecision(DECISION, null, { ...(await by("supervisor")), now: new Date(Date.now() - 100 * 86_400_000) })).id;
  return {
    readLeader: async () => ({ as: "supervisor", path: "/leading/me" }),
    listReviews: async () => (await review(), { as: "hr", path: "/leading/reviews?limit=2" }),
    readReview: async () => ({ as: "manager", path: `/leading/reviews/${await review()}` }),
    listLoggedDecisions: async () => (await logged(), { as: "frontline", path: "/leading/decisions?limit=1" }),
    readLoggedDecision: async () => ({ as: "auditor", path: `/leading/decisions/${await logged()}` }),
    logDecision: async () => ({ as: "manager", path: "/leading/decisions", json: DECISION }),
    logHours: async () => ({ as: "supervisor", path: "/leading/hours", json: hours() }),
    confirmHours: async () => ({ as: "frontline", path: `/leading/hours/${(await logHours(hours(), await by("supervisor"))).id}/confirm` }),
    withdrawHours: async () => ({ as: "supervisor", path: `/leading/hours/${(await logHours(hours(), await by("supervisor"))).id}/withdraw` }),
    readLine: async () => ({ as: "manager", path: "/leading/line" }),
    listLeadCycles: async () => ({ as: "supervisor", path: "/leading/cycles" }),
    readLeadCycle: async () => ({ as: "auditor", path: `/leading/cycles/${await running()}` }),
    openLeadCycle: async () => ({ as: "hr", path: "/leading/cycles", json: { day: "2026-02-15" } }),
    closeLeadCycle: async () => ({ as: "hr", path: `/leading/cycles/${(await openCycle("2025-11-15", await by("hr"))).id}/close` }),
    publishCommitments: async () => ({ as: "supervisor", path: "/leading/commitments", json: { cycle: await running(), commitments: PROMISED } }),
    explainMissedCommitment: async () => ({ as: "supervisor", path: `/leading/commitments/${await promised()}/reason`, json: { reason: "Cả tháng ở kho" } }),
    agreeCommitments: async () => (await promised(), { as: "manager", path: `/leading/${company().people.supervisor.email}/agree`, json: { cycle: await running() } }),
    writeLeaderMonth: async () => ({ as: "supervisor", path: "/leading/months/2026-09", json: WORDS }),
    answerLeaderMonth: async () => (await writeMonth({ month: "2026-08", ...WORDS }, await by("supervisor")), { as: "leader", path: `/leading/${company().people.supervisor.id}/answer`, json: { month: "2026-08", answer: "Ta cùng gỡ" } }),
    lookAgainAtDecision: async () => ({ as: "supervisor", path: `/leading/decisions/${await longAgo()}/look-again`, json: { verdict: "as_hoped", happened: "Ba khách quay lại" } }),
    saveWhoWeAre: async () => ({ as: "leader", path: "/who-we-are", json: { base: 0, purpose: BOTH, strengths: [BOTH, BOTH], customers: [BOTH] } }),
    readWhoWeAre: async () => ({ as: "admin", path: "/who-we-are" }),
  };
}
