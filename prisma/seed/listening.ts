import { addDays, instantAt, localDay } from "#kernel/period.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import { NO_RATINGS, type Question, type Ratings, type Tone, toneOf } from "#modules/listening/public.ts";
import { sealedPosterToken } from "#modules/listening/make-poster-link.server.ts";
import { tokenHash } from "#platform/secrets.server.ts";
import type { Insert, Tx } from "#platform/transaction.server.ts";
import { SIGN_INS } from "./company.ts";
import { SITES, ZONE } from "./company/places.ts";
import type { DemoPlan } from "./demo-plan.ts";
import type { DecisionRow } from "./decisions/history.ts";
import { personIdOf } from "./insert-history.ts";
import { ANSWERS, type Place, Sayings, WRITTEN_DOWN } from "./listening-texts.ts";
import { randomFrom, type Random } from "./random.ts";

type FeedbackInsert = Insert<"Feedback">;

const MINUTE = 60_000;
const DAY = 86_400_000;
const SEED = 20_261_127;
const DAYS_OF_ANSWERS = 180;
const CASE_ANSWERS = 750;
/** Customers are left in peace for so long between two questions. */
const PAUSE_DAYS = 30;
const WITH_WORDS = 0.27;
/** The pain point the demo company began with, days ago, and solved. */
const BEGAN_DAYS_AGO = 82;
const SOLVED_DAYS_AGO = 41;

interface TouchpointPlan {
  readonly code: string;
  readonly place: Place;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly department: string;
  readonly questions: readonly Question[];
  /** Sites whose poster it is; null: one for all. */
  readonly sites: readonly (string | null)[];
  readonly answers: number;
  /** Weights of low, middle and high. */
  readonly mood: readonly [number, number, number];
}

const SHOPS = SITES.filter(({ channel }) => channel === "store").map(({ code }) => code);

const TOUCHPOINTS: readonly TouchpointPlan[] = [
  { code: "COUNTER", place: "counter", nameVi: "Quầy thu ngân", nameEn: "Cash desk", department: "RETAIL", questions: ["understood", "csat"], sites: SHOPS.slice(0, 6), answers: 170, mood: [24, 22, 54] },
  { code: "FITTING-ROOM", place: "fitting", nameVi: "Phòng thử đồ", nameEn: "Fitting room", department: "RETAIL", questions: ["understood"], sites: SHOPS.slice(0, 4), answers: 110, mood: [10, 20, 70] },
  { code: "RETURN-DESK", place: "returns", nameVi: "Đổi trả", nameEn: "Returns", department: "RETAIL", questions: ["understood", "csat"], sites: SHOPS.slice(0, 4), answers: 80, mood: [22, 26, 52] },
  { code: "ALTERATION", place: "alteration", nameVi: "Sửa đồ", nameEn: "Alterations", department: "RETAIL", questions: ["csat"], sites: ["HN-01", "SG-02"], answers: 50, mood: [20, 24, 56] },
  { code: "HOTLINE", place: "hotline", nameVi: "Tổng đài", nameEn: "Hotline", department: "CARE", questions: ["understood", "nps"], sites: ["HOTLINE"], answers: 120, mood: [20, 26, 54] },
  { code: "ONLINE-CHAT", place: "chat", nameVi: "Nhắn tin", nameEn: "Chat", department: "ONLINE", questions: ["understood", "csat"], sites: ["ONLINE"], answers: 70, mood: [16, 26, 58] },
  { code: "DELIVERY", place: "delivery", nameVi: "Giao hàng", nameEn: "Delivery", department: "DELIVERY", questions: ["csat", "nps"], sites: ["KHO-BD"], answers: 90, mood: [30, 24, 46] },
  { code: "WEBSITE", place: "website", nameVi: "Mua trên mạng", nameEn: "Buying online", department: "ONLINE", questions: ["nps"], sites: [null], answers: 60, mood: [20, 34, 46] },
];

const RATED: Readonly<Record<Tone, { readonly understood: readonly NonNullable<Ratings["understood"]>[]; readonly csat: readonly number[]; readonly nps: readonly number[] }>> = {
  low: { understood: ["no", "no", "partly"], csat: [1, 2, 2], nps: [2, 4, 5, 6, 6] },
  middle: { understood: ["partly", "partly", "yes"], csat: [3, 3, 4], nps: [7, 8, 8] },
  high: { understood: ["yes"], csat: [4, 5, 5], nps: [9, 10, 10] },
};

