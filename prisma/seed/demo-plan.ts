import { addDays, instantAt, localDay, weekdayOf, type Day } from "#kernel/period.ts";
import { compilePolicy, parsePolicy, type PolicyDocument } from "#modules/empowerment/public.ts";
import { planCompany, SECOND_HR, SECOND_LEADER, SIGN_INS, type CompanyPlan } from "./company.ts";
import { ZONE } from "./company/places.ts";
import { planCustomers, type CustomersPlan } from "./customers.ts";
import { Care } from "./decisions/care.ts";
import { IntentSource, Market } from "./decisions/draw-intents.ts";
import { Hindsight } from "./decisions/hindsight.ts";
import { ReturnVisits } from "./decisions/return-visits.ts";
import { Simulation, type PolicyAt } from "./decisions/simulate.ts";
import { Staff } from "./decisions/staff.ts";
import { leaveWaiting, STORIES, tellStories } from "./decisions/stories.ts";
import { POLICY, policyDays, policyVersions } from "./policy.ts";
import { randomFrom } from "./random.ts";

/** Days of history, counted back from the day of loading. */
export const HISTORY_DAYS = 184;
const SEED = 20_261_122;

/** A policy version with its way through the four eyes. */
export interface VersionPlan {
  readonly version: number;
  readonly state: "published" | "in_review";
  readonly document: PolicyDocument;
  readonly createdAt: Date;
  readonly submittedAt: Date;
  readonly submitNote: string;
  readonly publishedAt: Date | null;
  readonly publishNote: string | null;
  readonly effectiveFrom: Date | null;
  readonly editorEmail: string;
  readonly publisherEmail: string | null;
}

export interface DemoPlan {
  readonly today: Day;
  readonly start: Date;
  readonly company: CompanyPlan;
  readonly customers: CustomersPlan;
  readonly versions: readonly VersionPlan[];
  readonly simulation: Simulation;
  readonly care: Care;
  readonly hindsight: Hindsight;
}

function planVersions(today: Day, start: Date): VersionPlan[] {
  const documents = policyVersions(policyDays(today));
  const at = (daysAgo: number, minutes: number) => instantAt(addDays(today, -daysAgo), minutes, ZONE);
  let monday = addDays(today, 8);
  while (weekdayOf(monday) !== 1) monday = addDays(monday, 1);
  const version = (
    number: (typeof POLICY)[keyof typeof POLICY],
    daysAgo: number,
    effectiveFrom: Date | null,
    editorEmail: string,
    publisherEmail: string | null,
    submitNote: string,
    publishNote: string | null,
  ): VersionPlan => ({
    version: number,
    state: publisherEmail === null ? "in_review" : "published",
    document: parsePolicy(documents[number]),
    createdAt: at(daysAgo + 9, 600),
    submittedAt: at(daysAgo + 4, 920),
    submitNote,
    publishedAt: publisherEmail === null ? null : at(daysAgo + 2, 1_000),
    publishNote,
    effectiveFrom,
    editorEmail,
    publisherEmail,
  });
  return [
    version(POLICY.first, HISTORY_DAYS, start, SIGN_INS.hr.email, SIGN_INS.leader.email, "Bản đầu tiên: quyền hoàn tại quầy, đổi và sửa.", "Bắt đầu nhỏ, sáu tháng xem lại."),
    version(POLICY.second, 120, at(120, 0), SECOND_HR.email, SECOND_LEADER.email, "Thêm hoàn một phần, quà chủ động, phiếu theo khóa học.", "Đồng ý, theo dõi số quà mỗi cửa hàng."),
    version(POLICY.inForce, 46, at(46, 0), SIGN_INS.hr.email, SIGN_INS.leader.email, "Thêm mức cho khách bạch kim, người cứng tay và người đứng cùng khi khách xúc phạm.", "Tin khách trước. Xem lại phần rủi ro sau một quý."),
    version(POLICY.coming, 4, instantAt(monday, 0, ZONE), SECOND_HR.email, SIGN_INS.hr.email, "Hoàn một phần tới 40%, phí giao tới 80.000 ₫, người mới còn 45 ngày.", "Báo trước một tuần để các cửa hàng đọc."),
    version(POLICY.inReview, -3, null, SIGN_INS.hr.email, null, "Sáu tháng qua nhiều khách sửa đồ chưa đạt mà chưa có quy tắc. Đề nghị cho tuyến đầu tự quyết tới 200.000 ₫.", null),
  ];
}

function policyTimeline(versions: readonly VersionPlan[]): (at: Date) => PolicyAt {
  const dated = versions.flatMap(({ version, document, effectiveFrom }) => (effectiveFrom ? [{ version, effectiveFrom, compiled: compilePolicy(document) }] : []));
  return (at) => {
    const found = dated.filter(({ effectiveFrom }) => effectiveFrom <= at).at(-1);
    if (!found) throw new Error(`No policy is in force at ${at.toISOString()}`);
    return found;
  };
}

/**
 * Works out the whole demo company at an instant, without touching a database: the same instant gives the same people,
 * customers, decisions and budgets.
 */
export function planDemo(now: Date): DemoPlan {
  const today = localDay(now, ZONE);
  const first = addDays(today, -HISTORY_DAYS);
  const start = instantAt(first, 0, ZONE);
  const random = randomFrom(SEED);
  const company = planCompany(start, today, random.fork());
  const customers = planCustomers(start, today, random.fork(), company.people);
  const versions = planVersions(today, start);

  const staff = new Staff(company);
  const market = new Market(customers, new Set(Object.values(STORIES)));
  const policyAt = policyTimeline(versions);
  const returns = new ReturnVisits(market, now, randomFrom(SEED + 1));
  const simulation = new Simulation(staff, market, returns, policyAt, now, random.fork());
  const care = new Care(staff, now, random.fork());
  const stage = { staff, market, simulation, care, today, now };
  tellStories(stage);
  leaveWaiting(stage);

  const source = new IntentSource(staff, market, random.fork(), today);
  // The sign-in of the clerk begins the day with all their room.
  const resting = new Set<string>([SIGN_INS.frontline.email]);
  for (let day = first; day <= today; day = addDays(day, 1)) {
    const intents = source.ofDay(day, now, (at) => policyAt(at).compiled, day === today ? resting : new Set());
    for (const intent of intents) simulation.expect(intent);
    simulation.play(instantAt(addDays(day, 1), 0, ZONE));
  }
  simulation.play(now);
  care.around(simulation.history.decisions);
  const hindsight = new Hindsight(staff, now, randomFrom(SEED + 2));
  hindsight.overturn(simulation.history.decisions);
  hindsight.review(today);
  const purchases = [...customers.purchases, ...market.unplanned];
  return { today, start, company, customers: { ...customers, purchases }, versions, simulation, care, hindsight };
}
