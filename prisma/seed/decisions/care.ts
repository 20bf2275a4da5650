import { addBusinessMinutes } from "#kernel/business-time.ts";
import { localDay } from "#kernel/period.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import { remindAt } from "#modules/customers/remind-keeper.server.ts";
import type { Insert } from "#platform/transaction.server.ts";
import { ZONE } from "../company/places.ts";
import type { PersonPlan } from "../company.ts";
import type { Random } from "../random.ts";
import type { DecisionRow } from "./history.ts";
import { BROKEN_NOTES, CUSTOMER_NOTES, KEPT_NOTES, PROMISES } from "./note-texts.ts";
import type { Staff } from "./staff.ts";

export interface NoteInput {
  readonly customerId: string;
  readonly by: PersonPlan;
  readonly text: string;
  readonly at: Date;
  readonly isContact?: boolean;
}

export interface PromiseInput {
  readonly customerId: string;
  readonly decisionId?: string;
  readonly keeper: PersonPlan;
  readonly text: string;
  readonly at: Date;
  readonly dueAt: Date;
  /** How it ended, where it did. */
  readonly closed?: { readonly state: "kept" | "broken"; readonly at: Date; readonly note: string | null };
}

const AGAIN = [
  "Khách gọi lại hỏi tiếp chuyện hôm trước, đã xin lỗi và nhận theo tiếp.",
  "Khách nhắn hỏi tiến độ, phải kể lại một phần vì ca khác nghe máy.",
  "Khách ghé lại cửa hàng vì việc chưa xong, đã ghi rõ để không hỏi lại lần nữa.",
  "Khách gọi lần hai trong tuần về cùng một đơn.",
  "Khách hỏi bao giờ tiền về, đã gửi ảnh lệnh chuyển.",
] as const;

/** Notes on customers and promises to them, with the events of the audit trail. */
export class Care {
  readonly notes: Insert<"CustomerNote">[] = [];
  readonly promises: Insert<"CustomerPromise">[] = [];
  readonly links: Insert<"ThreadLink">[] = [];
  readonly events: AuditEventInput[] = [];

  constructor(
    private readonly staff: Staff,
    private readonly now: Date,
    private readonly random: Random,
  ) {}

  note({ customerId, by, text, at, isContact = true }: NoteInput): void {
    const id = this.random.idAt(at);
    this.notes.push({ id, customerId, byId: by.id, text, isContact, at });
    this.event("customer.noted", "customer", customerId, by.id, at, { noteId: id, isContact }, { text: { value: text, owner: { kind: "customer", id: customerId } } });
  }

  promise({ customerId, decisionId, keeper, text, at, dueAt, closed }: PromiseInput): void {
    const id = this.random.idAt(at);
    const owner = { kind: "customer", id: customerId };
    const ended = closed && closed.at <= this.now ? closed : undefined;
    this.promises.push({
      id, customerId, decisionId: decisionId ?? null, text, dueAt, keeperId: keeper.id, byId: keeper.id, at,
      state: ended?.state ?? "open", closedAt: ended?.at ?? null, closedById: ended ? keeper.id : null, note: ended?.note ?? null,
      remindedAt: ended === undefined && remindAt(at, dueAt) <= this.now ? remindAt(at, dueAt) : null,
    });
    this.event("promise.made", "promise", id, keeper.id, at, { promiseId: id, keeperId: keeper.id, dueAt: dueAt.toISOString(), decisionId: decisionId ?? null }, { text: { value: text, owner } });
    const end = decisionId === undefined ? { toKind: "customer", toId: customerId } : { toKind: "decision", toId: decisionId };
    this.links.push({ id: this.random.idAt(at), fromKind: "promise", fromId: id, ...end, relation: "for", byId: keeper.id, at, automatic: true });
    if (!ended) return;
    const data = ended.state === "kept" ? { promiseId: id, inTime: ended.at <= dueAt } : { promiseId: id };
    this.event(`promise.${ended.state}`, "promise", id, keeper.id, ended.at, data, ended.note === null ? undefined : { note: { value: ended.note, owner } });
  }

  /** What follows decisions by itself: the customer asks again, somebody jots something down, something is promised. */
  around(decisions: readonly DecisionRow[]): void {
    const { random } = this;
    for (const decision of decisions) {
      const { customerId } = decision;
      if (customerId == null) continue;
      const person = this.staff.person(decision.personId);
      if (decision.repeatContactAt != null && random.chance(0.6)) {
        this.note({ customerId, by: this.colleague(person, decision.repeatContactAt), text: random.pick(AGAIN), at: decision.repeatContactAt });
      } else if (random.chance(0.05)) {
        const at = new Date(decision.decidedAt.getTime() + random.int(3, 18) * 60_000);
        if (at <= this.now) this.note({ customerId, by: person, text: random.pick(CUSTOMER_NOTES), at, isContact: random.chance(0.7) });
      }
      const promising = ["repair", "express_delivery", "callback", "replacement"].includes(decision.gesture) && (decision.state === "granted" || decision.state === "approved");
      if (promising && random.chance(0.2)) this.promiseAfter(decision, customerId, person);
    }
  }

  private promiseAfter(decision: DecisionRow, customerId: string, person: PersonPlan): void {
    const { random, now } = this;
    const calendar = this.staff.calendar(person.siteCode);
    const at = new Date((decision.closedAt ?? decision.decidedAt).getTime() + random.int(1, 6) * 60_000);
    if (at > now) return;
    const dueAt = addBusinessMinutes(at, random.int(240, 2_400), calendar);
    const fate = random.weighted([["early", 74], ["late", 9], ["broken", 12], ["open", 14]] as const);
    const left = person.leftOn !== null && person.leftOn <= localDay(dueAt, ZONE);
    const closedAt =
      fate === "early" ? new Date(at.getTime() + (dueAt.getTime() - at.getTime()) * (0.35 + random.next() * 0.6)) : addBusinessMinutes(dueAt, random.int(20, 500), calendar);
    if (fate === "open" && dueAt < now && now.getTime() - dueAt.getTime() > 3 * 86_400_000) return;
    const closed =
      fate === "open" && !left
        ? undefined
        : fate === "broken"
          ? { state: "broken" as const, at: closedAt, note: random.pick(BROKEN_NOTES) }
          : { state: "kept" as const, at: closedAt, note: random.pick(KEPT_NOTES) };
    this.promise({ customerId, decisionId: decision.id, keeper: person, text: random.pick(PROMISES), at, dueAt, ...(closed ? { closed } : {}) });
  }

  /** Somebody else who serves customers that day, mostly at the hotline. */
  private colleague(person: PersonPlan, at: Date): PersonPlan {
    const day = localDay(at, ZONE);
    const others = this.staff.atWork(this.random.chance(0.5) ? "HOTLINE" : person.siteCode, "frontline", day);
    return others.length === 0 ? person : this.random.pick(others);
  }

  private event(type: string, kind: string, id: string, personId: string, at: Date, data: object, personal?: AuditEventInput["personal"]): void {
    this.events.push({ type, subject: { kind, id }, actor: { personId }, data, at, ...(personal ? { personal } : {}) });
  }
}
