import { addDays, instantAt, localDay } from "#kernel/period.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import type { Insert, Row, Tx } from "#platform/transaction.server.ts";
import { ZONE } from "./company/places.ts";
import type { DemoPlan } from "./demo-plan.ts";
import type { DecisionRow } from "./decisions/history.ts";
import { randomFrom, type Random } from "./random.ts";
import { insertThanks } from "./recognition.ts";
import { ThanksDraw } from "./recognition/draw.ts";

interface ThreadPlan {
  /** How the report of the change begins. */
  readonly change: string;
  /** A decision it may have begun with, where the report names none. */
  readonly like: Partial<Pick<DecisionRow, "gesture" | "reason" | "channel">>;
  readonly said: string;
  readonly felt: string;
  /** VALUE/behaviour and words of whoever stood by. */
  readonly thanks: readonly [behaviour: string, message: string];
}

/** Six changes whose whole way can be walked: what a customer said, who helped at once and was thanked, what changed and what it did. */
const THREADS: readonly ThreadPlan[] = [
  {
    change: "Mỗi cuộc gọi mở một phiếu mới", like: { channel: "hotline" },
    said: "Em kể chuyện này lần thứ ba rồi, mỗi bạn nghe lại hỏi từ đầu.", felt: "mệt, thấy không ai nhớ mình",
    thanks: ["HEAR/b3", "Khách gọi tới lần thứ ba, giọng đã mệt. Bạn không hỏi lại câu nào, tự tìm ghi chú lần trước, ghi thêm cho người sau, rồi giải quyết xong ngay trong cuộc gọi này."],
  },
  {
    change: "Sau khi đổi hàng, gọi hỏi một câu", like: { reason: "wrong_size" },
    said: "Đổi rồi về mặc vẫn chật vai, mà ngại quay lại lần nữa. Giá có ai hỏi một câu.", felt: "ngại, sợ bị coi là khó tính",
    thanks: ["HEAR/b2", "Khách không phàn nàn mà bạn vẫn nhận ra áo chưa vừa ý. Bạn đổi luôn chiếc khác và dặn khách cứ gọi thẳng cho bạn."],
  },
  {
    change: "Phiếu xin lỗi 50.000", like: { reason: "long_wait" },
    said: "Đứng gần mười phút đợi chữ ký cho một lời xin lỗi. Bạn nhân viên thì dễ thương.", felt: "sốt ruột nhưng thương bạn nhân viên",
    thanks: ["CARE/b1", "Trong lúc chờ ký, bạn kéo ghế mời khách ngồi, xin lỗi trước bằng lời của mình. Khách cười khi ra về."],
  },
  {
    change: "Hoàn tiền mặt phải chạy lên văn phòng", like: { gesture: "refund", channel: "store" },
    said: "Tính nhầm thì mình hiểu. Nhưng đứng một mình ở quầy, không biết tiền có về không.", felt: "lo, thấy mình bị bỏ đó",
    thanks: ["OWN/b3", "Bạn nhờ đồng nghiệp đứng cùng khách trong lúc mình chạy lấy chữ ký, để khách không phải đợi một mình."],
  },
  {
    change: "Gọi là giao gấp", like: { gesture: "express_delivery" },
    said: "Ghi giao gấp mà nằm tới chiều, mình phải gọi ba lần mới biết hàng ở đâu.", felt: "bực, thấy bị hứa suông",
    thanks: ["CARE/b1", "Lỡ chuyến sáng, bạn tự gọi kho, tìm ra xe đi gần đó và báo giờ chính xác cho khách trước khi khách kịp gọi lại."],
  },
  {
    change: "Mỗi lần hoàn tiền phải chụp màn hình", like: { gesture: "refund", channel: "store" },
    said: "Bạn ấy cứ cầm điện thoại, mình tưởng bị quên. Hóa ra đang chờ duyệt.", felt: "bị làm ngơ",
    thanks: ["OWN/b4", "Bạn nói thật với khách là mình đang xin duyệt và còn bao lâu, thay vì im lặng cầm điện thoại. Khách dịu hẳn."],
  },
];

const DAY = 86_400_000;

