import { OWNER_CARE, OWNER_SERVICE, type PolicyDays, type RuleInput } from "./shapes.ts";

const REMOTE = ["hotline", "online", "chat", "delivery"];
const counter = { to: "supervisor", withinMinutes: 15, fallback: "manager", fallbackAfterMinutes: 15 };
const remote = { to: "supervisor", withinMinutes: 20, fallback: "manager", fallbackAfterMinutes: 30 };
const upward = { to: "manager", withinMinutes: 60, fallback: "leader", fallbackAfterMinutes: 120 };

/** What is done for a customer without money: another one, a repair, a faster parcel, a call. */
export function serviceRules(days: PolicyDays): RuleInput[] {
  return [
    {
      code: "REPLACE-STORE",
      effect: "grant",
      gestures: ["replacement"],
      name: { vi: "Đổi ngay tại cửa hàng", en: "Exchange in the shop" },
      why: {
        vi: "Đổi trong 30 ngày, không hỏi dò. Khách mang được món vừa ý về nhà, mình giữ được khách.",
        en: "Within 30 days, no questions. They go home with something they like, and we keep a customer.",
      },
      serves: { kind: "goal", text: { vi: "Ra về với món đồ mặc được", en: "Leaving with something to wear" } },
      who: { roles: ["frontline"] },
      when: { channels: ["store"], daysSincePurchase: { below: 31 } },
      escalation: counter,
      say: {
        vi: "Dạ, {{customer}} chọn giúp {{me}} chiếc khác. Ngay tại quầy này {{me}} đổi cho {{customer}}, không phải chờ ai ạ.",
        en: "Please choose another one. I'll exchange it right here; we don't have to wait for anybody.",
      },
      bet: {
        acceptedLossPerMonth: 25_000_000,
        because: {
          vi: "Hàng đổi về có một phần không bán lại được. Người đã đổi một lần mua lại trong 90 ngày nhiều hơn hẳn người không đổi được.",
          en: "Part of what comes back cannot be sold again. People who could exchange buy again within 90 days far more often than those who could not.",
        },
      },
      owner: OWNER_CARE,
      reviewBy: days.reviewLater,
    },
    {
      code: "REPLACE-REMOTE",
      effect: "grant",
      gestures: ["replacement"],
      name: { vi: "Đổi từ xa, giao và nhận cùng lúc", en: "Exchange at a distance, swapped at the door" },
      why: {
        vi: "Khách không phải gửi trước rồi ngồi chờ. Người giao mang món mới tới và nhận lại món cũ.",
        en: "Nobody should send it back first and wait. The courier brings the new one and takes the old one.",
      },
      serves: { kind: "pain", text: { vi: "Phải gửi trả rồi mới được giao lại", en: "Having to send it back before getting another" } },
      who: { roles: ["frontline"] },
      when: { channels: REMOTE, daysSincePurchase: { below: 31 } },
      duties: { note: true },
      escalation: remote,
      say: {
        vi: "Dạ, {{me}} cho giao chiếc mới tới tận nơi, người giao nhận lại chiếc cũ luôn. {{customer}} không phải ra bưu cục ạ.",
        en: "I'm sending the new one to your door; the courier takes the old one back, so no trip to the post office.",
      },
      owner: OWNER_SERVICE,
      reviewBy: days.reviewLater,
    },
    {
      code: "REPLACE-LEAD",
      effect: "grant",
      gestures: ["replacement"],
      name: { vi: "Trưởng ca trở lên cho đổi", en: "Exchange by a supervisor and above" },
      why: {
        vi: "Quá 30 ngày vẫn có lý do đáng đổi; người quản ca xem hàng và quyết.",
        en: "After 30 days there can still be a good reason; whoever runs the shift looks and decides.",
      },
      serves: { kind: "need", text: { vi: "Được nghe trước khi bị trả lời “quá hạn”", en: "Being heard before being told it is too late" } },
      who: { roles: ["supervisor", "manager", "leader"] },
      escalation: upward,
      owner: OWNER_CARE,
      reviewBy: days.reviewLater,
    },
    {
      code: "REPAIR-FREE",
      effect: "grant",
      gestures: ["repair"],
      name: { vi: "Sửa miễn phí trong một năm", en: "Free repair within a year" },
      why: {
        vi: "Đứt cúc, bung chỉ, kẹt khóa: sửa là chăm món đồ khách đã tin mua. Ai cũng nhận sửa được.",
        en: "A button, a seam, a zip: mending looks after what they trusted us with. Anyone may take it in.",
      },
      serves: { kind: "expectation", text: { vi: "Mua rồi vẫn được chăm", en: "Looked after also after paying" } },
      who: { roles: ["frontline", "supervisor", "manager", "leader"] },
      when: { reasons: ["product_fault", "damaged_in_transit", "alteration_fault", "staff_mistake"], daysSincePurchase: { below: 366 } },
      escalation: counter,
      say: {
        vi: "Dạ, {{customer}} để lại giúp {{me}}, thợ sửa miễn phí. Khi nào xong {{me}} nhắn {{customer}}, tiện thì {{me}} gửi tận nhà ạ.",
        en: "Leave it with me; we'll mend it free of charge. I'll message you when it's ready, and can send it home.",
      },
      owner: OWNER_SERVICE,
      reviewBy: days.reviewLater,
    },
    {
      code: "REPAIR-NO-RECEIPT",
      effect: "grant",
      gestures: ["repair"],
      name: { vi: "Sửa miễn phí khi không còn hóa đơn", en: "Free repair without a receipt" },
      why: {
        vi: "Nhãn còn trên áo là đủ. Đi tìm hóa đơn tốn công khách hơn tiền công sửa.",
        en: "The label in the seam is enough. Looking for a receipt costs the customer more than the mending costs us.",
      },
      serves: { kind: "pain", text: { vi: "Bị hỏi hóa đơn cho một chiếc cúc", en: "Being asked for a receipt over a button" } },
      who: { roles: ["frontline", "supervisor", "manager", "leader"], tenureDays: { min: 60 } },
      when: { channels: ["store"], reasons: ["product_fault"] },
      escalation: counter,
      owner: OWNER_SERVICE,
      reviewBy: days.reviewLater,
    },
    {
      code: "EXPRESS-REMOTE",
      effect: "grant",
      gestures: ["express_delivery"],
      name: { vi: "Giao gấp cho đơn trễ, nhầm, thiếu", en: "Express for late, wrong or missing" },
      why: {
        vi: "Khách cần đồ, không cần lời giải thích. Giao gấp là cách nhanh nhất để giữ lời đã hứa.",
        en: "They need the clothes, not an explanation. Express is the shortest way to keep our word.",
      },
      serves: { kind: "goal", text: { vi: "Có đồ kịp ngày cần", en: "Having it by the day it is needed" } },
      who: { roles: ["frontline"] },
      when: { channels: REMOTE, reasons: ["late_delivery", "wrong_item", "missing_part", "damaged_in_transit"] },
      escalation: remote,
      say: {
        vi: "Dạ, {{me}} cho giao gấp ngay, phí bên cửa hàng chịu. Người giao gọi {{customer}} trước khi tới ạ.",
        en: "I'm sending it by express at our cost. The courier will ring you before arriving.",
      },
      owner: OWNER_SERVICE,
      reviewBy: days.reviewLater,
    },
    {
      code: "EXPRESS-STORE",
      effect: "grant",
      gestures: ["express_delivery"],
      name: { vi: "Lấy hàng từ cửa hàng khác, giao gấp", en: "Fetched from another shop, by express" },
      why: {
        vi: "Cửa hàng này hết cỡ không có nghĩa là Mây Lụa hết cỡ. Lấy từ nơi khác, giao tận nhà trong ngày.",
        en: "This shop being out of a size does not mean we are. Fetch it elsewhere and bring it home the same day.",
      },
      serves: { kind: "need", text: { vi: "Đúng món, đúng cỡ, hôm nay", en: "The right piece, the right size, today" } },
      who: { roles: ["frontline", "supervisor"], tenureDays: { min: 60 } },
      when: { channels: ["store"], reasons: ["wrong_size", "wrong_item", "missing_part", "staff_mistake"] },
      escalation: counter,
      owner: OWNER_SERVICE,
      reviewBy: days.reviewLater,
    },
    {
      code: "EXPRESS-LEAD",
      effect: "grant",
      gestures: ["express_delivery"],
      name: { vi: "Trưởng ca trở lên cho giao gấp", en: "Express by a supervisor and above" },
      why: {
        vi: "Lý do khác với danh sách vẫn có thể là lý do tốt; người quản ca quyết.",
        en: "A reason that is not on the list can still be a good one; whoever runs the shift decides.",
      },
      serves: { kind: "goal", text: { vi: "Có đồ kịp ngày cần", en: "Having it by the day it is needed" } },
      who: { roles: ["supervisor", "manager", "leader"] },
      when: { channels: [...REMOTE, "store"] },
      escalation: upward,
      owner: OWNER_SERVICE,
      reviewBy: days.reviewLater,
    },
    {
      code: "CALLBACK-ANY",
      effect: "grant",
      gestures: ["callback"],
      name: { vi: "Hẹn gọi lại và gọi đúng hẹn", en: "Promise a call and make it" },
      why: {
        vi: "Ai hứa người đó gọi. Khách không phải gọi lần thứ hai để hỏi chuyện cũ.",
        en: "Whoever promises, calls. Nobody should ring twice about the same thing.",
      },
      serves: { kind: "pain", text: { vi: "Phải gọi lại và kể từ đầu", en: "Ringing again and telling it from the start" } },
      escalation: counter,
      say: {
        vi: "Dạ, {{me}} sẽ gọi lại cho {{customer}} đúng giờ mình hẹn. {{customer}} không phải gọi lên lần nữa ạ.",
        en: "I'll call you at the time we agreed, so you don't have to ring us again.",
      },
      owner: OWNER_CARE,
      reviewBy: days.reviewLater,
    },
    {
      code: "COURTESY-ANY",
      effect: "grant",
      gestures: ["courtesy_call"],
      name: { vi: "Gọi hỏi thăm sau mua", en: "Courtesy call after the sale" },
      why: {
        vi: "Hỏi thăm không cần xin phép ai. Phần lớn khách rời bỏ mà không nói; gọi trước thì còn kịp.",
        en: "Nobody needs permission to care. Most who leave say nothing; a call may still be in time.",
      },
      serves: { kind: "emotion", text: { vi: "Được nhớ tới sau khi đã trả tiền", en: "Being remembered after paying" } },
      when: { proactive: true, reasons: ["aftercare", "special_day", "alteration_fault", "late_delivery"] },
      escalation: counter,
      say: {
        vi: "Dạ, {{me}} gọi hỏi thăm món đồ hôm trước. {{customer}} mặc có chỗ nào chưa vừa ý không ạ?",
        en: "I'm calling to ask how the piece you bought is wearing. Is anything not quite right?",
      },
      owner: OWNER_CARE,
      reviewBy: days.reviewLater,
    },
  ];
}
