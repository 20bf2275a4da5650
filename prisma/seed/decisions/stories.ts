import { addDays, daysBetween, instantAt, localDay, type Day } from "#kernel/period.ts";
import { ZONE } from "../company/places.ts";
import type { Care } from "./care.ts";
import type { Market } from "./draw-intents.ts";
import type { Intent, IntentOrder } from "./intent.ts";
import type { Simulation } from "./simulate.ts";
import type { Staff } from "./staff.ts";

/** Customers whose story can be walked from their words to a promise kept. */
export const STORIES = {
  /** A wedding áo dài whose embroidery comes loose: over the limit, approved in minutes, brought home in time. */
  wedding: "C-1044",
  /** A voucher that brings no parcel: unresolved, told again, then express. */
  parcel: "C-1107",
  /** An alteration gone wrong twice: no rule covers it, and version 5 proposes one. */
  alteration: "C-1212",
  /** A kind no: no money back, a repair brought home, and a customer who returns. */
  kindNo: "C-1318",
  /** A courtesy call nobody asked for, and what it led to. */
  courtesy: "C-1029",
} as const;

interface Stage {
  readonly staff: Staff;
  readonly market: Market;
  readonly simulation: Simulation;
  readonly care: Care;
  readonly today: Day;
  readonly now: Date;
}

type Scene = Partial<Intent> & Pick<Intent, "gesture" | "reason" | "note"> & { readonly by: string; readonly ref: string; readonly at: Date };

/** A local time of the open day of HN-01 that lies so many days back, or just before. */
function time(stage: Stage, daysAgo: number, hhmm: string): Date {
  let day = addDays(stage.today, -daysAgo);
  while (stage.staff.openings("HN-01", day).length === 0) day = addDays(day, -1);
  return instantAt(day, Number(hhmm.slice(0, 2)) * 60 + Number(hhmm.slice(3)), ZONE);
}

function play(stage: Stage, scene: Scene): void {
  const person = stage.staff.named(scene.by);
  stage.simulation.expect({
    person,
    channel: person.siteCode === "HOTLINE" ? "hotline" : person.siteCode === "ONLINE" ? "online" : "store",
    proactive: false,
    amount: null,
    order: "none",
    flags: [],
    caseRef: null,
    felt: null,
    ask: null,
    scripted: { given: true, result: null },
    ...scene,
    customer: stage.market.customer(scene.ref),
  });
}

function orderOf(stage: Stage, ref: string, at: Date): IntentOrder {
  const [bought] = stage.market.boughtBefore(stage.market.customer(ref).id, at);
  if (!bought) throw new Error(`${ref} has bought nothing yet`);
  return { ref: bought.orderRef, value: bought.amount, daysSincePurchase: daysBetween(localDay(bought.purchasedAt, ZONE), localDay(at, ZONE)) };
}

const CLERK = "frontline@demo.tam";

function wedding(stage: Stage): void {
  const ref = STORIES.wedding;
  const customer = stage.market.customer(ref);
  const clerk = stage.staff.named(CLERK);
  const at = time(stage, 9, "10:20");
  const caseRef = "TH-19001";
  stage.care.note({ customerId: customer.id, by: clerk, at: new Date(at.getTime() - 6 * 60_000), text: "Cô nói: mai cưới con gái mà áo dài tuột chỉ thêu ngay ngực. Cô không trách, chỉ run vì sợ không kịp." });
  play(stage, {
    by: CLERK, ref, at, caseRef, gesture: "refund", reason: "product_fault", amount: 1_200_000, order: orderOf(stage, ref, at), felt: "worried",
    note: "Áo dài gấm tuột chỉ thêu ở ngực trước ngày cưới con gái cô. Xin hoàn phần thêu để cô yên tâm, áo em mang đi thêu lại gấp.",
    scripted: {
      given: true,
      answer: { kind: "approve", delayMinutes: 7, note: "Duyệt. Chị gọi xưởng thêu rồi, em mang áo sang trước 12 giờ trưa nhé." },
      result: { kind: "resolved", csat: 5, note: "Cô gửi ảnh đám cưới, áo lên hình rất đẹp.", afterMinutes: 1_500 },
    },
  });
  play(stage, {
    by: CLERK, ref, at: new Date(at.getTime() + 16 * 60_000), caseRef, gesture: "repair", reason: "product_fault", order: orderOf(stage, ref, at),
    note: "Mang áo sang xưởng thêu Hàng Bông, thêu lại hai bông sen.",
    scripted: { given: true, result: null },
  });
  const promisedAt = new Date(at.getTime() + 20 * 60_000);
  stage.care.promise({
    customerId: customer.id, keeper: clerk, at: promisedAt, dueAt: time(stage, 9, "19:00"),
    text: "Mang áo dài đã thêu lại tới tận nhà cô trước 7 giờ tối",
    closed: { state: "kept", at: time(stage, 9, "18:10"), note: "Đã giao tận tay, cô mặc thử vừa." },
  });
}

