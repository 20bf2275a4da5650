import type { Burden, Load } from "#modules/improvements/domain/burden.ts";

/** A procedure of the demo company's register. */
export interface ProcedurePlan {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly department: string;
  /** Years it has been in place. */
  readonly years: number;
  readonly burden: Burden;
  readonly law: string | null;
  /** Days until its review; negative: past it. */
  readonly reviewIn: number;
  /** Days since somebody looked at it, with what they said; null: never. */
  readonly reviewed: { readonly daysAgo: number; readonly decision: "keep" | "change" | "stop"; readonly note: string } | null;
  readonly state?: "stopped";
}

const load = (minutes: number, uses: number, people: number): Load => ({ minutes, uses, people });
const both = (staff: Load | null, customer: Load | null): Burden => ({ staff, customer });

/** Some are needed by law, some only by habit; two are past their review date. */
export const PROCEDURES: readonly ProcedurePlan[] = [
  { code: "DOI-CO-HAI-BAN", nameVi: "Phiếu đổi cỡ ký hai bản giấy", nameEn: "Size exchange slip signed in two paper copies", department: "RETAIL", years: 6, burden: both(load(4, 60, 96), load(9, 1, 4_200)), law: null, reviewIn: -12, reviewed: null },
  { code: "DUYET-PHIEU-NHO", nameVi: "Trưởng ca ký duyệt mọi phiếu mua hàng", nameEn: "Shift lead signs every voucher", department: "RETAIL", years: 4, burden: both(load(3, 18, 24), load(7, 1, 950)), law: null, reviewIn: 88, reviewed: { daysAgo: 64, decision: "change", note: "Người đã học khóa thẩm quyền không cần chữ ký cho phiếu nhỏ. Giữ chữ ký với phiếu lớn." } },
  { code: "GOM-DON-GIAO-GAP", nameVi: "Kho gom đơn giao gấp hai lần mỗi ngày", nameEn: "Warehouse collects express orders twice a day", department: "DELIVERY", years: 3, burden: both(load(15, 22, 7), load(140, 1, 310)), law: null, reviewIn: 120, reviewed: { daysAgo: 30, decision: "change", note: "Đơn giao gấp đi ngay khi có tài xế, không chờ chuyến." } },
  { code: "KE-LAI-TU-DAU", nameVi: "Tổng đài mở phiếu mới cho mỗi cuộc gọi", nameEn: "Hotline opens a new ticket for each call", department: "CARE", years: 5, burden: both(load(5, 210, 14), load(6, 1, 2_600)), law: null, reviewIn: 150, reviewed: { daysAgo: 52, decision: "change", note: "Cuộc gọi sau nối vào phiếu trước theo số điện thoại." } },
  { code: "HOA-DON-GOC", nameVi: "Giữ hóa đơn gốc khi hoàn tiền", nameEn: "Original invoice kept for a refund", department: "FINANCE", years: 9, burden: both(load(3, 40, 14), load(2, 1, 1_300)), law: "Luật Kế toán 2015, điều 16 và điều 41", reviewIn: 200, reviewed: { daysAgo: 110, decision: "keep", note: "Chứng từ gốc phải lưu. Khách mất hóa đơn thì in lại từ máy, không bắt khách tìm." } },
  { code: "XAC-MINH-THE", nameVi: "Hoàn tiền thẻ về đúng thẻ đã quẹt", nameEn: "Card refunds go back to the card that paid", department: "FINANCE", years: 7, burden: both(load(6, 12, 14), load(5, 1, 260)), law: "Thông tư 18/2024/TT-NHNN về hoạt động thẻ ngân hàng", reviewIn: 60, reviewed: { daysAgo: 140, decision: "keep", note: "Bắt buộc với thẻ. Đã viết sẵn lời giải thích cho khách." } },
  { code: "DONG-Y-DU-LIEU", nameVi: "Hỏi ý khách trước khi lưu số điện thoại", nameEn: "Ask before keeping a phone number", department: "MARKETING", years: 2, burden: both(load(1, 90, 110), load(1, 1, 5_200)), law: "Nghị định 13/2023/NĐ-CP về bảo vệ dữ liệu cá nhân", reviewIn: 9, reviewed: { daysAgo: 170, decision: "keep", note: "Giữ. Câu hỏi đã rút còn một câu, nói được trong năm giây." } },
  { code: "ANH-SAN-PHAM-LOI", nameVi: "Khách gửi ba ảnh sản phẩm lỗi", nameEn: "Customer sends three photos of a fault", department: "CARE", years: 3, burden: both(load(4, 45, 14), load(8, 1, 620)), law: null, reviewIn: 45, reviewed: { daysAgo: 75, decision: "change", note: "Một ảnh là đủ khi thấy rõ lỗi; ba ảnh chỉ khi nhân viên chưa hiểu." } },
  { code: "BIEN-BAN-HONG", nameVi: "Biên bản hàng hỏng có chữ ký khách", nameEn: "Damage report with the customer's signature", department: "RETAIL", years: 8, burden: both(load(6, 14, 96), load(6, 1, 760)), law: null, reviewIn: -3, reviewed: { daysAgo: 380, decision: "keep", note: "Kho cần để trả lại xưởng." } },
  { code: "KIEM-KE-CUOI-CA", nameVi: "Kiểm kê cuối ca trước khi nhận khách đổi", nameEn: "Stock count before exchanges at the end of a shift", department: "RETAIL", years: 5, burden: both(load(20, 26, 24), load(15, 1, 180)), law: null, reviewIn: 75, reviewed: null },
  { code: "XIN-PHEP-TANG-QUA", nameVi: "Xin phép trước khi tặng quà xin lỗi", nameEn: "Permission before an apology gift", department: "HRCX", years: 2, burden: both(load(8, 6, 110), null), law: null, reviewIn: 30, reviewed: { daysAgo: 46, decision: "change", note: "Tới 120.000 ₫ không cần xin phép." } },
  { code: "BAO-CAO-GIAY-TUAN", nameVi: "Báo cáo tuần bằng giấy gửi về văn phòng", nameEn: "Weekly paper report to head office", department: "RETAIL", years: 7, burden: both(load(45, 4, 12), null), law: null, reviewIn: 400, reviewed: { daysAgo: 58, decision: "stop", note: "Số liệu đã có trên hệ thống. Không ai đọc bản giấy từ năm ngoái." }, state: "stopped" },
  { code: "GOI-XAC-NHAN-DON", nameVi: "Gọi xác nhận mọi đơn trực tuyến", nameEn: "Confirmation call for every online order", department: "ONLINE", years: 4, burden: both(load(3, 260, 8), load(2, 1, 2_100)), law: null, reviewIn: 100, reviewed: null },
  { code: "KHOA-TAI-KHOAN", nameVi: "Khóa tài khoản khách sau ba lần đổi hàng", nameEn: "Customer account locked after three exchanges", department: "IT", years: 3, burden: both(load(10, 3, 14), load(35, 1, 90)), law: null, reviewIn: 21, reviewed: null },
  { code: "NIEM-YET-DOI-TRA", nameVi: "Niêm yết điều kiện đổi trả tại quầy", nameEn: "Exchange terms displayed at the desk", department: "RETAIL", years: 6, burden: both(load(5, 1, 12), null), law: "Luật Bảo vệ quyền lợi người tiêu dùng 2023, điều 21", reviewIn: 260, reviewed: { daysAgo: 95, decision: "keep", note: "Giữ, và viết lại bằng lời dễ hiểu." } },
];
