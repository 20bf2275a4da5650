import { blankDefinition, type KpiDefinition } from "#modules/kpis/definition.ts";

type Text = readonly [vi: string, en: string];

interface Wording {
  readonly name: Text;
  readonly why: Text;
  readonly serves: readonly [kind: "goal" | "need" | "expectation" | "emotion" | "pain", vi: string, en: string];
}

const both = ([vi, en]: Text) => ({ vi, en });

function kpi(code: string, { name, why, serves: [kind, vi, en] }: Wording, more: Partial<KpiDefinition>): KpiDefinition {
  return { ...blankDefinition(code), name: both(name), why: both(why), serves: { kind, text: { vi, en } }, cadence: "week", counts: "what_the_customer_receives", moves: "relationship", influencedBy: ["frontline", "supervisor", "manager"], ...more };
}

const computed = (fact: string): KpiDefinition["source"] => ({ kind: "computed", fact });

/** What the demo company measures. `target` counts its days from the day of loading. */
export function demoDefinitions(dayAfter: (days: number) => string): readonly KpiDefinition[] {
  const by = (value: number, days = 60) => ({ value, by: dayAfter(days) });
  return [
    kpi(
      "HELPED-WELL",
      {
        name: ["Khách hài lòng sau khi được hỗ trợ", "Customers satisfied after being helped"],
        why: ["Khách gặp trục trặc mà được giúp tử tế thường ở lại lâu hơn khách chưa từng gặp trục trặc.", "A customer who met trouble and was helped well often stays longer than one who never met any."],
        serves: ["emotion", "Thấy mình được đứng về phía mình", "To feel that somebody is on my side"],
      },
      { lens: "customer_outcome", measure: { kind: "csat", scale: 5 }, source: computed("decision_csat"), owners: ["RETAIL", "CARE", "ONLINE"], touches: ["RETAIL", "CARE", "ONLINE", "DELIVERY"], stage: "get_help", target: by(85), minimumSample: 20 },
    ),
    kpi(
      "SOLVED-ONCE",
      {
        name: ["Khách không phải liên hệ lại", "Customers who need not contact us again"],
        why: ["Mỗi lần khách phải quay lại vì cùng một chuyện là một lần ta chưa làm xong việc của mình.", "Each time a customer comes back for the same thing, we had not finished our work."],
        serves: ["pain", "Phải theo đuổi một việc đã nói rồi", "Having to chase what was already said"],
      },
      { lens: "customer_effort", measure: { kind: "fcr", withinDays: 7 }, source: computed("decision_fcr"), owners: ["CARE", "RETAIL"], touches: ["CARE", "RETAIL", "DELIVERY"], stage: "get_help", target: by(95) },
    ),
    kpi(
      "WAIT",
      {
        name: ["Khách chờ bao lâu để được hỗ trợ", "How long customers wait to be helped"],
        why: ["Lời xin lỗi nguội đi từng phút. Đo trung vị, không đo trung bình, để một ca khó không che những ca dễ.", "An apology cools by the minute. The median, not the mean, so that one hard case does not hide the easy ones."],
        serves: ["expectation", "Được giải quyết ngay tại chỗ", "To be helped on the spot"],
      },
      { lens: "customer_effort", measure: { kind: "duration" }, unit: "minutes", direction: "down", source: computed("customer_wait"), owners: ["RETAIL", "CARE"], touches: ["RETAIL", "CARE", "FINANCE"], stage: "get_help", moves: "speed", guardrails: ["HELPED-WELL"], target: by(10) },
    ),
    kpi(
      "ALONE",
      {
        name: ["Nhân viên tự quyết ngay cho khách", "Staff decide at once for the customer"],
        why: ["Người đứng trước mặt khách quyết được thì khách không phải chờ, và nhân viên thấy mình được tin.", "Where the person in front of the customer can decide, nobody waits, and staff see that they are trusted."],
        serves: ["need", "Được giúp bởi chính người đang nghe mình", "To be helped by whoever is listening"],
      },
      { lens: "people", measure: { kind: "rate" }, source: computed("decided_alone"), counts: "both", owners: ["RETAIL", "CARE", "HRCX"], touches: ["RETAIL", "CARE"], stage: "get_help", guardrails: ["HELPED-WELL"], influencedBy: ["frontline", "supervisor", "manager", "hr"], target: by(80) },
    ),
    kpi(
      "RECOMMEND",
      {
        name: ["Khách sẵn lòng giới thiệu (NPS)", "Customers who would recommend us (NPS)"],
        why: ["Khách chỉ giới thiệu cho bạn bè nơi mà họ tin sẽ không làm mình mất mặt.", "People recommend only a place they trust not to embarrass them."],
        serves: ["emotion", "Tự hào vì đã chọn đúng", "To be proud of having chosen well"],
      },
      { lens: "customer_emotion", measure: { kind: "nps" }, unit: "points", source: computed("feedback_nps"), cadence: "month", owners: ["RETAIL", "ONLINE", "CARE", "DELIVERY"], touches: ["RETAIL", "ONLINE", "CARE", "DELIVERY"], stage: "stay", target: by(40, 90), minimumSample: 30 },
    ),
    kpi(
      "REALLY-CHANGED",
      {
        name: ["Thay đổi vận hành đã kiểm chứng", "Verified operational changes"],
        why: ["Nghe khách mà cách làm không đổi thì chỉ là nghe cho có.", "Listening that changes nothing in the work is listening for show."],
        serves: ["expectation", "Điều mình góp ý được sửa thật", "That what I said is really mended"],
      },
      { lens: "process", measure: { kind: "count" }, unit: "cases", source: computed("improvements_verified"), cadence: "month", counts: "both", moves: "quality", owners: ["HRCX"], touches: ["RETAIL", "CARE", "DELIVERY", "IT"], influencedBy: ["supervisor", "manager", "hr"], minimumSample: 0, target: by(2, 90) },
    ),
    kpi(
      "REPEAT-CALLS",
      {
        name: ["Khách phải gọi lại tổng đài trong 7 ngày", "Customers who call the hotline again within 7 days"],
        why: ["Gọi lại là câu trả lời thật về chất lượng của cuộc gọi trước.", "A second call is the honest verdict on the first."],
        serves: ["pain", "Phải gọi nhiều lần cho một chuyện", "Calling several times about one thing"],
      },
      { lens: "customer_effort", measure: { kind: "rate" }, direction: "down", owners: ["CARE"], touches: ["CARE", "IT", "DELIVERY"], stage: "get_help", target: by(15), minimumSample: 100 },
    ),
    kpi(
      "CALLS-PER-HOUR",
      {
        name: ["Số cuộc gọi mỗi giờ làm", "Calls per hour worked"],
        why: ["Để khách không phải nghe nhạc chờ quá lâu.", "So that customers do not hear the waiting music for long."],
        serves: ["expectation", "Có người nhấc máy nhanh", "That somebody picks up soon"],
      },
      { lens: "process", measure: { kind: "mean" }, unit: "times", owners: ["CARE"], touches: ["CARE"], stage: "get_help", counts: "what_we_do", moves: "speed", guardrails: ["REPEAT-CALLS"], costsFallOn: ["RETAIL"], target: by(9), minimumSample: 100 },
    ),
    kpi(
      "TOLD-AGAIN",
      {
        name: ["Khách phải kể lại từ đầu", "Customers who had to tell it all again"],
        why: ["Kể lại chuyện buồn của mình cho người thứ ba là lúc khách quyết định bỏ đi.", "Telling one's trouble to a third person is when customers decide to leave."],
        serves: ["pain", "Phải kể lại chuyện buồn nhiều lần", "Telling one's trouble again and again"],
      },
      { lens: "customer_effort", measure: { kind: "rate" }, direction: "down", owners: ["CARE", "IT"], touches: ["CARE", "IT", "RETAIL"], stage: "get_help", target: by(15), minimumSample: 50 },
    ),
    kpi(
      "EXPRESS-ON-TIME",
      {
        name: ["Đơn giao gấp đến đúng giờ hẹn", "Express orders that arrive when promised"],
        why: ["Chữ gấp trên đơn là một lời hứa. Giữ được thì khách không phải gọi hỏi.", "The word express is a promise. Where it is kept nobody has to call."],
        serves: ["expectation", "Nhận hàng đúng lúc cần", "To have it when it is needed"],
      },
      { lens: "customer_outcome", measure: { kind: "rate" }, owners: ["DELIVERY", "CARE"], touches: ["DELIVERY", "CARE", "ONLINE"], stage: "receive", target: by(92), minimumSample: 30 },
    ),
    kpi(
      "WRONG-ITEM",
      {
        name: ["Khách nhận nhầm hàng", "Customers who receive the wrong item"],
        why: ["Nhầm một món là khách mất một buổi để đổi, còn tổng đài mất hai cuộc gọi để xin lỗi.", "One wrong item costs the customer half a day and the hotline two calls of apology."],
        serves: ["pain", "Phải đổi món mình không đặt", "Exchanging what one never ordered"],
      },
      { lens: "customer_outcome", measure: { kind: "rate" }, direction: "down", owners: ["DELIVERY", "CARE"], touches: ["DELIVERY", "CARE"], stage: "receive", target: by(1), minimumSample: 500 },
    ),
    kpi(
      "PARCELS-PER-HOUR",
      {
        name: ["Số kiện đóng mỗi giờ", "Parcels packed per hour"],
        why: ["Đóng nhanh thì hàng kịp chuyến.", "Quick packing catches the van."],
        serves: ["expectation", "Hàng đi trong ngày", "That it leaves the same day"],
      },
      { lens: "process", measure: { kind: "mean" }, unit: "cases", owners: ["DELIVERY"], touches: ["DELIVERY", "CARE"], stage: "receive", counts: "what_we_do", moves: "speed", fights: ["WRONG-ITEM"], costsFallOn: ["CARE"], target: by(24), minimumSample: 100 },
    ),
    kpi(
      "REFUND-COST",
      {
        name: ["Tiền hoàn và bù trên doanh thu", "Refunds and goodwill out of revenue"],
        why: ["Giữ chi phí bù trong tầm kiểm soát.", "To keep the cost of goodwill in hand."],
        serves: ["need", "Giá bán không bị cộng thêm chi phí sai sót", "Prices that do not carry our mistakes"],
      },
      { lens: "financial", measure: { kind: "rate" }, direction: "down", cadence: "month", owners: ["FINANCE"], touches: ["RETAIL", "CARE"], stage: "return", counts: "what_we_do", moves: "cost", fights: ["HELPED-WELL"], costsFallOn: ["RETAIL", "CARE"], influencedBy: ["manager", "leader"], target: by(1.2, 120), minimumSample: 0 },
    ),
    kpi(
      "COME-BACK",
      {
        name: ["Khách quay lại mua trong 90 ngày", "Customers who buy again within 90 days"],
        why: ["Khách trả lời bằng lần mua tiếp theo, không phải bằng phiếu khảo sát.", "Customers answer with their next purchase, not with a survey."],
        serves: ["goal", "Có một nơi để yên tâm quay lại", "A place to come back to without worry"],
      },
      { lens: "customer_outcome", measure: { kind: "rate" }, cadence: "month", owners: ["RETAIL", "ONLINE", "CARE"], touches: ["RETAIL", "ONLINE", "CARE", "MARKETING"], stage: "stay", influencedBy: ["frontline", "supervisor", "manager", "leader"], baseline: 31, target: by(36, 120), minimumSample: 200 },
    ),
    kpi(
      "EASY",
      {
        name: ["Đổi trả dễ dàng với khách (CES)", "Returns are easy for customers (CES)"],
        why: ["Đổi trả là lúc khách xem ta hứa thật hay hứa cho có.", "A return is when customers see whether we meant it."],
        serves: ["need", "Đổi trả mà không phải giải thích nhiều", "To return something without much explaining"],
      },
      { lens: "customer_effort", measure: { kind: "ces", convention: "percent_5_7" }, cadence: "month", owners: ["RETAIL", "ONLINE"], touches: ["RETAIL", "ONLINE", "DELIVERY", "FINANCE"], stage: "return", target: by(75, 120), minimumSample: 50 },
    ),
    kpi(
      "STAFF-RECOMMEND",
      {
        name: ["Nhân viên sẵn lòng giới thiệu nơi làm việc (eNPS)", "Staff who would recommend working here (eNPS)"],
        why: ["Người không được chăm sóc khó chăm sóc khách bằng cả tấm lòng.", "People who are not cared for can hardly care for customers from the heart."],
        serves: ["emotion", "Gặp một người thật lòng muốn giúp", "To meet somebody who truly wants to help"],
      },
      { lens: "people", measure: { kind: "enps" }, unit: "points", cadence: "quarter", counts: "both", owners: ["HRCX"], touches: ["RETAIL", "CARE", "ONLINE", "DELIVERY"], influencedBy: ["supervisor", "manager", "hr", "leader"], target: by(25, 180), minimumSample: 60 },
    ),
  ];
}
