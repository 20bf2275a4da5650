import type { ScorecardItem, SubjectKind } from "#modules/kpis/scorecards/items.ts";

interface CardPlan {
  readonly subjectKind: SubjectKind;
  readonly subject: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly items: readonly ScorecardItem[];
}

type Scope = Extract<ScorecardItem, { kind: "kpi" }>["scope"];

const kpi = (code: string, scope: Scope, weight: number): ScorecardItem => ({ kind: "kpi", kpi: code, scope, weight });
const counted = (kind: "improvements" | "recognition", target: number, weight: number): ScorecardItem => ({ kind, target, weight });

/** Scorecards of the demo company: three roles, and customer care as a whole. */
export const CARDS: readonly CardPlan[] = [
  {
    subjectKind: "role", subject: "frontline", nameVi: "Người phục vụ khách", nameEn: "Serving customers",
    items: [kpi("HELPED-WELL", "site", 35), kpi("SOLVED-ONCE", "site", 20), kpi("WAIT", "site", 10), kpi("RECOMMEND", "company", 10), counted("recognition", 2, 15), counted("improvements", 1, 10)],
  },
  {
    subjectKind: "role", subject: "supervisor", nameVi: "Trưởng ca", nameEn: "Shift supervisor",
    items: [kpi("HELPED-WELL", "site", 30), kpi("WAIT", "site", 20), kpi("ALONE", "site", 20), counted("improvements", 1, 20), counted("recognition", 1, 10)],
  },
  {
    subjectKind: "role", subject: "manager", nameVi: "Quản lý cửa hàng và bộ phận", nameEn: "Shop and department manager",
    items: [kpi("HELPED-WELL", "site", 25), kpi("RECOMMEND", "company", 20), kpi("COME-BACK", "company", 20), kpi("STAFF-RECOMMEND", "company", 15), counted("improvements", 1, 20)],
  },
  {
    subjectKind: "department", subject: "CARE", nameVi: "Chăm sóc khách hàng", nameEn: "Customer care",
    items: [kpi("TOLD-AGAIN", "department", 35), kpi("REPEAT-CALLS", "department", 30), kpi("SOLVED-ONCE", "department", 15), counted("improvements", 2, 20)],
  },
];

/** Percent of variable pay that depends on customers, by role. */
export const PAY_SHARES = [["frontline", 30], ["supervisor", 30], ["manager", 40], ["hr", 20], ["leader", 50]] as const;

export const REWARD_KINDS = [
  { code: "FOR-CUSTOMERS", nameVi: "Thưởng vì khách", nameEn: "Reward for customers", amount: 1_500_000 },
  { code: "DAY-OFF", nameVi: "Thêm một ngày nghỉ", nameEn: "An extra day off", amount: null },
] as const;

/** A finding that HR lets stand, with the reason. */
export const LET_STAND = {
  key: "conflict_declared:HELPED-WELL+REFUND-COST",
  reason: "Hai số này kéo nhau là chủ ý: một bên giữ tiền, một bên giữ khách. Tài chính và Chăm sóc khách hàng xem chung mỗi tháng, hết quý sẽ bàn lại.",
  days: 45,
} as const;

/** Words of those who asked to have a scorecard looked at again, and the answer to one of them. */
export const APPEALS = {
  answered: {
    words: "Phần khách sẵn lòng giới thiệu có tính cả hai tuần máy quẹt thẻ ở quầy 2 bị hỏng. Những hôm đó khách bực vì máy, không phải vì tụi em.",
    evidence: "Phiếu báo hỏng máy quẹt thẻ quầy 2\nSổ giao ca tối của hai tuần đó",
    answer: "Chị đã xem phiếu báo hỏng và sổ giao ca, đúng như em nói. Thẻ đã chốt thì giữ nguyên, lý do nằm ở đây để người xét thưởng cùng đọc. Quầy 2 đã có máy dự phòng, kỳ tới sẽ không lặp lại.",
  },
  open: {
    words: "Trong quý em được cử sang phụ cửa hàng khác ba tuần, nhưng phần khách hài lòng vẫn lấy số của cửa hàng mình. Nhờ chị xem lại giúp em.",
    evidence: "Lịch điều động ba tuần, anh Huy ký\nBảng chấm công ở cửa hàng bên kia",
  },
} as const;

/** What was done for customers, in the words of whoever proposes a reward. */
export const REWARDS = {
  approved: {
    thanks: "Không ai phàn nàn, Thảo Vy vẫn gọi hỏi thăm",
    reason: "Không ai phàn nàn, Thảo Vy vẫn gọi hỏi thăm và nghe ra khách ngại chỗ đông. Nhờ một phòng thử giữ sẵn lúc vắng, khách trở lại cùng con gái.",
    note: "Đồng ý. Đây là điều mình muốn cả công ty nhìn thấy.",
  },
  proposed: {
    change: "Mỗi cuộc gọi mở một phiếu mới",
    reason: "Báo việc mỗi cuộc gọi lại mở một phiếu mới, rồi cùng làm đến khi kiểm chứng xong. Khách gọi lại không còn phải kể từ đầu.",
  },
} as const;
