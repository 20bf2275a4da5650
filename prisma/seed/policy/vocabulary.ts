import type { PolicyInput } from "./shapes.ts";

export const gestures: PolicyInput["gestures"] = [
  { code: "refund", name: { vi: "Hoàn tiền", en: "Refund" }, kind: "compensation", valued: true },
  { code: "partial_refund", name: { vi: "Hoàn một phần", en: "Partial refund" }, kind: "compensation", valued: true },
  { code: "voucher", name: { vi: "Phiếu mua hàng (voucher)", en: "Voucher" }, kind: "compensation", valued: true },
  { code: "shipping_fee", name: { vi: "Miễn phí giao hàng", en: "Delivery fee waived" }, kind: "compensation", valued: true },
  { code: "fee_waiver", name: { vi: "Miễn phí sửa đồ, gói quà", en: "Alteration or wrapping fee waived" }, kind: "compensation", valued: true },
  { code: "gift", name: { vi: "Quà tặng", en: "Gift" }, kind: "proactive", valued: true },
  { code: "replacement", name: { vi: "Đổi sản phẩm", en: "Replacement" }, kind: "compensation", valued: false },
  { code: "repair", name: { vi: "Sửa miễn phí", en: "Free repair" }, kind: "compensation", valued: false },
  { code: "express_delivery", name: { vi: "Giao gấp", en: "Express delivery" }, kind: "compensation", valued: false },
  { code: "callback", name: { vi: "Gọi lại như đã hẹn", en: "Call back as promised" }, kind: "compensation", valued: false },
  { code: "courtesy_call", name: { vi: "Gọi hỏi thăm", en: "Courtesy call" }, kind: "proactive", valued: false },
];

export const reasons: PolicyInput["reasons"] = [
  { code: "product_fault", name: { vi: "Lỗi sản phẩm", en: "Faulty product" } },
  { code: "wrong_size", name: { vi: "Mặc không vừa", en: "Does not fit" } },
  { code: "wrong_item", name: { vi: "Giao nhầm hàng", en: "Wrong item sent" } },
  { code: "missing_part", name: { vi: "Thiếu món, thiếu phụ kiện", en: "Something missing" } },
  { code: "not_as_pictured", name: { vi: "Không giống ảnh, mô tả", en: "Not as pictured or described" } },
  { code: "damaged_in_transit", name: { vi: "Hỏng khi vận chuyển", en: "Damaged on the way" } },
  { code: "late_delivery", name: { vi: "Giao trễ hẹn", en: "Late delivery" } },
  { code: "long_wait", name: { vi: "Chờ lâu tại cửa hàng", en: "Long wait in the shop" } },
  { code: "billing_error", name: { vi: "Tính sai tiền", en: "Charged wrongly" } },
  { code: "staff_mistake", name: { vi: "Nhân viên tư vấn nhầm", en: "We advised wrongly" } },
  { code: "alteration_fault", name: { vi: "Sửa đồ chưa đạt", en: "Alteration gone wrong" } },
  { code: "changed_mind", name: { vi: "Khách đổi ý", en: "Changed their mind" } },
  { code: "aftercare", name: { vi: "Hỏi thăm sau mua", en: "Care after the sale" } },
  { code: "special_day", name: { vi: "Ngày đặc biệt của khách", en: "A special day of theirs" } },
];

export const channels: PolicyInput["channels"] = [
  { code: "store", name: { vi: "Cửa hàng", en: "Shop" } },
  { code: "hotline", name: { vi: "Tổng đài", en: "Hotline" } },
  { code: "online", name: { vi: "Website và ứng dụng", en: "Website and app" } },
  { code: "delivery", name: { vi: "Giao nhận", en: "Delivery" } },
  { code: "chat", name: { vi: "Trò chuyện trực tuyến", en: "Chat" } },
];

export const tiers: PolicyInput["tiers"] = [
  { code: "standard", name: { vi: "Thành viên", en: "Member" } },
  { code: "silver", name: { vi: "Bạc", en: "Silver" } },
  { code: "gold", name: { vi: "Vàng", en: "Gold" } },
  { code: "platinum", name: { vi: "Bạch kim", en: "Platinum" } },
];

export const flags: PolicyInput["flags"] = [
  { code: "own_purchase", name: { vi: "Đơn của chính nhân viên", en: "The clerk's own purchase" } },
  { code: "staff_relative", name: { vi: "Người thân của nhân viên", en: "Relative of a colleague" } },
  { code: "suspected_fraud", name: { vi: "Hóa đơn hoặc hàng có dấu hiệu bị tráo", en: "Receipt or goods look swapped" } },
  { code: "final_sale", name: { vi: "Hàng thanh lý đã báo không hoàn tiền", en: "Clearance sold as non-refundable" } },
  { code: "abusive", name: { vi: "Khách đang to tiếng, xúc phạm", en: "Customer is abusive" } },
];

export const caseGroups: PolicyInput["caseGroups"] = [
  ["refund", "partial_refund", "voucher"],
  ["fee_waiver", "shipping_fee"],
];