function parcel(stage: Stage): void {
  const ref = STORIES.parcel;
  const customer = stage.market.customer(ref);
  const seller = stage.staff.company.people.find(({ siteCode, role, level }) => siteCode === "ONLINE" && role === "frontline" && level >= 2);
  const agent = stage.staff.company.people.find(({ siteCode, role, leftOn }) => siteCode === "HOTLINE" && role === "frontline" && leftOn === null);
  if (!seller || !agent) throw new Error("The hotline or the online team has nobody");
  const at = time(stage, 5, "09:40");
  const again = time(stage, 3, "16:05");
  play(stage, {
    by: seller.email, ref, at, caseRef: "TH-19002", gesture: "voucher", reason: "late_delivery", amount: 150_000, order: orderOf(stage, ref, at), felt: "annoyed",
    note: "Đơn hẹn thứ hai, bốn ngày chưa thấy. Anh Nam nói cần áo cho buổi phỏng vấn.",
    scripted: { given: true, result: { kind: "unresolved", csat: 2, note: "Phiếu nhận rồi nhưng đơn vẫn nằm ở kho trung chuyển.", afterMinutes: 900 }, repeatAfterDays: 2 },
  });
  stage.care.note({ customerId: customer.id, by: agent, at: new Date(again.getTime() - 4 * 60_000), text: "Anh gọi lên lần hai: anh không cần phiếu, anh cần chiếc áo. Anh cười buồn khi nói câu đó." });
  play(stage, {
    by: agent.email, ref, at: again, caseRef: "TH-19002", gesture: "express_delivery", reason: "late_delivery", order: orderOf(stage, ref, again), felt: "tired_of_waiting",
    note: "Lấy chiếc cùng cỡ ở HN-02, người giao chạy thẳng tới nhà anh trong chiều nay.",
    scripted: { given: true, result: { kind: "resolved", csat: 4, note: "Anh nhận lúc 18:40, kịp buổi phỏng vấn sáng mai.", afterMinutes: 60 } },
  });
  stage.care.promise({
    customerId: customer.id, keeper: agent, at: new Date(again.getTime() + 5 * 60_000), dueAt: time(stage, 3, "20:00"),
    text: "Gọi anh Nam ngay khi áo tới tay, hỏi có vừa không",
    closed: { state: "kept", at: time(stage, 3, "19:15"), note: "Áo vừa, anh cảm ơn và chúc cả đội ngủ ngon." },
  });
}

