import type { Burden } from "#modules/improvements/domain/burden.ts";
import { type KpiMeasure, type RecordedMeasure, SYSTEM_MEASURES, type SystemMeasure } from "#modules/improvements/domain/measures.ts";
import { SITES } from "../company/places.ts";
import { demoDefinitions } from "../kpis/definitions.ts";
import type { Candidate, Story } from "./shapes.ts";

type Scope = { readonly rule?: string; readonly gesture?: string; readonly site?: string };

const SHOPS = SITES.filter(({ channel }) => channel === "store").map(({ code }) => code);
const NO_LOAD: Burden = { staff: null, customer: null };

export function measured(code: SystemMeasure, scope: Scope, target: number | null = null): RecordedMeasure {
  const { shape, better } = SYSTEM_MEASURES[code];
  return { code, shape, better, rule: scope.rule ?? null, gesture: scope.gesture ?? null, site: scope.site ?? null, target };
}

/** A KPI of the demo, whole, as it is called there. */
export function byKpi(code: string, target: number | null = null): KpiMeasure {
  const definition = demoDefinitions(() => "").find((kpi) => kpi.code === code);
  if (definition === undefined || definition.direction === "range") throw new Error(`The demo has no KPI ${code} that may rise or fall`);
  return { code: "kpi", shape: "series", better: definition.direction, kpi: code, name: definition.name, unit: definition.unit, department: null, site: null, target };
}

/** Every trial day of the list with every measure, the days first. */
function tried(days: readonly number[], measures: readonly ReturnType<typeof measured>[]): Candidate[] {
  return days.flatMap((trialDaysAgo) => measures.map((measure) => ({ trialDaysAgo, measure })));
}

const at = (code: SystemMeasure, sites: readonly string[], gesture?: string, target: number | null = null) => sites.map((site) => measured(code, { site, ...(gesture === undefined ? {} : { gesture }) }, target));

