/** Words of the empowerment module; the reasons are those of glossary.md §4. */
export const vi = {
  reason: {
    within_case_limit: "Được. Nằm trong hạn mức {{limit, money}} mỗi trường hợp.",
    within_authority: "Được. Việc này {{you}} được tự quyết.",
    over_case_limit: "Vượt hạn mức {{limit, money}} mỗi trường hợp.",
    case_total_over_limit:
      "Trường hợp này đã hỗ trợ {{granted, money}}; cộng thêm {{amount, money}} thì vượt hạn mức {{limit, money}}.",
    over_budget: "Hạn mức {{window}} còn {{remaining}}, tính lại từ {{resetsAt}}.",
    over_budget_open: "Hạn mức {{window}} còn {{remaining}}.",
    no_rule_covers: "Chưa có quy tắc cho tình huống này. Đã báo để bổ sung.",
    forbidden_by_rule: "Quy tắc không cho phép: {{why}}",
    fact_unknown: "Còn thiếu {{facts}}. Có thông tin này có thể quyết ngay.",
    stricter_rule_used: "Có hai quy tắc cùng áp dụng; đang dùng mức chặt hơn.",
    training_required: "Học xong {{courses}} là được tự quyết mức này.",
    duty_missing: "Cần thêm {{duties}} để lưu. Vài chữ là đủ.",
    second_person_required: "Từ {{above, money}} trở lên cần một đồng nghiệp xác nhận.",
    second_person_always: "Việc này cần một đồng nghiệp xác nhận.",
    escalated_by_choice: "Đã gửi xin ý kiến {{approver}}, trả lời trước {{dueAt}}.",
    escalated_by_choice_open: "Gửi xin ý kiến cấp trên.",
    approver_by_exception: "Duyệt theo ngoại lệ, tối đa {{limit, money}}.",
    invalid_request: "Có chỗ trong yêu cầu chưa đọc được. Xem lại rồi gửi.",
  },

  /** `"{{title}}" (khoảng {{minutes}} phút)` */
  course: "“{{title}}” (khoảng {{minutes}} phút)",

  window: {
    person: { day: "hôm nay của {{you}}", week: "tuần này của {{you}}", month: "tháng này của {{you}}", rolling: "{{days, number}} ngày của {{you}}" },
    team: { day: "hôm nay của đội", week: "tuần này của đội", month: "tháng này của đội", rolling: "{{days, number}} ngày của đội" },
    site: { day: "hôm nay của cửa hàng", week: "tuần này của cửa hàng", month: "tháng này của cửa hàng", rolling: "{{days, number}} ngày của cửa hàng" },
    customer: {
      day: "hôm nay cho khách này",
      week: "tuần này cho khách này",
      month: "tháng này cho khách này",
      rolling: "{{days, number}} ngày cho khách này",
    },
  },
  times: "{{count, number}} lần",

  fact: {
    customer: "thông tin khách",
    customer_ref: "mã hoặc số điện thoại của khách",
    customer_tier: "hạng khách hàng",
    customer_lifetimeValue: "tổng giá trị đã mua của khách",
    order: "đơn hàng",
    order_ref: "mã đơn hàng",
    order_value: "giá trị đơn hàng",
    order_daysSincePurchase: "ngày mua hàng",
    flags: "dấu hiệu cần lưu ý",
    actor_department: "bộ phận của {{you}}",
    actor_site: "cửa hàng của {{you}}",
    actor_level: "bậc của {{you}}",
    actor_tenureDays: "ngày vào làm của {{you}}",
    other: "một thông tin",
  },

  /** What a rule asks about, in the explanation of a decision. */
  dim: {
    roles: "vai trò",
    departments: "bộ phận",
    sites: "cửa hàng",
    level: "bậc",
    tenureDays: "số ngày đã làm",
    courses: "khóa học",
    reasons: "lý do",
    channels: "kênh",
    tiers: "hạng khách hàng",
    lifetimeValue: "tổng giá trị đã mua",
    orderValue: "giá trị đơn hàng",
    daysSincePurchase: "số ngày từ lúc mua",
    flags: "dấu hiệu cần lưu ý",
    proactive: "quan tâm chủ động",
    gestures: "hình thức hỗ trợ",
    validity: "thời gian áp dụng",
  },

  state: {
    granted: "tự quyết",
    pending: "chờ duyệt",
    approved: "đã duyệt",
    declined: "không duyệt",
    returned: "được hướng dẫn thêm",
    expired: "quá hạn",
    cancelled: "đã hủy",
    refused: "không được phép",
  },

  approvalState: {
    pending: "chờ trả lời",
    approved: "đã duyệt",
    declined: "không duyệt",
    returned: "đã hướng dẫn thêm",
    climbed: "đã chuyển người duyệt dự phòng",
    handed_over: "đã bàn giao",
    expired: "quá hạn",
    cancelled: "đã hủy",
  },

  approvalKind: { person: "theo thẩm quyền", second_person: "người thứ hai xác nhận", exception: "ngoại lệ" },

  policyState: {
    draft: "dự thảo",
    in_review: "đang thẩm định",
    published: "đã ban hành",
    in_force: "đang áp dụng",
    retired: "hết hiệu lực",
  },

  ruleStatus: {
    applied: "đã áp dụng",
    stricter_used: "đã dùng mức chặt hơn",
    overridden: "nhường cho quy tắc cụ thể hơn",
    restricts: "làm chặt thêm",
    not_in_force: "ngoài thời gian áp dụng",
    not_matched: "không khớp",
  },

  felt: {
    annoyed: "bực mình",
    disappointed: "thất vọng",
    worried: "lo lắng",
    tired_of_waiting: "mệt vì phải chờ",
    calm: "bình thường",
    happy: "vui",
  },

  escalateReason: {
    did_not_know: "chưa biết mình được tự quyết",
    feared_blame: "lo bị trách",
    system_blocked: "hệ thống không cho làm",
    customer_asked: "khách muốn gặp quản lý",
    wanted_advice: "muốn hỏi thêm ý kiến",
  },

  result: { resolved: "đã xong", partly: "xong một phần", unresolved: "chưa xong" },

  receipt: {
    title: "Xác nhận quyết định đúng thẩm quyền",
    text: "Quyết định {{number}} nằm trong quy tắc {{rule}}, bản số {{version, number}}, vào lúc quyết. Kết quả về sau không làm thay đổi điều đó.",
  },

  timeline: {
    granted: "{{gesture}} {{amount, money}}: {{person}} tự quyết",
    approved: "{{gesture}} {{amount, money}}: đã duyệt",
    pending: "{{gesture}} {{amount, money}}: chờ duyệt",
    declined: "{{gesture}} {{amount, money}}: không duyệt",
    returned: "{{gesture}} {{amount, money}}: được hướng dẫn thêm",
    expired: "{{gesture}} {{amount, money}}: quá hạn",
    cancelled: "{{gesture}} {{amount, money}}: đã hủy",
    refused: "{{gesture}} {{amount, money}}: không được phép",
  },
  timelinePlain: {
    granted: "{{gesture}}: {{person}} tự quyết",
    approved: "{{gesture}}: đã duyệt",
    pending: "{{gesture}}: chờ duyệt",
    declined: "{{gesture}}: không duyệt",
    returned: "{{gesture}}: được hướng dẫn thêm",
    expired: "{{gesture}}: quá hạn",
    cancelled: "{{gesture}}: đã hủy",
    refused: "{{gesture}}: không được phép",
  },

  say: {
    granted: "Dạ, {{me}} làm ngay cho {{customer}} đây ạ.",
    escalated: "Dạ, {{me}} đã nhờ {{approver}} quyết giúp, trước {{dueAt}} {{me}} báo lại {{customer}} ạ.",
    refused: "Dạ, khoản này {{me}} chưa làm được cho {{customer}}, {{me}} nói thật để {{customer}} khỏi phải chờ ạ.",
    declined: "Dạ, {{me}} đã hỏi lại và lần này chưa làm được cho {{customer}}. {{me}} rất tiếc ạ.",
    expired: "Dạ, {{me}} xin lỗi vì để {{customer}} chờ. {{me}} hỏi lại ngay bây giờ ạ.",
    open: "Dạ, {{me}} hỏi người quyết được rồi báo lại {{customer}} ạ.",
  },

  notification: {
    "approval-waiting": "{{requester}} xin duyệt {{gesture}}, trả lời trước {{dueAt, datetime}}.",
    "approval-second-person": "{{requester}} nhờ xác nhận {{gesture}}, trước {{dueAt, datetime}}.",
    "approval-handed-over": "{{gesture}} của {{requester}} được bàn giao cho {{you}}, trả lời trước {{dueAt, datetime}}.",
    "decision-approved": "{{approver}} đã duyệt {{number}}.",
    "decision-approved-less": "{{approver}} đã duyệt {{number}} với mức {{amount, money}}.",
    "decision-declined": "{{approver}} không duyệt {{number}}. Có lời gợi ý để nói với khách.",
    "decision-returned": "{{approver}} hướng dẫn thêm: {{number}} {{you}} tự quyết được.",
    "decision-expired": "{{number}} đã quá hạn trả lời. Có lời gợi ý để nói với khách.",
    "policy-submitted": "Bản số {{version, number}} chờ người thứ hai ban hành.",
    "policy-returned": "Bản số {{version, number}} được trả lại kèm ghi chú.",
    "policy-published": "Chính sách trao quyền bản số {{version, number}} áp dụng từ {{effectiveFrom, datetime}}.",
    "policy-changed": "Chính sách trao quyền bản số {{version, number}} áp dụng từ {{effectiveFrom, datetime}}. Thay đổi với {{you}}: {{names}}.",
    "policy-comments-invited": "Dự thảo chính sách trao quyền bản số {{version, number}} đang lấy ý kiến đến hết ngày {{until, date}}. Chỗ nào chưa ổn, {{you}} nói được trước khi ban hành.",
    "policy-rule-keep": "{{reviewer}} đã xem lại và giữ nguyên quy tắc “{{rule}}”.",
    "policy-rule-change": "{{reviewer}} đã xem lại: quy tắc “{{rule}}” cần sửa.",
    "policy-rule-stop": "{{reviewer}} đã xem lại: quy tắc “{{rule}}” nên dừng.",
    "policy-comments-ended": "Dự thảo bản số {{version, number}} thôi lấy ý kiến sớm hơn dự kiến: {{note}}",
    "policy-commented": "Có ý kiến mới về dự thảo bản số {{version, number}}, chờ {{you}} trả lời.",
    "policy-comment-answered": "Ý kiến của {{you}} về dự thảo bản số {{version, number}} đã được trả lời.",
    "policy-unclear": "Có người chưa rõ một điều trong bản số {{version, number}}, chờ {{you}} trả lời.",
    "policy-unreasonable": "Có người thấy một điều trong bản số {{version, number}} chưa hợp lý, chờ {{you}} trả lời.",
    "policy-answered": "Điều {{you}} nêu về bản số {{version, number}} đã được trả lời.",
    "policy-reminder": "{{you, capital}} chưa trả lời về chính sách trao quyền bản số {{version, number}}. Xem thay đổi rồi chọn một câu, một phút là đủ.",
  },

  mail: {
    text: "Kính gửi anh/chị {{name}},\n\n{{said}}\n\nXem và trả lời: {{link}}",
  },
} as const;
