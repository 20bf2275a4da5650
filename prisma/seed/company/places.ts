import type { Hours } from "#kernel/business-time.ts";

export const ORGANISATION_NAME = "Mây Lụa";
export const ZONE = "Asia/Ho_Chi_Minh";

/** New Year, Tết, Hùng Kings' day, 30 April, 1 May and 2 September of the years a demo may touch. */
export const HOLIDAYS: readonly string[] = [
  "2025-01-01", "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-04-07", "2025-04-30", "2025-05-01", "2025-09-02",
  "2026-01-01", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-04-26", "2026-04-30", "2026-05-01", "2026-09-02",
  "2027-01-01", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09", "2027-04-16", "2027-04-30", "2027-05-01", "2027-09-02",
  "2028-01-01", "2028-01-25", "2028-01-26", "2028-01-27", "2028-01-28", "2028-01-29", "2028-04-04", "2028-04-30", "2028-05-01", "2028-09-02",
];

type Intervals = NonNullable<Hours["1"]>;

function week(weekdays: Intervals, saturday: Intervals, sunday: Intervals): Hours {
  return { 1: weekdays, 2: weekdays, 3: weekdays, 4: weekdays, 5: weekdays, 6: saturday, 7: sunday };
}

const OFFICE: Intervals = [["08:30", "12:00"], ["13:00", "17:30"]];
const SHOP: Intervals = [["09:00", "21:30"]];
const LATE: Intervals = [["09:00", "22:00"]];
const WITH_BREAK: Intervals = [["08:30", "12:00"], ["13:30", "21:00"]];
const LINES: Intervals = [["07:30", "22:00"]];
const STORE_ROOM: Intervals = [["08:00", "12:00"], ["13:00", "18:00"]];

/** Head office hours, the organisation's default. */
export const OFFICE_HOURS = week(OFFICE, [["08:30", "12:00"]], []);

export interface DepartmentPlan {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

export const DEPARTMENTS: readonly DepartmentPlan[] = [
  { code: "BOARD", nameVi: "Ban giám đốc", nameEn: "Executive office" },
  { code: "RETAIL", nameVi: "Khối cửa hàng", nameEn: "Retail" },
  { code: "CARE", nameVi: "Chăm sóc khách hàng", nameEn: "Customer care" },
  { code: "ONLINE", nameVi: "Kinh doanh trực tuyến", nameEn: "Online sales" },
  { code: "DELIVERY", nameVi: "Kho và giao nhận", nameEn: "Warehouse and delivery" },
  { code: "HRCX", nameVi: "Nhân sự và trải nghiệm khách hàng", nameEn: "HR and customer experience" },
  { code: "FINANCE", nameVi: "Tài chính, kế toán", nameEn: "Finance" },
  { code: "MARKETING", nameVi: "Tiếp thị", nameEn: "Marketing" },
  { code: "IT", nameVi: "Công nghệ thông tin", nameEn: "IT" },
  { code: "AUDIT", nameVi: "Kiểm soát nội bộ", nameEn: "Internal audit" },
];

export interface SitePlan {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly department: string;
  readonly channel: "store" | "hotline" | "online" | "delivery" | null;
  readonly hours: Hours;
  readonly clerks: number;
  readonly supervisors: number;
  /** How much of the traffic comes here. */
  readonly traffic: number;
}

const shop = (code: string, street: string, city: readonly [string, string], hours: Hours, clerks: number, traffic: number): SitePlan => ({
  code,
  nameVi: `Mây Lụa ${street}, ${city[0]}`,
  nameEn: `Mây Lụa ${street}, ${city[1]}`,
  department: "RETAIL",
  channel: "store",
  hours,
  clerks,
  supervisors: 2,
  traffic,
});

const HANOI = ["Hà Nội", "Hanoi"] as const;
const SAIGON = ["TP. Hồ Chí Minh", "Ho Chi Minh City"] as const;
const DANANG = ["Đà Nẵng", "Da Nang"] as const;
const daily = week(SHOP, LATE, LATE);
const broken = week(WITH_BREAK, WITH_BREAK, WITH_BREAK);

/** Twelve shops, head office, hotline, online team and warehouse. */
export const SITES: readonly SitePlan[] = [
  shop("HN-01", "Hàng Bông", HANOI, daily, 10, 10),
  shop("HN-02", "Cầu Giấy", HANOI, daily, 9, 8),
  shop("HN-03", "Phố Huế", HANOI, daily, 8, 6),
  shop("HN-04", "Hà Đông", HANOI, daily, 8, 5),
  shop("HP-01", "Lạch Tray", ["Hải Phòng", "Hai Phong"], broken, 8, 4),
  shop("DN-01", "Bạch Đằng", DANANG, daily, 8, 6),
  shop("DN-02", "Ngũ Hành Sơn", DANANG, broken, 8, 3),
  shop("SG-01", "Hai Bà Trưng", SAIGON, daily, 9, 9),
  shop("SG-02", "Lê Văn Sỹ", SAIGON, daily, 10, 9),
  shop("SG-03", "Nguyễn Trãi", SAIGON, daily, 8, 6),
  shop("SG-04", "Gò Vấp", SAIGON, daily, 8, 4),
  shop("CT-01", "Ninh Kiều", ["Cần Thơ", "Can Tho"], broken, 8, 4),
  {
    code: "HOTLINE", nameVi: "Tổng đài chăm sóc khách hàng", nameEn: "Customer care hotline", department: "CARE",
    channel: "hotline", hours: week(LINES, LINES, LINES), clerks: 12, supervisors: 2, traffic: 16,
  },
  {
    code: "ONLINE", nameVi: "Đội bán hàng trực tuyến", nameEn: "Online sales team", department: "ONLINE",
    channel: "online", hours: week(LINES, LINES, LINES), clerks: 7, supervisors: 1, traffic: 9,
  },
  {
    code: "KHO-BD", nameVi: "Kho và giao nhận Bình Dương", nameEn: "Bình Dương warehouse and delivery", department: "DELIVERY",
    channel: "delivery", hours: week(STORE_ROOM, STORE_ROOM, []), clerks: 6, supervisors: 1, traffic: 4,
  },
  {
    code: "HO", nameVi: "Văn phòng chính", nameEn: "Head office", department: "BOARD",
    channel: null, hours: OFFICE_HOURS, clerks: 0, supervisors: 0, traffic: 0,
  },
];

/** The team that asks although it may decide: shop and which of its supervisors. */
export const FEARFUL_TEAM = { site: "SG-02", supervisor: 1 } as const;

export const COURSES = [
  { code: "AUTHORITY-BASICS", nameVi: "Quyền tự quyết: những điều cần biết", nameEn: "Deciding for the customer: the basics", minutes: 25 },
  { code: "FAIR-AMOUNT", nameVi: "Ba câu hỏi để ra mức bù công bằng", nameEn: "Three questions to a fair amount", minutes: 15 },
  { code: "DEEP-LISTENING", nameVi: "Lắng nghe điều khách chưa nói", nameEn: "Hearing what is left unsaid", minutes: 20 },
  { code: "CALM-BESIDE", nameVi: "Giữ bình tĩnh, đứng cùng đồng nghiệp", nameEn: "Staying calm, standing beside a colleague", minutes: 15 },
  { code: "FABRIC-CARE", nameVi: "Hiểu vải để tư vấn đúng", nameEn: "Knowing fabrics, advising well", minutes: 30 },
] as const;
