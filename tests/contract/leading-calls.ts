import type { SmallCompany, SmallCompanyKey } from "#db/seed/builders.ts";
import { localDay } from "#kernel/period.ts";
import { closeCycle, logDecision, logHours, openCycle } from "#modules/reviews/public.server.ts";
import { db } from "#platform/db.server.ts";
import { askedBy } from "#tests/support/asked.ts";

const DECISION = { title: "Nhận lại cả lô áo lỗi chỉ", words: "Thu hồi, không đợi khách tới", lens: "pain", serves: "Khách mua lô tháng mười", givenUp: "Doanh thu của một tuần" } as const;
const hours = () => ({ site: "HN-01", day: localDay(new Date(), "Asia/Ho_Chi_Minh"), minutes: 60, what: "serve" }) as const;

interface Call {
  readonly as: SmallCompanyKey;
  readonly path: string;
  readonly json?: unknown;
}

/** One call of every operation of leading by example, on a company that is there by then. */
export function leadingCalls(company: () => SmallCompany): Readonly<Record<string, () => Promise<Call>>> {
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
  const logged = async () => (await logDecision(DECISION, null, await by("supervisor"))).id;
  return {
    readLeader: async () => ({ as: "supervisor", path: "/leading/me" }),
    listReviews: async () => (await review(), { as: "hr", path: "/leading/reviews?limit=2" }),
    readReview: async () => ({ as: "manager", path: `/leading/reviews/${await review()}` }),
    listLoggedDecisions: async () => (await logged(), { as: "frontline", path: "/leading/decisions?limit=1" }),
    readLoggedDecision: async () => ({ as: "auditor", path: `/leading/decisions/${await logged()}` }),
    logDecision: async () => ({ as: "manager", path: "/leading/decisions", json: DECISION }),
    logHours: async () => ({ as: "supervisor", path: "/leading/hours", json: hours() }),
    confirmHours: async () => ({ as: "frontline", path: `/leading/hours/${(await logHours(hours(), await by("supervisor"))).id}/confirm` }),
    readWhoWeAre: async () => ({ as: "admin", path: "/who-we-are" }),
  };
}