function alteration(stage: Stage): void {
  const ref = STORIES.alteration;
  const customer = stage.market.customer(ref);
  const clerk = stage.staff.named(CLERK);
  const at = time(stage, 4, "17:30");
  stage.care.note({ customerId: customer.id, by: clerk, at: new Date(at.getTime() - 3 * 60_000), text: "Chị Ánh quay lại lần hai vì eo váy bóp xong không kéo được khóa. Chị bảo: lần nào cũng phải xin về sớm." });
  play(stage, {
    by: CLERK, ref, at, caseRef: "TH-19003", gesture: "voucher", reason: "alteration_fault", amount: 150_000, felt: "disappointed",
    note: "Sửa eo lần hai vẫn chưa mặc được, chị phải đi lại hai lượt.",
    scripted: {
      given: true,
      answer: { kind: "approve", delayMinutes: 9, note: "Duyệt. Tình huống này tháng nào cũng gặp mà chưa có quy tắc, chị báo bên nhân sự." },
      result: { kind: "partly", csat: 3, note: "Chị nhận phiếu, chờ váy sửa xong mới thật sự hết lo.", afterMinutes: 20 },
    },
  });
  play(stage, {
    by: CLERK, ref, at: new Date(at.getTime() + 14 * 60_000), caseRef: "TH-19003", gesture: "repair", reason: "alteration_fault", order: orderOf(stage, ref, at),
    note: "Thợ chính nhận sửa lại eo, ghi số đo có chị xem.",
    scripted: { given: true, result: null },
  });
  const evening = instantAt(stage.today, 19 * 60, ZONE);
  const dueAt = evening.getTime() - stage.now.getTime() > 30 * 60_000 ? evening : new Date(stage.now.getTime() + 40 * 60_000);
  stage.care.promise({ customerId: customer.id, keeper: clerk, at: new Date(at.getTime() + 18 * 60_000), dueAt, text: "Gọi chị Ánh khi váy sửa lại xong, gửi kèm ảnh" });
}

function kindNo(stage: Stage): void {
  const ref = STORIES.kindNo;
  const customer = stage.market.customer(ref);
  const clerk = stage.staff.named(CLERK);
  const at = time(stage, 24, "09:50");
  play(stage, {
    by: CLERK, ref, at, caseRef: "TH-19004", gesture: "refund", reason: "product_fault", amount: 420_000, order: orderOf(stage, ref, at), felt: "disappointed",
    note: "Áo len co sau khi giặt máy, mua đã hơn một tháng. Bác muốn lấy lại đủ tiền.",
    scripted: {
      answer: {
        kind: "decline", delayMinutes: 11,
        note: "Nhãn ghi giặt tay, áo co vì giặt máy nước nóng. Mình hấp giãn và sửa tay áo miễn phí, giao tận nhà cho bác.",
        say: {
          vi: "Dạ, em đã nhờ thợ xem kỹ, lần này chưa hoàn tiền được cho bác ạ. Áo em xin hấp giãn lại và mang tới tận nhà bác trong tuần này ạ.",
          en: "I had our tailor look closely, and this time I can't refund it. We'll steam it back into shape and bring it home to you this week.",
        },
      },
    },
  });
  play(stage, {
    by: CLERK, ref, at: new Date(at.getTime() + 17 * 60_000), caseRef: "TH-19004", gesture: "repair", reason: "product_fault", order: orderOf(stage, ref, at),
    note: "Hấp giãn thân áo, nối tay thêm 2 cm bằng len cùng lô.",
    scripted: { given: true, result: { kind: "resolved", csat: 5, note: "Bác nói: tưởng bị đuổi khéo, ai ngờ mang áo tới tận cửa.", afterMinutes: 2_000 } },
  });
  stage.care.promise({
    customerId: customer.id, keeper: clerk, at: new Date(at.getTime() + 20 * 60_000), dueAt: time(stage, 21, "18:00"),
    text: "Mang áo len đã sửa tới nhà bác Thọ",
    closed: { state: "kept", at: time(stage, 21, "16:30"), note: "Bác mặc thử ngay ở cửa, vừa." },
  });
  stage.care.note({ customerId: customer.id, by: clerk, at: time(stage, 14, "11:05"), text: "Bác ghé mua khăn cho bác gái, còn nhắc chuyện chiếc áo len." });
}