/** The decision a change began with: the one its report names, else one like it in the days before. */
function beginningOf(plan: DemoPlan, change: Row<"Improvement">, like: ThreadPlan["like"]): DecisionRow | null {
  const { decisions } = plan.simulation.history;
  if (change.decisionId !== null) return decisions.find(({ id }) => id === change.decisionId) ?? null;
  const before = change.reportedAt.getTime();
  const fits = (row: DecisionRow) => Object.entries(like).every(([column, value]) => row[column as keyof DecisionRow] === value);
  const near = decisions.filter((row) => ["granted", "approved"].includes(row.state) && row.decidedAt.getTime() < before - DAY / 6 && row.decidedAt.getTime() > before - 6 * DAY && fits(row));
  const resolved = near.filter(({ result }) => result === "resolved");
  return resolved.findLast(({ personId }) => personId === change.reporterId) ?? resolved.at(-1) ?? near.at(-1) ?? null;
}

/** What the customer said to whoever served them, typed in within the hour. */
async function insertWords(tx: Tx, { said, felt }: ThreadPlan, decision: DecisionRow, change: Row<"Improvement">, random: Random): Promise<AuditEventInput> {
  const { id: decisionId, number, personId, channel, decidedAt } = decision;
  const receivedAt = new Date(decidedAt.getTime() + 25 * 60_000);
  const id = random.idAt(receivedAt);
  const customerId = decision.customerId ?? null;
  const row: Insert<"Feedback"> = {
    ...{ id, source: "staff", byId: personId, receivedAt, createdAt: receivedAt, channel, customerId, decisionId, decisionNumber: number, personId, language: "vi", said, felt },
    ...{ siteCode: decision.siteCode ?? null, departmentCode: decision.departmentCode ?? null, managerId: decision.managerId ?? null, readAt: change.reportedAt, readById: decision.managerId ?? change.reporterId },
  };
  await tx.insert("Feedback", row);
  const about = { fromKind: "feedback", fromId: id, relation: "about", byId: personId, at: receivedAt, automatic: true };
  await tx.insert("ThreadLink", { ...about, id: random.idAt(receivedAt), toKind: "decision", toId: decisionId });
  if (customerId !== null) await tx.insert("ThreadLink", { ...about, id: random.idAt(receivedAt), toKind: "customer", toId: customerId });
  const cause = { fromKind: "improvement", fromId: change.id, toKind: "feedback", toId: id, relation: "caused_by" };
  await tx.insert("ThreadLink", { ...cause, id: random.idAt(change.reportedAt), byId: change.reporterId, at: change.reportedAt, automatic: true });
  return { type: "feedback.added", subject: { kind: "feedback", id }, actor: { personId }, data: { feedbackId: id, source: "staff", touchpoint: null, came: "screen" }, at: receivedAt };
}

/** Ties what the modules of the demo company tell apart into whole threads. @returns what the trail says of it */
export async function insertWholeThreads(tx: Tx, plan: DemoPlan, now: Date): Promise<AuditEventInput[]> {
  const random = randomFrom(47);
  const draw = new ThanksDraw(plan, new Set(), now, random.fork());
  const events: AuditEventInput[] = [];
  const changes = await tx.list("Improvement", { state: "verified" });
  for (const thread of THREADS) {
    const change = changes.find(({ what }) => what.startsWith(thread.change));
    const decision = change === undefined ? null : beginningOf(plan, change, thread.like);
    if (change === undefined || decision === null) continue;
    events.push(await insertWords(tx, thread, decision, change, random));
    const near = plan.company.people.filter(({ siteCode, id, leftOn }) => siteCode === decision.siteCode && id !== decision.personId && leftOn === null);
    const giver = near.find(({ role }) => role === "supervisor") ?? near.find(({ role }) => role === "frontline");
    const nextMorning = instantAt(addDays(localDay(decision.decidedAt, ZONE), 1), 9 * 60 + 30, ZONE);
    if (giver !== undefined) draw.told(decision, giver, thread.thanks, nextMorning);
  }
  for (const thanks of draw.thanks) events.push(...(await insertThanks(tx, plan, thanks, random)));
  return events;
}
