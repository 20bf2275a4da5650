import type { Burden } from "#modules/improvements/domain/burden.ts";
import type { Story } from "./shapes.ts";

const NO_LOAD: Burden = { staff: null, customer: null };
const own = (name: string, source: string, better: "up" | "down", target: number | null, shape: "share" | "values" | "series" = "values") => ({ code: "own", shape, better, name, source, target }) as const;

/** Reports that ended: kept with a reason, gone back, joined, adopted and confirmed or not. */
export const ENDED: readonly Story[] = [
  {
    key: "original-invoice", kind: "friction", often: "weekly", by: { site: "HN-02", role: "frontline", n: 0 }, daysAgo: 150, department: "FINANCE", procedure: "HOA-DON-GOC", fromGesture: "refund", end: { as: "answered" },
    what: "Khách mất hóa đơn thì không hoàn được, dù máy vẫn còn lưu đơn.", cost: "Khách phải về nhà lục tìm tờ giấy, nhiều người không quay lại.",
    answer: { answer: "needed", law: "Luật Kế toán 2015, điều 16", words: "Chứng từ phải có khi chi tiền, nên cần giữ. Nhưng khách không phải tìm: in lại từ máy rồi kèm vào phiếu chi, đã gửi hướng dẫn cho các cửa hàng.", after: 34 },
  },
  {
    key: "card-refund", english: true, kind: "friction", often: "monthly", by: { site: "ONLINE", role: "frontline", n: 1 }, daysAgo: 128, department: "FINANCE", procedure: "XAC-MINH-THE", fromGesture: "refund", end: { as: "answered" },
    what: "Customers ask for cash, but a card payment goes back to the card and the bank takes seven days.", cost: "They see no money for a week and keep calling to ask.",
    answer: { answer: "needed", law: "Thông tư 18/2024/TT-NHNN về hoạt động thẻ ngân hàng", words: "A card payment has to go back to the same card. Accounts now texts the refund number the same day, so that customers can follow it themselves.", after: 41 },
  },
  {
    key: "ask-consent", kind: "friction", often: "every_time", by: { site: "SG-04", role: "frontline", n: 0 }, daysAgo: 96, department: "MARKETING", procedure: "DONG-Y-DU-LIEU", end: { as: "answered" },
    what: "Phải đọc cả đoạn xin phép lưu số điện thoại, khách vội nên bực.", cost: "Một phút nghe đọc khi sau lưng còn người xếp hàng.",
    answer: { answer: "needed", law: "Nghị định 13/2023/NĐ-CP, điều 11", words: "Phải hỏi, nhưng không phải đọc cả đoạn. Câu mới: em lưu số của chị để báo khi hàng về, chị đồng ý không ạ.", after: 28 },
  },
  {
    key: "signed-display", kind: "idea", often: "rarely", by: { site: "HP-01", role: "supervisor", n: 0 }, daysAgo: 88, department: "RETAIL", procedure: "NIEM-YET-DOI-TRA", end: { as: "answered" },
    what: "Bỏ bảng điều kiện đổi trả ở quầy cho đỡ lạnh lùng, nhân viên giải thích bằng lời.", cost: "Khách đọc bảng thấy toàn chữ không.",
    answer: { answer: "needed", law: "Luật Bảo vệ quyền lợi người tiêu dùng 2023, điều 21", words: "Luật đòi niêm yết. Nhưng bảng viết lại: bắt đầu bằng điều khách được làm.", after: 19 },
  },
  {
    key: "second-person-large", kind: "friction", often: "weekly", by: { site: "DN-02", role: "frontline", n: 0 }, daysAgo: 74, department: "HRCX", rule: "REFUND-STORE", fromGesture: "refund", end: { as: "answered" },
    what: "Khoản gần hạn mức phải có người thứ hai xác nhận, ca sáng chỉ có hai người.", cost: "Khách chờ người kia bán xong cho khách khác.",
    answer: { answer: "needed", words: "Giữ người thứ hai với khoản lớn: ba tháng qua bước này chặn hai lần nhầm đơn. Ca sáng được gọi cửa hàng bên cạnh xác nhận từ xa.", after: 23 },
  },
  {
    key: "damage-report", kind: "friction", often: "daily", by: { site: "CT-01", role: "frontline", n: 1 }, daysAgo: 61, department: "DELIVERY", together: ["RETAIL"], procedure: "BIEN-BAN-HONG", end: { as: "answered" },
    what: "Biên bản hàng hỏng bắt khách ký dù lỗi là của xưởng.", cost: "Khách ký một tờ giấy mà không hiểu mình chịu trách nhiệm gì.",
    answer: { answer: "needed", words: "Kho vẫn cần biên bản để trả xưởng, nhưng chữ ký khách thì chưa rõ cần không. Hẹn xem lại đúng hạn trong sổ thủ tục.", after: 30 },
  },
  {
    key: "three-photos", kind: "friction", often: "daily", by: { site: "HOTLINE", role: "frontline", n: 0 }, daysAgo: 118, department: "CARE", procedure: "ANH-SAN-PHAM-LOI",
    what: "Bắt khách gửi đủ ba ảnh mới mở yêu cầu, khách lớn tuổi không biết gửi.", cost: "Khách loay hoay tám phút, nhờ con cháu chụp hộ.",
    answer: { answer: "improve", words: "Một ảnh là đủ khi thấy rõ lỗi. Khách không gửi được thì nghe tả rồi ghi lại.", after: 16 },
    plan: {
      text: "Chỉ xin một ảnh; khách không gửi được thì người nghe ghi lời tả.", lensKind: "need", lensText: "Được giúp mà không phải rành công nghệ.", evidence: "Nghe lại 20 cuộc gọi của khách trên sáu mươi tuổi.", way: "mechanism",
      burden: { staff: { minutes: 4, uses: 45, people: 14 }, customer: { minutes: 8, uses: 1, people: 620 } }, burdenAfter: { staff: { minutes: 2, uses: 45, people: 14 }, customer: { minutes: 2, uses: 1, people: 620 } },
      steps: ["Sửa lời hướng dẫn gửi ảnh", "Thêm ô ghi lời tả"], measure: own("Phút khách mất để gửi ảnh", "Bấm giờ khi nghe lại cuộc gọi", "down", 3),
    },
    figures: { source: "Nghe lại cuộc gọi, bấm giờ", before: [9, 7, 8, 11, 6, 8, 9, 7, 12, 8, 7, 9, 10, 8, 6, 9], after: [2, 3, 1, 2, 4, 2, 2, 3, 1, 2, 3, 2, 2, 1, 3, 2] },
    end: { as: "adopted", trialDaysAgo: 92, afterDays: 24, note: "Một ảnh đủ cho chín trên mười trường hợp.", word: "confirmed", said: "Các bác gọi tới nhẹ nhàng hơn nhiều." },
  },
  {
    key: "gift-permission", kind: "friction", often: "weekly", by: "supervisor@demo.tam", daysAgo: 82, department: "HRCX", procedure: "XIN-PHEP-TANG-QUA", rule: "GIFT-PROACTIVE", fromGesture: "gift",
    what: "Muốn tặng khách chiếc khăn nhỏ ngày cưới phải viết đơn xin phép trước một ngày.", cost: "Khách về rồi quà mới được duyệt.",
    answer: { answer: "stop", words: "Bỏ đơn xin phép tới 120.000 ₫. Tặng rồi ghi một dòng là được.", after: 12 },
    plan: {
      text: "Quà chủ động trong hạn mức thì tặng ngay, ghi một dòng vì sao.", lensKind: "emotion", lensText: "Bất ngờ đúng lúc mới là quà.", evidence: "Bảy lần xin phép xong thì khách đã về.", way: "mechanism",
      burden: { staff: { minutes: 8, uses: 6, people: 110 }, customer: null }, burdenAfter: { staff: { minutes: 1, uses: 6, people: 110 }, customer: null },
      steps: ["Nâng hạn mức trong chính sách", "Gửi ba câu chuyện tặng quà đúng lúc"], measure: own("Quà tặng khi khách còn ở cửa hàng", "Sổ quà của các cửa hàng Hà Nội", "up", 90, "share"),
    },
    figures: { source: "Sổ quà của các cửa hàng Hà Nội", before: { hits: 11, n: 30 }, after: { hits: 41, n: 44 } },
    end: { as: "adopted", trialDaysAgo: 46, afterDays: 21, note: "Quà đến tay khách đúng lúc, tổng tiền quà tăng ít.", word: "unconfirmed" },
  },
  {
    key: "paper-report", kind: "friction", often: "weekly", by: { site: "HN-03", role: "supervisor", n: 0 }, daysAgo: 104, department: "RETAIL", procedure: "BAO-CAO-GIAY-TUAN",
    what: "Tối thứ Bảy đông khách vẫn phải ngồi viết báo cáo tuần bằng giấy.", cost: "Giờ đông nhất trong tuần thì thiếu một người ở sàn.",
    answer: { answer: "stop", words: "Bỏ từ tuần này. Số liệu đã có trên hệ thống, không ai đọc bản giấy.", after: 6 },
    plan: {
      text: "Không viết báo cáo giấy nữa; văn phòng tự lấy số liệu trên hệ thống.", lensKind: "need", lensText: "Có người phục vụ trong giờ đông.", evidence: "Mười hai báo cáo gần nhất chưa ai mở phong bì.", way: "mechanism",
      burden: { staff: { minutes: 45, uses: 4, people: 12 }, customer: null }, burdenAfter: { staff: { minutes: 0, uses: 4, people: 12 }, customer: null },
      steps: ["Báo các cửa hàng", "Gỡ mẫu khỏi tủ hồ sơ"], measure: own("Người ở sàn tối thứ Bảy", "Lịch ca của 12 cửa hàng", "up", null, "series"),
    },
    figures: { source: "Lịch ca, trung bình mỗi tối thứ Bảy", before: [4.1, 4.3, 4.0, 4.2, 4.1, 4.2, 4.0, 4.3, 4.1, 4.2, 4.1, 4.0], after: [5.0, 5.2, 5.1, 5.0, 5.3, 5.1] },
    end: { as: "adopted", trialDaysAgo: 80, afterDays: 22, note: "Không cửa hàng nào xin viết lại.", word: "confirmed", said: "Tối thứ Bảy thở được rồi." },
  },
  {
    key: "count-before-exchange", kind: "friction", often: "daily", by: { site: "SG-01", role: "frontline", n: 0 }, daysAgo: 92, department: "RETAIL", procedure: "KIEM-KE-CUOI-CA",
    what: "Từ tám giờ tối không nhận đổi vì phải kiểm kê.", cost: "Khách đi làm về tối mới ghé được thì bị hẹn hôm sau.",
    answer: { answer: "improve", words: "Thử kiểm kê sau giờ đóng cửa ở một cửa hàng.", after: 25 },
    plan: {
      text: "Dời kiểm kê sang sau 21:30, nhận đổi đến khi đóng cửa.", lensKind: "expectation", lensText: "Cửa còn mở là còn được phục vụ.", evidence: "Mười sáu khách bị hẹn lại trong hai tuần.", way: "mechanism", burden: NO_LOAD, burdenAfter: NO_LOAD,
      steps: ["Thử hai tuần ở Hai Bà Trưng"], measure: own("Khách đổi được ngay buổi tối", "Sổ đổi hàng sau 20:00", "up", 95, "share"),
    },
    end: { as: "reverted", trialDaysAgo: 70, afterDays: 15, note: "Đội về muộn một tiếng mỗi tối, ba người xin chuyển ca. Chưa công bằng với nhân viên; tìm cách khác." },
  },
  {
    key: "call-every-order", english: true, kind: "friction", often: "daily", by: { site: "ONLINE", role: "frontline", n: 0 }, daysAgo: 110, department: "ONLINE", procedure: "GOI-XAC-NHAN-DON",
    what: "Every order has to be confirmed by phone; people in meetings get three calls.", cost: "Customers are disturbed over a pair of socks.",
    answer: { answer: "improve", words: "Let us try without the call for orders under 500,000 ₫ from customers we know.", after: 20 },
    plan: {
      text: "Whoever has bought twice before gets a message, no call.", lensKind: "emotion", lensText: "Being trusted.", evidence: "Twenty-one complaints about calls during working hours.", way: "mechanism", burden: { staff: { minutes: 3, uses: 260, people: 8 }, customer: { minutes: 2, uses: 1, people: 2_100 } }, burdenAfter: { staff: { minutes: 3, uses: 120, people: 8 }, customer: { minutes: 2, uses: 1, people: 900 } },
      steps: ["Pick out the customers we know", "Write the message"], measure: own("Orders that could not be delivered", "Delivery book of the warehouse", "down", 4, "share"),
    },
    figures: { source: "Delivery book of the warehouse", before: { hits: 31, n: 640 }, after: { hits: 58, n: 610 } },
    end: { as: "reverted", trialDaysAgo: 84, afterDays: 21, note: "Failed deliveries nearly doubled: people forgot they had ordered. We call again, but a message first says when." },
  },
  {
    key: "music-off", english: true, kind: "idea", often: "rarely", by: { site: "DN-01", role: "frontline", n: 2 }, daysAgo: 70, department: "MARKETING",
    what: "Turn the advertising music off at the returns desk so that we can hear the customer.", cost: "People have to raise their voice about something unpleasant.",
    answer: { answer: "improve", words: "Turn it down in one shop and see.", after: 44 },
    plan: {
      text: "No advertising music at the returns desk.", lensKind: "emotion", lensText: "Being heard to the end of the sentence.", evidence: null, way: "attitude", burden: NO_LOAD, burdenAfter: NO_LOAD,
      steps: ["Set the speakers at the returns desk"], measure: own("Customers who say they felt heard", "One-question cards at the desk", "up", null, "share"),
    },
    figures: { source: "One-question cards at the desk", before: { hits: 21, n: 33 }, after: { hits: 22, n: 34 } },
    end: { as: "reverted", trialDaysAgo: 48, afterDays: 20, note: "No difference yet. What people ask for is a seat, not silence." },
  },
  {
    key: "two-copies-again", kind: "friction", often: "daily", by: { site: "HN-02", role: "frontline", n: 2 }, daysAgo: 19, department: "RETAIL", procedure: "DOI-CO-HAI-BAN", fromGesture: "replacement", end: { as: "merged", into: "two-copies" },
    what: "Đổi cỡ mà ký hai tờ giấy giống hệt nhau, khách hỏi để làm gì em cũng không biết.", cost: "Thêm gần mười phút cho một chiếc áo.",
  },
  {
    key: "two-copies-third", kind: "friction", often: "every_time", by: { site: "SG-02", role: "supervisor", n: 0 }, daysAgo: 17, department: "RETAIL", procedure: "DOI-CO-HAI-BAN", end: { as: "merged", into: "two-copies" },
    what: "Phiếu đổi cỡ hai bản: bản thứ hai nằm trong tủ, chưa ai lấy ra bao giờ.", cost: "Khách ký lần hai khi con nhỏ đang khóc.",
  },
  {
    key: "locked-again", kind: "pain_point", often: "weekly", by: { site: "ONLINE", role: "frontline", n: 2 }, daysAgo: 26, department: "IT", procedure: "KHOA-TAI-KHOAN", end: { as: "merged", into: "locked-account" },
    what: "Khách đổi ba lần vì áo lệch cỡ thì bị khóa tài khoản như kẻ gian.", cost: "Khách tốt bị đối xử như kẻ xấu.",
  },
];