function courtesy(stage: Stage): void {
  const ref = STORIES.courtesy;
  const customer = stage.market.customer(ref);
  const clerk = stage.staff.named(CLERK);
  const at = time(stage, 34, "10:30");
  play(stage, {
    by: CLERK, ref, at, gesture: "courtesy_call", reason: "aftercare", proactive: true, felt: "calm",
    note: "Gọi hỏi thăm sau lần chị phải chờ thử đồ lâu. Chị không phàn nàn, chỉ nói dạo này ít ghé vì ngại đông.",
    scripted: { given: true, result: { kind: "resolved", csat: 5, note: "Chị kể con gái sắp tốt nghiệp, hẹn ghé sáng ngày thường.", afterMinutes: 5 } },
  });
  stage.care.promise({
    customerId: customer.id, keeper: clerk, at: new Date(at.getTime() + 8 * 60_000), dueAt: time(stage, 31, "12:00"),
    text: "Nhắn chị Lan Hương giờ vắng khách và giữ phòng thử lúc 10 giờ",
    closed: { state: "kept", at: time(stage, 32, "09:20"), note: "Chị tới lúc 10 giờ, phòng thử đã để sẵn." },
  });
  play(stage, {
    by: CLERK, ref, at: time(stage, 31, "10:25"), gesture: "gift", reason: "special_day", proactive: true, amount: 80_000, felt: "happy",
    note: "Con gái chị tốt nghiệp, tặng khăn lụa nhỏ kèm thiệp viết tay.",
    scripted: { given: true, result: { kind: "resolved", csat: 5, note: "Chị nói sẽ dẫn con tới chọn váy.", afterMinutes: 10 } },
  });
}

/** Puts the five stories on the stage: what is said and promised at once, what is decided when its time comes. */
export function tellStories(stage: Stage): void {
  wedding(stage);
  parcel(stage);
  alteration(stage);
  kindNo(stage);
  courtesy(stage);
}

/** What waits on the sign-ins of the demo at this very moment. */
export function leaveWaiting(stage: Stage): void {
  const supervisor = stage.staff.named("supervisor@demo.tam");
  const team = stage.staff.company.people.filter(({ managerId, email, level, startedOn }) => managerId === supervisor.id && email !== CLERK && level <= 2 && startedOn < addDays(stage.today, -90));
  const clerk = (index: number) => (team[index % team.length] ?? supervisor).email;
  const before = (minutes: number) => stage.staff.openBefore("HN-01", stage.now, minutes);
  const waiting = { answer: { kind: "approve", delayMinutes: null } } as const;
  const base = { channel: "store", flags: [], scripted: waiting } as const;
  const known = (skip: number) => stage.market.plan.customers.filter(({ home, ref, tier }) => home === "HN-01" && !Object.values<string>(STORIES).includes(ref) && tier !== "platinum")[skip]?.ref ?? STORIES.wedding;
  const scenes: Scene[] = [
    { ...base, by: CLERK, ref: known(3), at: before(4), gesture: "refund", reason: "product_fault", amount: 850_000, felt: "tired_of_waiting", note: "Đầm công sở bung đường may hông ngay buổi mặc đầu, khách đứng đợi tại quầy." },
    { ...base, by: clerk(0), ref: known(5), at: before(6), gesture: "voucher", reason: "alteration_fault", amount: 150_000, felt: "annoyed", note: "Lên lai quần lệch một phân, khách đi lại lần hai." },
    { ...base, by: clerk(1), ref: known(8), at: before(9), gesture: "refund", reason: "wrong_item", amount: 620_000, felt: "calm", note: "Gói nhầm mẫu cho khách đặt giữ từ hôm qua, khách muốn nhận lại tiền." },
    { ...base, by: supervisor.email, ref: known(11), at: before(12), gesture: "refund", reason: "product_fault", amount: 2_650_000, felt: "disappointed", note: "Vest cưới ra màu ở ve áo, khách cần quyết trong hôm nay." },
  ];
  for (const scene of scenes) play(stage, scene);
  // Asked long enough ago that its first time has passed: it has climbed to the manager.
  play(stage, { ...base, by: clerk(2), ref: known(14), at: before(19), gesture: "refund", reason: "staff_mistake", amount: 780_000, felt: "annoyed", note: "Tư vấn nhầm chất liệu, khách giặt hỏng form áo vest." });
}
