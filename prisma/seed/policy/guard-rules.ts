import { OWNER_CARE, OWNER_SERVICE, type PolicyDays, type RuleInput } from "./shapes.ts";

/** What nobody may, and what is asked for besides. */
export function guardRules(days: PolicyDays): RuleInput[] {
  return [
    {
      code: "NO-OWN-PURCHASE",
      effect: "prohibit",
      name: { vi: "Không tự giải quyết cho mình hoặc người nhà", en: "Not for oneself or one's family" },
      why: {
        vi: "Người hưởng không phải là người quyết. Giữ ranh giới này thì khách và đồng nghiệp mới tin mọi quyết định khác.",
        en: "Who benefits does not decide. This line is what lets customers and colleagues trust every other decision.",
      },
      serves: { kind: "expectation", text: { vi: "Ai cũng được đối xử như nhau", en: "Everyone treated alike" } },
      when: { flags: { any: ["own_purchase", "staff_relative"] } },
      say: {
        vi: "Dạ, đơn này {{me}} nhờ một bạn khác xử lý cho công bằng. {{me}} mời bạn ấy tới ngay đây ạ.",
        en: "I'll ask a colleague to look after this one, to be fair to everybody. I'm fetching them now.",
      },
      owner: OWNER_CARE,
      reviewBy: days.reviewLater,
    },
    {
      code: "NO-FRAUD-CASH",
      effect: "prohibit",
      gestures: ["refund", "partial_refund", "voucher", "gift"],
      name: { vi: "Không đưa tiền, phiếu khi hàng hoặc hóa đơn có dấu hiệu bị tráo", en: "No money when goods or receipt look swapped" },
      why: {
        vi: "Không để một nhân viên đứng quầy phải tự phán xét khách. Chuyện này trưởng cửa hàng và kiểm soát nội bộ xem.",
        en: "Nobody at a counter should have to judge a customer alone. The manager and internal audit look at these.",
      },
      serves: { kind: "emotion", text: { vi: "Không bị nghi ngờ trước mặt người khác", en: "Not being suspected in front of others" } },
      when: { flags: { any: ["suspected_fraud"] } },
      say: {
        vi: "Dạ, món này {{me}} cần thêm thời gian để kiểm tra cho đúng. Trong lúc đó {{me}} nhận sửa hoặc giữ hàng giúp {{customer}} ạ.",
        en: "I need a little more time to check this one properly. Meanwhile I can take it in for repair or keep it safe for you.",
      },
      owner: OWNER_CARE,
      reviewBy: days.reviewLater,
    },
    {
      code: "NO-FINAL-SALE-CASH",
      effect: "prohibit",
      gestures: ["refund", "partial_refund"],
      name: { vi: "Hàng thanh lý: không hoàn tiền vì không vừa", en: "Clearance: no money back for the fit" },
      why: {
        vi: "Giá thanh lý đã bớt phần rủi ro này và đã nói rõ lúc mua. Lỗi của sản phẩm thì vẫn được hoàn.",
        en: "The clearance price has this risk taken off, and it was said at the sale. A fault is still refunded.",
      },
      serves: { kind: "expectation", text: { vi: "Biết rõ điều kiện trước khi mua", en: "Knowing the terms before buying" } },
      when: { flags: { any: ["final_sale"] }, reasons: ["wrong_size"] },
      say: {
        vi: "Dạ, món thanh lý này {{me}} không hoàn tiền được, {{me}} nói thật để {{customer}} khỏi chờ. Điều {{me}} làm được ngay là sửa cho vừa ạ.",
        en: "I can't refund this clearance piece, and I'd rather say so at once. What I can do now is alter it to fit.",
      },
      owner: OWNER_SERVICE,
      reviewBy: days.reviewLater,
    },
    {
      code: "NO-CASH-CHANGED-MIND",
      effect: "prohibit",
      gestures: ["refund", "partial_refund"],
      name: { vi: "Đổi ý: đổi món, không hoàn tiền", en: "Changed mind: exchange, not money" },
      why: {
        vi: "Đổi ý thì đổi món trong 30 ngày, không hỏi lý do. Tiền mặt để dành cho lỗi của mình; như vậy giá mới giữ được cho mọi khách.",
        en: "A changed mind is exchanged within 30 days, no questions. Cash is for our own mistakes, which keeps prices fair for everyone.",
      },
      serves: { kind: "expectation", text: { vi: "Đổi được mà không phải giải thích", en: "Exchanging without explaining oneself" } },
      when: { reasons: ["changed_mind"] },
      say: {
        vi: "Dạ, khoản này {{me}} không hoàn tiền được cho {{customer}}. Điều {{me}} làm được ngay là đổi sang món khác, hoặc giữ món này 30 ngày để {{customer}} chọn sau ạ.",
        en: "I can't refund this one. What I can do now is exchange it, or keep it for 30 days until you find something you like.",
      },
      owner: OWNER_SERVICE,
      reviewBy: days.reviewLater,
    },
    {
      code: "REQ-PHOTO-REMOTE",
      effect: "require",
      gestures: ["refund", "partial_refund", "replacement"],
      name: { vi: "Từ xa thì cần một tấm ảnh", en: "A photo when it is far away" },
      why: {
        vi: "Một tấm ảnh thay cho việc khách phải gửi hàng về trước. Xưởng cũng nhìn vào đó mà sửa lỗi.",
        en: "One photo spares the customer sending it back first, and the workshop learns from it.",
      },
      serves: { kind: "pain", text: { vi: "Phải gửi hàng đi rồi mới được tin", en: "Having to send it away before being believed" } },
      when: { channels: ["hotline", "online", "chat", "delivery"], reasons: ["product_fault", "damaged_in_transit", "not_as_pictured", "wrong_item"] },
      duties: { evidence: true },
      owner: OWNER_SERVICE,
      reviewBy: days.reviewLater,
    },
    {
      code: "REQ-HIGH-ORDER",
      effect: "require",
      gestures: ["refund", "partial_refund"],
      name: { vi: "Đơn từ 3 triệu: chụp lại hóa đơn", en: "Orders from 3 million: keep the receipt's picture" },
      why: {
        vi: "Đơn lớn hay có người hỏi lại về sau. Tấm ảnh bảo vệ cả khách lẫn bạn.",
        en: "Large orders get asked about later. The picture protects the customer and you.",
      },
      serves: { kind: "need", text: { vi: "Không phải chứng minh lần thứ hai", en: "Not having to prove it twice" } },
      when: { orderValue: { min: 3_000_000 } },
      duties: { note: true, evidence: true },
      owner: OWNER_CARE,
      reviewBy: days.reviewLater,
    },
    {
      code: "REQ-ABUSE-BESIDE",
      effect: "require",
      gestures: ["refund", "partial_refund", "voucher", "fee_waiver", "shipping_fee", "gift"],
      name: { vi: "Khách đang xúc phạm: có người đứng cùng", en: "When a customer is abusive: somebody stands beside" },
      why: {
        vi: "Không ai phải quyết một mình khi đang bị quát. Trên 150.000 ₫ thì có đồng nghiệp cùng xác nhận, và bạn được nghỉ mười phút sau đó.",
        en: "Nobody should decide alone while being shouted at. Above 150,000 ₫ a colleague confirms, and you get ten minutes' rest afterwards.",
      },
      serves: { kind: "emotion", text: { vi: "Cơn giận được nghe mà không làm ai bị thương", en: "Anger heard without anybody being hurt" } },
      when: { flags: { any: ["abusive"] } },
      duties: { note: true, secondPersonAbove: 150_000 },
      owner: OWNER_CARE,
      reviewBy: days.reviewSoon,
    },
  ];
}