/** What a customer in such a mood taps. */
function rate(mood: Tone, questions: readonly Question[], random: Random): Ratings {
  const { understood, csat, nps } = RATED[mood];
  const asks = (question: Question) => questions.includes(question);
  return {
    ...NO_RATINGS,
    ...(asks("understood") ? { understood: random.pick(understood) } : {}),
    ...(asks("csat") ? { csat: random.pick(csat), csatPoints: 5 } : {}),
    ...(asks("nps") ? { nps: random.pick(nps) } : {}),
  };
}

/** How a case leaves a customer. */
function moodOf({ result, state }: DecisionRow, random: Random): Tone {
  if (result === "resolved") return random.weighted([["high", 82], ["middle", 13], ["low", 5]]);
  if (result === "unresolved") return random.weighted([["high", 12], ["middle", 28], ["low", 60]]);
  if (state === "declined" || state === "refused" || state === "expired") return random.weighted([["high", 38], ["middle", 30], ["low", 32]]);
  return random.weighted([["high", 66], ["middle", 20], ["low", 14]]);
}

/** Draws six months of what customers say. */
class Listening {
  readonly links: Insert<"SurveyLink">[] = [];
  readonly feedback: FeedbackInsert[] = [];
  readonly ties: Insert<"ThreadLink">[] = [];
  readonly events: AuditEventInput[] = [];
  private readonly sayings: Sayings;

  constructor(
    private readonly plan: DemoPlan,
    private readonly now: Date,
    private readonly random: Random,
    private readonly hrId: string,
  ) {
    this.sayings = new Sayings(random.fork());
  }

  private words(place: Place, mood: Tone): { said: string | null; language: string } {
    if (!this.random.chance(WITH_WORDS)) return { said: null, language: "vi" };
    const { text, language } = this.sayings.at(place, mood);
    return { said: text, language };
  }

  /** A moment in opening hours, so many days ago at most. */
  private moment(): Date | null {
    const day = addDays(this.plan.today, -this.random.int(0, DAYS_OF_ANSWERS));
    const at = new Date(instantAt(day, this.random.int(9 * 60 + 5, 21 * 60), ZONE).getTime() + this.random.int(0, 59) * 1_000);
    return at > this.now ? null : at;
  }

  private keep(row: Omit<FeedbackInsert, "id" | "createdAt" | "tone">, ratings: Ratings): void {
    const { random, now } = this;
    const id = random.idAt(row.receivedAt);
    const tone = toneOf(ratings);
    const age = now.getTime() - row.receivedAt.getTime();
    const read = age > 6 * DAY ? random.chance(0.97) : random.chance(0.4);
    const readAt = new Date(row.receivedAt.getTime() + random.int(20, 2_400) * MINUTE);
    const answeredAt = new Date(readAt.getTime() + random.int(5, 400) * MINUTE);
    const isRead = read && readAt <= now;
    const isAnswered = isRead && tone === "low" && row.said != null && answeredAt <= now && random.chance(0.6);
    const readerId = row.managerId ?? this.hrId;
    this.feedback.push({
      ...row,
      ...ratings,
      id,
      tone,
      createdAt: row.receivedAt,
      ...(isRead ? { readAt, readById: readerId } : {}),
      ...(isAnswered ? { answer: random.pick(ANSWERS), answeredAt, answeredById: readerId } : {}),
    });
    const from = { fromKind: "feedback", fromId: id, relation: "about", byId: row.byId ?? null, at: row.receivedAt, automatic: true };
    if (row.customerId != null) this.ties.push({ ...from, id: random.idAt(row.receivedAt), toKind: "customer", toId: row.customerId });
    if (row.decisionId != null) this.ties.push({ ...from, id: random.idAt(row.receivedAt), toKind: "decision", toId: row.decisionId });
    const typed = row.source === "staff";
    this.events.push({
      type: typed ? "feedback.added" : "feedback.received",
      subject: { kind: "feedback", id },
      actor: typed ? { personId: row.byId ?? null } : null,
      data: { feedbackId: id, source: row.source, touchpoint: row.touchpointCode ?? null, ...(typed ? { came: "screen" } : { decisionId: row.decisionId ?? null }) },
      at: row.receivedAt,
    });
  }

