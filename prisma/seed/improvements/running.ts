import type { Burden } from "#modules/improvements/domain/burden.ts";
import { byKpi, measured } from "./measured.ts";
import type { Story } from "./shapes.ts";

const NO_LOAD: Burden = { staff: null, customer: null };

/** Reports that are under way: waiting for an answer, planned, on trial, adopted and asked about. */
export const RUNNING: readonly Story[] = [
  {
    key: "two-copies", kind: "friction", often: "daily", by: "frontline@demo.tam", daysAgo: 24, department: "RETAIL", procedure: "DOI-CO-HAI-BAN", touchpoint: "Quầy đổi hàng", fromGesture: "replacement",
    what: "Khách đổi cỡ phải ký hai bản giấy rồi chờ cửa hàng trưởng đóng dấu.", cost: "Chờ thêm chín phút cho một chiếc áo, trẻ con khóc, người sau xếp hàng.",
    answer: { answer: "improve", words: "Cảm ơn em. Bản thứ hai không ai dùng. Thử một bản, không dấu, ở Hàng Bông trước.", after: 7 },
    plan: {
      text: "Đổi cỡ chỉ còn một phiếu điện tử, khách không phải ký.", lensKind: "pain", lensText: "Bị giữ lại vì giấy tờ không phải của mình.", evidence: "Ba cửa hàng cùng báo trong một tuần.", way: "mechanism",
      burden: { staff: { minutes: 4, uses: 60, people: 96 }, customer: { minutes: 9, uses: 1, people: 4_200 } }, burdenAfter: { staff: { minutes: 1, uses: 60, people: 96 }, customer: { minutes: 2, uses: 1, people: 4_200 } },
      steps: ["Sửa mẫu phiếu đổi cỡ", "Thử ở Hàng Bông hai tuần", "Hỏi kho còn cần bản giấy không"], measure: measured("waiting_minutes", { gesture: "replacement", site: "HN-01" }, 6),
    },
    end: { as: "trialled", trialDaysAgo: 12 },
  },
  {
    key: "parking", kind: "pain_point", often: "daily", by: "frontline@demo.tam", daysAgo: 58, department: "RETAIL", touchpoint: "Bãi gửi xe",
    what: "Khách quay lại đổi hàng vẫn phải trả tiền gửi xe lần nữa.", cost: "Năm nghìn không nhiều, nhưng khách thấy mình bị phạt vì lỗi của mình.",
    answer: { answer: "stop", words: "Khách đổi hàng không trả tiền gửi xe, cửa hàng đưa vé miễn phí.", after: 11 },
    plan: {
      text: "Quầy đổi hàng có sẵn vé gửi xe miễn phí.", lensKind: "emotion", lensText: "Không bị phạt vì lỗi không phải của mình.", evidence: "Khách nói ở quầy, em ghi lại bảy lần.", way: "mechanism", burden: NO_LOAD, burdenAfter: NO_LOAD,
      steps: ["Thỏa thuận với bãi xe", "Để vé ở quầy"], measure: { code: "own", shape: "share", better: "up", name: "Khách đổi hàng được vé gửi xe", source: "Đếm vé cuối ca", target: 95 },
    },
    figures: { source: "Đếm vé cuối ca", before: { hits: 0, n: 46 }, after: { hits: 49, n: 52 } },
    end: { as: "adopted", trialDaysAgo: 34, afterDays: 28, note: "Đơn giản mà khách nào cũng cảm ơn.", word: "asked" },
  },
  {
    key: "size-chart", english: true, kind: "idea", often: "weekly", by: { site: "ONLINE", role: "supervisor", n: 0 }, daysAgo: 66, department: "ONLINE", together: ["RETAIL"], fromGesture: "replacement",
    what: "Put measurements of real people beside the size chart; our cut is smaller than usual.", cost: "People buy the wrong size and have to send it back once more.",
    answer: { answer: "improve", words: "The shops measure, the online team puts it on the page.", after: 33 },
    plan: {
      text: "Measure ten best-sellers on real people and write it beside the size chart.", lensKind: "goal", lensText: "Buying the right one the first time.", evidence: "A third of the exchanges of online orders are about size.", way: "mechanism", burden: NO_LOAD, burdenAfter: NO_LOAD,
      steps: ["Measure ten styles", "Change the product page"], measure: measured("repeat_contact", { site: "ONLINE" }),
    },
    end: { as: "trialled", trialDaysAgo: 30, denied: "The dresses still have no measurements, and customers still ask." },
  },
  {
    key: "locked-account", kind: "pain_point", often: "weekly", by: { site: "HOTLINE", role: "frontline", n: 3 }, daysAgo: 33, department: "IT", together: ["CARE"], procedure: "KHOA-TAI-KHOAN", touchpoint: "Tài khoản trực tuyến",
    what: "Tài khoản tự khóa sau ba lần đổi hàng, khách không được báo trước.", cost: "Khách gọi 35 phút mới mở lại được, thấy mình bị nghi ngờ.",
    answer: { answer: "improve", words: "Không khóa nữa mà báo cho đội chăm sóc gọi hỏi trước.", after: 48 },
    plan: {
      text: "Thay việc khóa bằng một cuộc gọi hỏi thăm: vì sao đổi nhiều lần.", lensKind: "emotion", lensText: "Không bị nghi ngờ.", evidence: "Chín trên mười tài khoản bị khóa là khách mua thật.", way: "mechanism",
      burden: { staff: { minutes: 10, uses: 3, people: 14 }, customer: { minutes: 35, uses: 1, people: 90 } }, burdenAfter: { staff: { minutes: 5, uses: 3, people: 14 }, customer: { minutes: 3, uses: 1, people: 90 } },
      steps: ["Tắt khóa tự động", "Soạn lời gọi hỏi thăm"], measure: byKpi("REPEAT-CALLS", 15),
    },
    end: { as: "trialled", trialDaysAgo: 20 },
  },
  {
    key: "chairs", english: true, kind: "idea", often: "daily", by: { site: "HN-03", role: "frontline", n: 0 }, daysAgo: 21, department: "RETAIL", touchpoint: "Khu chờ sửa đồ",
    what: "Put three chairs where people wait for alterations.", cost: "Older customers stand for twenty minutes while a hem is taken up.",
    answer: { answer: "improve", words: "Do it now, no budget needed: take the chairs from the meeting room.", after: 5 },
    plan: {
      text: "Three chairs and a jug of water where people wait.", lensKind: "need", lensText: "A seat.", evidence: "One look is enough.", way: "attitude", burden: NO_LOAD, burdenAfter: NO_LOAD,
      steps: ["Move the chairs", "Remind each other to offer a seat"], measure: measured("satisfied", { site: "HN-03" }),
    },
    end: { as: "planned" },
  },
  {
    key: "warehouse-phone", english: true, kind: "friction", often: "daily", by: { site: "HOTLINE", role: "frontline", n: 1 }, daysAgo: 14, department: "DELIVERY", fromGesture: "express_delivery", end: { as: "answered" },
    what: "To learn where an order is we ring the warehouse; when they are busy nobody picks up for ten minutes.", cost: "Ten minutes of music, only to hear that the parcel has not left.",
    answer: { answer: "improve", words: "The hotline gets to see an order as the warehouse sees it.", after: 29 },
  },
  {
    key: "silent-voucher", kind: "pain_point", often: "weekly", by: { site: "HOTLINE", role: "supervisor", n: 1 }, daysAgo: 11, department: "MARKETING", rule: "VOUCHER-LATE", fromGesture: "voucher", end: { as: "answered" },
    what: "Hàng giao trễ thì tặng phiếu tự động, mà gói hàng vẫn chưa tới.", cost: "Khách nhận phiếu thay cho lời giải thích và món hàng.",
    answer: { answer: "stop", words: "Dừng tin nhắn tặng phiếu tự động. Gọi khách trước, hàng đi trước, phiếu sau cùng.", after: 37 },
  },
  {
    key: "fitting-room", kind: "friction", often: "daily", by: { site: "HN-01", role: "frontline", n: 2 }, daysAgo: 1, department: "RETAIL", touchpoint: "Phòng thử đồ", end: { as: "open" },
    what: "Quy định chỉ mang ba món vào phòng thử, khách phải mặc lại đồ ra đổi món.", cost: "Khách ra vào bốn lần, mệt rồi thôi không mua.",
  },
  {
    key: "receipt-email", kind: "idea", often: "every_time", by: { site: "SG-03", role: "frontline", n: 0 }, daysAgo: 1, department: "IT", end: { as: "open" },
    what: "Gửi hóa đơn qua tin nhắn để khách khỏi giữ giấy.", cost: "Khách mất giấy là mất luôn quyền đổi hàng.",
  },
  {
    key: "gift-wrap", english: true, kind: "friction", often: "weekly", by: { site: "DN-02", role: "supervisor", n: 0 }, daysAgo: 2, department: "RETAIL", end: { as: "open" },
    what: "Gift wrap has to be asked for from the office and only comes on Fridays.", cost: "People buying a birthday present leave with a plain bag.",
  },
  {
    key: "bank-hours", kind: "friction", often: "weekly", by: { site: "SG-04", role: "supervisor", n: 0 }, daysAgo: 6, department: "FINANCE", procedure: "XAC-MINH-THE", end: { as: "open", climbed: true },
    what: "Sau 16 giờ thứ Sáu không hoàn thẻ được tới thứ Hai vì kế toán nghỉ.", cost: "Khách chờ cả cuối tuần mà không ai trả lời được.",
  },
  {
    key: "weekend-hotline", kind: "pain_point", often: "weekly", by: { site: "HOTLINE", role: "frontline", n: 4 }, daysAgo: 8, department: "CARE", touchpoint: "Gọi tổng đài", end: { as: "answered" },
    what: "Trưa Chủ nhật chỉ hai người trực, khách chờ máy lâu nhất tuần.", cost: "Khách đi làm cả tuần, chỉ gọi được Chủ nhật.",
    answer: { answer: "improve", words: "Đổi ca nghỉ: thêm hai người trưa Chủ nhật, bớt sáng thứ Ba.", after: 21 },
  },
  {
    key: "tailor-board", kind: "idea", often: "weekly", by: { site: "HP-01", role: "frontline", n: 1 }, daysAgo: 40, department: "RETAIL", fromGesture: "repair",
    what: "Ghi giờ hẹn lấy đồ sửa lên bảng để khách khỏi hỏi.", cost: "Khách đến sớm phải đi về.",
    answer: { answer: "improve", words: "Thử ở Lạch Tray một tháng.", after: 17 },
    plan: {
      text: "Bảng giờ hẹn ở quầy và tin nhắn khi đồ xong.", lensKind: "expectation", lensText: "Biết lúc nào đồ xong.", evidence: "Mười hai khách đến sớm trong một tuần.", way: "mechanism", burden: NO_LOAD, burdenAfter: NO_LOAD,
      steps: ["Làm bảng", "Nhắn khi xong"], measure: measured("resolved", { site: "HP-01", gesture: "repair" }),
    },
    end: { as: "trialled", trialDaysAgo: 20 },
  },
  {
    key: "late-gift", english: true, kind: "friction", often: "monthly", by: { site: "CT-01", role: "supervisor", n: 0 }, daysAgo: 98, department: "HRCX",
    what: "Apology cards come with a printed sentence; to change one word we have to ask the office.", cost: "Customers get a card that says nothing about what happened to them.",
    answer: { answer: "stop", words: "No more approval. Write by hand, with the customer's name and what really happened.", after: 14 },
    plan: {
      text: "Blank cards, written by whoever let the customer down.", lensKind: "emotion", lensText: "An apology meant for me alone.", evidence: "One customer sent us back a photo of the printed card.", way: "attitude", burden: NO_LOAD, burdenAfter: NO_LOAD,
      steps: ["Print blank cards"], measure: { code: "own", shape: "share", better: "up", name: "Customers who wrote back after a card", source: "Card book of Ninh Kiều", target: null },
    },
    figures: { source: "Card book of Ninh Kiều", before: { hits: 2, n: 24 }, after: { hits: 13, n: 26 } },
    end: { as: "adopted", trialDaysAgo: 76, afterDays: 30, note: "More customers write back, and some keep the card.", word: "unconfirmed" },
  },
  {
    key: "night-delivery", english: true, kind: "idea", often: "weekly", by: { site: "KHO-BD", role: "frontline", n: 0 }, daysAgo: 28, department: "DELIVERY", fromGesture: "express_delivery", end: { as: "answered" },
    what: "Let customers choose delivery after seven in the evening.", cost: "People come home late; the parcel travels three times.",
    answer: { answer: "improve", words: "Possible in the four districts near the warehouse first, once next month's driver rota is out.", after: 52 },
  },
  {
    key: "mirror", english: true, kind: "friction", often: "weekly", by: { site: "SG-02", role: "frontline", n: 3 }, daysAgo: 45, department: "RETAIL", touchpoint: "Phòng thử đồ", end: { as: "answered" },
    what: "A broken mirror needs three signatures before it is replaced.", cost: "Customers try on an áo dài and cannot see the back.",
    answer: { answer: "stop", words: "Under two million the shop buys it and sends the invoice afterwards.", after: 8 },
  },
  {
    key: "greeting-script", kind: "friction", often: "every_time", by: { site: "HN-04", role: "supervisor", n: 1 }, daysAgo: 53, department: "MARKETING", end: { as: "answered" },
    what: "Bắt đọc câu chào quảng cáo hai mươi chữ trước khi hỏi khách cần gì.", cost: "Khách đang bực mà phải nghe quảng cáo.",
    answer: { answer: "stop", words: "Bỏ câu chào bắt buộc. Chào như chào người quen.", after: 18 },
  },
];