/** What really moved in the demo's own decisions; each takes the first of its candidates that shows it beyond chance. */
export const MEASURED: readonly Story[] = [
  {
    key: "voucher-signature", kind: "friction", often: "daily", by: { site: "SG-02", role: "frontline", n: 1 }, daysAgo: 9, department: "RETAIL", together: ["HRCX"], procedure: "DUYET-PHIEU-NHO", fromGesture: "voucher",
    what: "Phiếu xin lỗi 50.000 ₫ cũng phải đợi trưởng ca ký. Trưởng ca đang ở kho thì khách đứng chờ.",
    cost: "Khách đứng chờ gần mười phút cho một lời xin lỗi, có người bỏ đi không lấy phiếu.",
    answer: { answer: "improve", words: "Đúng là chữ ký này chỉ để yên tâm. Ai đã học khóa ba câu hỏi về mức bù thì tự quyết phiếu nhỏ.", after: 20 },
    plan: {
      text: "Người có chứng nhận khóa FAIR-AMOUNT tự tặng phiếu trong hạn mức; trưởng ca chỉ ký phiếu lớn.",
      lensKind: "emotion", lensText: "Lời xin lỗi nguội đi khi phải chờ chữ ký.", evidence: "Mười bốn khách ở SG-02 bỏ đi trong một tháng, theo sổ ca.", way: "mechanism",
      burden: { staff: { minutes: 3, uses: 18, people: 24 }, customer: { minutes: 7, uses: 1, people: 950 } },
      burdenAfter: { staff: { minutes: 3, uses: 5, people: 24 }, customer: { minutes: 1, uses: 1, people: 950 } },
      steps: ["Đưa khóa FAIR-AMOUNT vào lịch học của mỗi ca", "Sửa quy tắc phiếu mua hàng trong bản dự thảo", "Dán lời nhắc hạn mức ở quầy"],
      measure: measured("granted_at_once", { gesture: "voucher" }, 75),
    },
    end: { as: "verified", candidates: tried([120, 110, 100, 90, 80], [measured("granted_at_once", { gesture: "voucher" }, 75)]), note: "Phiếu được tặng ngay nhiều hơn hẳn, không có phiếu nào bị xem lại vì quá tay.", word: "confirmed", said: "Giờ xin lỗi xong là đưa phiếu luôn, khách cười." },
  },
  {
    key: "express-collection", kind: "pain_point", often: "every_time", by: { site: "HOTLINE", role: "frontline", n: 2 }, daysAgo: 12, department: "DELIVERY", together: ["CARE"], procedure: "GOM-DON-GIAO-GAP", touchpoint: "Giao hàng tận nhà", fromGesture: "express_delivery",
    what: "Gọi là giao gấp nhưng kho gom đơn hai lần mỗi ngày, lỡ chuyến sáng thì nằm tới chiều.",
    cost: "Khách đã chờ một lần rồi lại chờ thêm nửa ngày, gọi hỏi tới hai ba lần.",
    answer: { answer: "improve", words: "Kho nhận lỗi này. Đơn giao gấp sẽ đi ngay khi có tài xế, không chờ đủ chuyến.", after: 26 },
    plan: {
      text: "Đơn giao gấp đi thẳng từ cửa hàng gần khách nhất; kho chỉ gom đơn thường.",
      lensKind: "expectation", lensText: "Nghe chữ gấp là mong trong ngày.", evidence: "Tổng đài ghi 41 cuộc gọi hỏi đơn gấp trong một tháng.", way: "mechanism",
      burden: { staff: { minutes: 15, uses: 22, people: 7 }, customer: { minutes: 140, uses: 1, people: 310 } },
      burdenAfter: { staff: { minutes: 5, uses: 22, people: 7 }, customer: { minutes: 60, uses: 1, people: 310 } },
      steps: ["Bàn giao tài xế trực cho bốn cửa hàng lớn", "Đổi màn hình kho: đơn gấp hiện riêng", "Nhắn khách giờ tài xế rời kho"],
      measure: measured("waiting_minutes", { gesture: "express_delivery" }),
    },
    end: { as: "verified", candidates: tried([46, 53, 60, 67, 74], [measured("waiting_minutes", { gesture: "express_delivery" })]), note: "Thời gian chờ giảm rõ. Tiếp tục theo dõi dịp cuối năm.", word: "confirmed", said: "Khách không còn gọi hỏi đơn gấp nữa." },
  },
  {
    key: "voucher-front", kind: "idea", often: "daily", by: { site: "DN-01", role: "supervisor", n: 0 }, daysAgo: 15, department: "HRCX", rule: "VOUCHER-FRONT",
    what: "Cho nhân viên mới biết ngay trên màn hình mình còn được tặng bao nhiêu, để khỏi hỏi trưởng ca cho chắc.",
    cost: "Khách chờ vì nhân viên hỏi lại điều mình vốn được quyết.",
    answer: { answer: "improve", words: "Ý hay và nhẹ. Màn hình xử lý sẽ nói trước: được, tối đa bao nhiêu.", after: 18 },
    plan: {
      text: "Ở đầu ca đọc to hạn mức của quy tắc phiếu tuyến đầu; màn hình hiện phần còn được dùng trước khi hỏi số tiền.",
      lensKind: "need", lensText: "Được giải quyết bởi người đang đứng trước mặt.", evidence: "Ba trong bốn lần hỏi trưởng ca là những phiếu nằm trong hạn mức.", way: "mechanism",
      burden: { staff: { minutes: 2, uses: 20, people: 90 }, customer: { minutes: 5, uses: 1, people: 600 } },
      burdenAfter: { staff: { minutes: 0, uses: 20, people: 90 }, customer: { minutes: 1, uses: 1, people: 600 } },
      steps: ["Thêm một dòng vào thẻ họp đầu ca", "Quay một đoạn hướng dẫn hai phút"],
      measure: measured("granted_at_once", { rule: "VOUCHER-FRONT" }, 75),
    },
    end: { as: "verified", candidates: tried([100, 110, 120, 90, 80], [measured("granted_at_once", { rule: "VOUCHER-FRONT" }, 75)]), note: "Ít phải hỏi hơn, mức tặng trung bình không đổi.", word: "confirmed" },
  },
  {
    key: "told-again", kind: "pain_point", often: "daily", by: { site: "HOTLINE", role: "supervisor", n: 0 }, daysAgo: 14, department: "CARE", together: ["IT"], procedure: "KE-LAI-TU-DAU", touchpoint: "Gọi tổng đài",
    what: "Mỗi cuộc gọi mở một phiếu mới, người nghe sau không thấy người nghe trước đã hứa gì.",
    cost: "Khách kể lại từ đầu lần thứ ba, đến lần thứ tư thì không gọi nữa.",
    answer: { answer: "stop", words: "Bỏ. Phiếu sau nối vào phiếu trước theo số điện thoại, người nghe đọc trước khi chào.", after: 30 },
    plan: {
      text: "Nối phiếu theo khách; màn hình tổng đài mở đúng chuyện đang dở và lời hứa gần nhất.",
      lensKind: "pain", lensText: "Phải kể lại chuyện buồn của mình nhiều lần.", evidence: "Khách C-1107 kể lại bốn lần trong một tuần.", way: "mechanism",
      burden: { staff: { minutes: 5, uses: 210, people: 14 }, customer: { minutes: 6, uses: 1, people: 2_600 } },
      burdenAfter: { staff: { minutes: 2, uses: 210, people: 14 }, customer: { minutes: 1, uses: 1, people: 2_600 } },
      steps: ["Nối phiếu theo số điện thoại", "Tập câu chào: em thấy chị đã gọi hôm qua", "Xem lại mười cuộc gọi mỗi tuần"],
      measure: measured("repeat_contact", { site: "HOTLINE" }),
    },
    end: {
      as: "verified", word: "confirmed", said: "Câu chào mới làm khách dịu đi ngay từ đầu.", note: "Khách không còn phải kể lại; đội tổng đài giữ cách chào mới.",
      candidates: tried([120, 110, 100, 90, 80, 70, 60, 52], [measured("repeat_contact", { site: "HOTLINE" }), measured("resolved", { site: "HOTLINE" }), measured("waiting_minutes", { site: "HOTLINE" }), measured("resolved", { site: "HOTLINE", gesture: "refund" })]),
    },
  },
  {
    key: "refund-two-copies", kind: "friction", often: "daily", by: "frontline@demo.tam", daysAgo: 10, department: "RETAIL", touchpoint: "Quầy hoàn tiền", fromGesture: "refund",
    what: "Hoàn tiền mặt phải chạy lên văn phòng cửa hàng lấy chữ ký vào sổ, rồi mới mở két.",
    cost: "Khách đứng một mình ở quầy, không biết tiền của mình có về không.",
    answer: { answer: "improve", words: "Sổ ký chuyển xuống quầy, ký sau cũng được. Tiền về tay khách trước.", after: 9 },
    plan: {
      text: "Hoàn trong hạn mức thì mở két tại quầy, ký sổ cuối ca.",
      lensKind: "emotion", lensText: "Yên tâm vì thấy tiền ngay.", evidence: "Đo bằng đồng hồ ba buổi chiều: bảy đến mười hai phút mỗi khách.", way: "mechanism",
      burden: { staff: { minutes: 6, uses: 20, people: 10 }, customer: { minutes: 9, uses: 1, people: 190 } },
      burdenAfter: { staff: { minutes: 1, uses: 20, people: 10 }, customer: { minutes: 4, uses: 1, people: 190 } },
      steps: ["Đặt sổ ký ở quầy", "Đối chiếu két cuối ca với sổ trong hai tuần"],
      measure: measured("waiting_minutes", { site: "HN-01", gesture: "refund" }),
    },
    end: {
      as: "verified", word: "confirmed", said: "Khách cầm tiền rồi mới ký, vui hẳn.", note: "Két khớp sổ mỗi ngày, khách cầm tiền sớm hơn.",
      candidates: [
        ...tried([110, 100, 120, 90, 80, 70, 60, 50], [measured("waiting_minutes", { site: "HN-01", gesture: "refund" }), measured("granted_at_once", { site: "HN-01", gesture: "refund" })]),
        ...tried([110, 100, 120, 90, 80, 70, 60, 50], [measured("granted_at_once", { site: "HN-01" }), measured("satisfied", { site: "HN-01" }), measured("granted_at_once", { site: "HN-01", gesture: "voucher" })]),
      ],
    },
  },
  {
    key: "shop-decides", kind: "friction", often: "weekly", by: { site: "HN-04", role: "frontline", n: 1 }, daysAgo: 11, department: "RETAIL",
    what: "Ca tối chỉ có một trưởng ca cho hai tầng, ai cần hỏi đều phải chạy đi tìm.",
    cost: "Khách chờ người đi tìm người, có hôm gần nửa tiếng.",
    answer: { answer: "improve", words: "Ca tối có người trực quyết thay ở mỗi tầng, và nhân viên tự quyết phần mình được quyết.", after: 22 },
    plan: {
      text: "Mỗi tầng một người trực quyết; đầu ca nhắc lại ai được quyết đến đâu.",
      lensKind: "need", lensText: "Có người trả lời ngay tại chỗ.", evidence: "Sổ ca tối: 23 lần đi tìm trưởng ca trong hai tuần.", way: "mechanism",
      burden: { staff: { minutes: 8, uses: 16, people: 8 }, customer: { minutes: 14, uses: 1, people: 120 } },
      burdenAfter: { staff: { minutes: 2, uses: 16, people: 8 }, customer: { minutes: 4, uses: 1, people: 120 } },
      steps: ["Xếp lịch trực quyết từng tầng", "Học khóa AUTHORITY-BASICS cho người còn thiếu"],
      measure: measured("granted_at_once", { site: "HN-04", gesture: "voucher" }, 80),
    },
    end: {
      as: "verified", word: "unconfirmed", note: "Ít phải đi tìm người quyết hơn hẳn.",
      candidates: tried([120, 100, 110, 90, 80, 70], [measured("granted_at_once", { site: "HN-04", gesture: "voucher" }, 80), measured("waiting_minutes", { site: "HN-04" }), ...at("granted_at_once", SHOPS, "voucher", 80)]),
    },
  },
  {
    key: "care-call", kind: "idea", often: "weekly", by: { site: "SG-01", role: "supervisor", n: 1 }, daysAgo: 13, department: "RETAIL", fromGesture: "replacement",
    what: "Sau khi đổi hàng, gọi hỏi một câu: chị mặc có vừa ý không ạ. Hai phút thôi.",
    cost: "Khách đổi rồi vẫn chưa ưng nhưng ngại quay lại lần nữa.",
    answer: { answer: "improve", words: "Làm thử ở một cửa hàng trước, xem khách thấy thế nào.", after: 40 },
    plan: {
      text: "Mỗi sáng gọi khách đã đổi hàng hôm trước, ghi lại điều khách chưa nói ở quầy.",
      lensKind: "emotion", lensText: "Thấy mình được nhớ đến.", evidence: null, way: "attitude", burden: NO_LOAD, burdenAfter: NO_LOAD,
      steps: ["Soạn câu hỏi không khuôn mẫu", "Gọi thử hai tuần"],
      measure: measured("satisfied", { site: "SG-01" }),
    },
    end: { as: "verified", word: "confirmed", said: "Có khách khóc trong điện thoại vì được hỏi thăm.", note: "Khách hài lòng hơn, và đội cũng thích những cuộc gọi này.", candidates: tried([120, 100, 80, 60, 110, 90, 70], at("satisfied", SHOPS)) },
  },
  {
    key: "shop-refund", kind: "friction", often: "weekly", by: { site: "SG-03", role: "frontline", n: 2 }, daysAgo: 12, department: "RETAIL",
    what: "Mỗi lần hoàn tiền phải chụp màn hình gửi nhóm chat chờ quản lý thả tim mới được làm.",
    cost: "Khách đứng nhìn nhân viên cầm điện thoại, tưởng bị làm ngơ.",
    answer: { answer: "stop", words: "Bỏ việc chờ thả tim. Trong hạn mức thì quyết, ngoài hạn mức thì dùng nút xin duyệt.", after: 15 },
    plan: {
      text: "Bỏ nhóm chat duyệt tay; mọi lần xin duyệt đi qua ứng dụng.",
      lensKind: "pain", lensText: "Bị đứng chờ mà không hiểu vì sao.", evidence: "Nhóm chat có 312 ảnh chụp màn hình trong ba tháng.", way: "mechanism",
      burden: { staff: { minutes: 5, uses: 13, people: 8 }, customer: { minutes: 6, uses: 1, people: 100 } },
      burdenAfter: { staff: { minutes: 1, uses: 13, people: 8 }, customer: { minutes: 2, uses: 1, people: 100 } },
      steps: ["Đóng nhóm chat duyệt", "Kèm từng người một ca"],
      measure: measured("granted_at_once", { site: "SG-03", gesture: "refund" }, 75),
    },
    end: {
      as: "verified", word: "confirmed", note: "Không ai nhớ nhóm chat nữa.", returned: true,
      candidates: tried([60, 80, 46, 100, 70, 90, 110], [measured("granted_at_once", { site: "SG-03", gesture: "refund" }, 75), ...at("granted_at_once", SHOPS, "refund", 75), ...at("waiting_minutes", SHOPS, "refund"), ...at("waiting_minutes", SHOPS)]),
    },
  },
];