  /** The posters, and what was answered on them. */
  posters(): void {
    const madeAt = instantAt(addDays(this.plan.today, -DAYS_OF_ANSWERS - 1), 10 * 60, ZONE);
    for (const { code, department, sites, questions, answers, mood, place } of TOUCHPOINTS) {
      const links = sites.map((siteCode) => {
        const id = this.random.idAt(madeAt);
        const channel = SITES.find((site) => site.code === siteCode)?.channel ?? null;
        this.links.push({ id, ...sealedPosterToken(id), kind: "poster", touchpointCode: code, siteCode, departmentCode: department, channel, createdAt: madeAt, createdById: this.hrId });
        return { id, siteCode, channel };
      });
      for (let count = 0; count < answers; count += 1) {
        const receivedAt = this.moment();
        if (receivedAt === null) continue;
        const link = this.random.pick(links);
        const felt = this.random.weighted([["low", this.lowAt(place, mood[0], receivedAt)], ["middle", mood[1]], ["high", mood[2]]] as const);
        const { said, language } = this.words(place, felt);
        this.keep(
          { source: "survey", answerKey: `visit:${this.random.idAt(receivedAt)}`, linkId: link.id, receivedAt, channel: link.channel, touchpointCode: code, siteCode: link.siteCode, departmentCode: department, language, said },
          rate(felt, questions, this.random),
        );
      }
    }
  }

  /** Waiting at the cash desk went down when it was solved; deliveries have got worse in the last month. */
  private lowAt(place: Place, usual: number, at: Date): number {
    const daysAgo = (this.now.getTime() - at.getTime()) / DAY;
    if (place === "counter") return daysAgo < SOLVED_DAYS_AGO ? usual / 3 : usual;
    return place === "delivery" && daysAgo < 30 ? usual * 1.5 : usual;
  }

  /** One tap after a case: no customer twice within the pause. */
  cases(): void {
    const { random, now } = this;
    const lastAsked = new Map<string, number>();
    const closed = this.plan.simulation.history.decisions.filter(({ closedAt, state, customerId }) => closedAt != null && customerId != null && !["cancelled", "pending", "returned"].includes(state));
    for (const decision of random.shuffle(closed).sort((a, b) => a.decidedAt.getTime() - b.decidedAt.getTime())) {
      const { customerId, closedAt, personId, managerId, siteCode, departmentCode, channel, number } = decision;
      if (customerId == null || closedAt == null || !random.chance((CASE_ANSWERS * 1.15) / closed.length)) continue;
      const askedAt = new Date(closedAt.getTime() + random.int(3, 90) * MINUTE);
      const receivedAt = new Date(askedAt.getTime() + random.weighted([[random.int(1, 20), 6], [random.int(20, 900), 3], [random.int(900, 2_800), 1]] as const) * MINUTE);
      const before = lastAsked.get(customerId);
      if (receivedAt > now || (before !== undefined && askedAt.getTime() - before < PAUSE_DAYS * DAY)) continue;
      lastAsked.set(customerId, askedAt.getTime());
      const id = random.idAt(askedAt);
      const about = { channel, customerId, decisionId: decision.id, decisionNumber: number, personId, managerId: managerId ?? null, siteCode: siteCode ?? null, departmentCode: departmentCode ?? null };
      this.links.push({ id, tokenHash: tokenHash(`demo:${id}`), kind: "case", ...about, createdAt: askedAt, createdById: personId, expiresAt: new Date(askedAt.getTime() + 14 * DAY), usedAt: receivedAt });
      const mood = moodOf(decision, random);
      const { said, language } = this.words("case", mood);
      this.keep({ source: "survey", answerKey: `case:${id}`, linkId: id, receivedAt, ...about, language, said }, rate(mood, ["understood"], random));
    }
  }

  /** What colleagues wrote down of customers they met. */
  written(): void {
    const { random } = this;
    const clerks = this.plan.company.people.filter(({ role, leftOn }) => role === "frontline" && leftOn === null);
    for (const [index, { place, said, felt, unsaid, ...more }] of WRITTEN_DOWN.entries()) {
      const language = "english" in more ? "en" : "vi";
      const by = random.pick(clerks.filter((clerk) => clerk.language === language));
      const touchpoint = TOUCHPOINTS.find((each) => each.place === place);
      const receivedAt = instantAt(addDays(localDay(this.now, ZONE), -(index * 5 + 1)), 15 * 60 + index, ZONE);
      const about = { channel: null, touchpointCode: touchpoint?.code ?? null, siteCode: by.siteCode, departmentCode: touchpoint?.department ?? by.departmentCode, customerId: random.pick(this.plan.customers.customers).id, managerId: by.managerId };
      this.keep({ source: "staff", byId: by.id, receivedAt, ...about, language, said, felt, unsaid }, NO_RATINGS);
    }
  }
}

async function insertPlaces(tx: Tx, hrId: string, at: Date): Promise<AuditEventInput[]> {
  for (const [index, { code, nameVi, nameEn, department, questions }] of TOUCHPOINTS.entries()) {
    const createdAt = new Date(at.getTime() + index * MINUTE);
    await tx.insert("Touchpoint", { code, nameVi, nameEn, departmentCode: department, createdAt, updatedAt: createdAt });
    await tx.insert("Survey", { touchpointCode: code, questions: JSON.stringify(questions), updatedAt: createdAt, updatedById: hrId });
  }
  return TOUCHPOINTS.map(({ code, questions }, index) => ({
    ...{ type: "survey.saved", subject: { kind: "touchpoint", id: code }, actor: { personId: hrId } },
    ...{ data: { touchpoint: code, questions, active: true }, at: new Date(at.getTime() + index * MINUTE) },
  }));
}

/** The pain point the company started with: solved, and watched for its return. */
async function insertStart(tx: Tx, plan: DemoPlan, hrId: string): Promise<AuditEventInput[]> {
  const at = (daysAgo: number) => instantAt(addDays(plan.today, -daysAgo), 9 * 60 + 30, ZONE);
  const id = randomFrom(SEED + 1).idAt(at(BEGAN_DAYS_AGO));
  const ownerId = personIdOf(plan, SIGN_INS.manager.email);
  const dueDay = addDays(plan.today, -BEGAN_DAYS_AGO + 7);
  await tx.insert("StartedPainPoint", {
    ...{ id, words: "Khách phải chờ lâu ở quầy thu ngân giờ tan tầm", touchpointCode: "COUNTER", siteCode: "HN-01" },
    ...{ step: "Mở quầy thứ hai từ 17 đến 19 giờ, thử một tuần ở Hàng Bông.", ownerId, dueDay },
    ...{ startedAt: at(BEGAN_DAYS_AGO), startedById: hrId, readyAt: at(BEGAN_DAYS_AGO), solvedAt: at(SOLVED_DAYS_AGO), solvedById: hrId },
    solution: "Sáu cửa hàng đông nhất luôn có hai quầy từ 17 đến 19 giờ; trưởng ca trực quầy khi hàng chờ quá năm người.",
  });
  const event = (type: string, daysAgo: number, more: object = {}): AuditEventInput => ({ type, subject: { kind: "pain-point", id }, actor: { personId: hrId }, data: { painPointId: id, ...more }, at: at(daysAgo) });
  return [event("pain-point.chosen", BEGAN_DAYS_AGO), event("pain-point.listened-to", BEGAN_DAYS_AGO, { touchpoint: "COUNTER" }), event("pain-point.begun", BEGAN_DAYS_AGO, { ownerId, dueDay }), event("pain-point.solved", SOLVED_DAYS_AGO)];
}

/** Eight touchpoints with their surveys, six months of answers tied to decisions and shops, and the first pain point; answers the events. */
export async function insertListening(tx: Tx, plan: DemoPlan, now: Date): Promise<AuditEventInput[]> {
  const hrId = personIdOf(plan, SIGN_INS.hr.email);
  const places = await insertPlaces(tx, hrId, instantAt(addDays(plan.today, -DAYS_OF_ANSWERS - 2), 9 * 60, ZONE));
  const listening = new Listening(plan, now, randomFrom(SEED), hrId);
  listening.posters();
  listening.cases();
  listening.written();
  for (const row of listening.links) await tx.insert("SurveyLink", row);
  for (const row of listening.feedback) await tx.insert("Feedback", row);
  for (const row of listening.ties) await tx.insert("ThreadLink", row);
  return [...places, ...listening.events, ...(await insertStart(tx, plan, hrId))];
}
