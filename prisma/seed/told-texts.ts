/** A story of the company's life, with who could have told it and what it refers to. */
export interface ToldText {
  readonly code: string;
  readonly teller: { readonly role: "frontline" | "supervisor" | "manager"; readonly department: string };
  readonly language: "vi" | "en";
  readonly value: string;
  readonly touchpoint: string;
  readonly title: string;
  readonly happened: string;
  readonly felt: string;
  readonly unsaid: string | null;
  readonly done: string;
  readonly changed: string | null;
  /** A decision like it is looked for. */
  readonly refers: { readonly reason?: string; readonly gesture?: string } | null;
  readonly responses: readonly string[];
}

export const TOLD: readonly ToldText[] = [
  {
    code: "gift-box", teller: { role: "frontline", department: "RETAIL" }, language: "vi", value: "HEAR", touchpoint: "Quầy đổi trả",
    title: "Chiếc áo còn nguyên nơ",
    happened: "Gần giờ đóng cửa, một cô đứng tuổi mang trả chiếc áo len còn nguyên nơ gói quà. Cô không có hóa đơn, cứ giữ hộp trong tay và nhìn xuống.",
    felt: "Cô ngập ngừng, giọng nhỏ, như sợ bị hỏi.",
    unsaid: "Áo mua tặng mẹ, mà mẹ cô vừa mất tuần trước.",
    done: "Tôi mời cô ngồi, rót cốc nước ấm, chưa nhắc gì tới hóa đơn. Cô kể được một lúc thì khóc. Tôi tra lịch sử mua bằng số điện thoại cô đọc, hoàn đủ tiền, rồi hỏi cô có muốn giữ lại chiếc nơ không. Cô giữ.",
    changed: "Cả ca thống nhất: hỏi thăm một câu trước khi hỏi hóa đơn.",
    refers: { gesture: "refund" },
    responses: ["Chắc tôi sẽ hỏi hóa đơn ngay theo thói quen. Đọc xong thấy nên chậm lại một nhịp.", "Tôi sẽ gọi một bạn ra đứng quầy thay để được ngồi với cô lâu hơn."],
  },
  {
    code: "third-call", teller: { role: "frontline", department: "CARE" }, language: "vi", value: "HEAR", touchpoint: "Tổng đài",
    title: "Lần thứ ba kể lại từ đầu",
    happened: "Một anh gọi lên, câu đầu tiên là xin đừng bắt anh kể lại lần nữa. Đơn của anh giao thiếu một chiếc quần, hai lần gọi trước mỗi người hứa một kiểu.",
    felt: "Mệt, và thấy không ai nhớ mình.",
    unsaid: "Anh cần chiếc quần cho buổi phỏng vấn sáng thứ hai.",
    done: "Tôi đọc hai ghi chú cũ trong lúc anh còn nói, rồi kể lại giúp anh câu chuyện của chính anh để anh chỉ cần gật. Sau đó mới hỏi: anh cần nó trước ngày nào. Tôi cho giao gấp từ cửa hàng gần nhà anh.",
    changed: "Đội viết ghi chú theo ba dòng: khách cần gì, đã hứa gì, còn thiếu gì.",
    refers: { gesture: "express_delivery" },
    responses: ["Tôi hay đọc ghi chú sau khi chào. Từ nay đọc trước."],
  },
  {
    code: "wedding", teller: { role: "supervisor", department: "RETAIL" }, language: "vi", value: "OWN", touchpoint: "Phòng thử",
    title: "Áo dài cưới, còn hai ngày",
    happened: "Cô dâu quay lại trước ngày cưới hai hôm vì đường thêu trên vai bung ra. Thợ ở xưởng báo bốn ngày mới xong.",
    felt: "Cố giữ bình tĩnh trước mặt mẹ, nhưng tay run.",
    unsaid: "Cô sợ mẹ nghĩ mình chọn nhầm chỗ.",
    done: "Bạn nhân viên không nói câu nào về xưởng. Bạn xin lỗi vì đường thêu, nói thật là chưa chắc kịp, hẹn trả lời trước 14 giờ và gọi đúng 13 giờ 40. Chúng tôi thuê một cô thợ ngoài sửa trong đêm, rồi mang tới tận nhà.",
    changed: "Danh sách ba thợ ngoài được ghi vào sổ ca của mọi cửa hàng.",
    refers: { gesture: "repair" },
    responses: ["Tôi sẽ mời cô dâu chọn một chiếc cho mượn để phòng hờ.", "Gọi trước giờ hẹn hai mươi phút, dù chưa xong, là điều tôi muốn học."],
  },
  {
    code: "quiet-return", teller: { role: "frontline", department: "RETAIL" }, language: "en", value: "CARE", touchpoint: "After the sale",
    title: "He said it was fine",
    happened: "A father bought school shoes for his daughter, one size up because it was the last pair. Two weeks later I rang to ask how they were. He said fine, twice, and a little too quickly.",
    felt: "Polite, a bit embarrassed to be asked.",
    unsaid: "The shoes slipped off when she ran, and he did not want to be the difficult customer.",
    done: "I told him we had the right size in another shop and that I would like to bring them to the school gate on my way home. I took the old pair back without asking for the box.",
    changed: "We ring after every last-pair sale, and we ask how it runs, not whether it is fine.",
    refers: { gesture: "courtesy_call" },
    responses: ["I would have believed the first “fine”. Asking how it runs is a better question."],
  },
  {
    code: "beside", teller: { role: "frontline", department: "RETAIL" }, language: "vi", value: "BESIDE", touchpoint: "Quầy thu ngân",
    title: "Đứng cạnh, không nói gì",
    happened: "Một vị khách quát bạn mới vào làm vì máy quẹt thẻ chậm. Hàng người phía sau bắt đầu quay phim.",
    felt: "Bực mình vì đang vội, và ngượng khi đã lỡ to tiếng.",
    unsaid: "Khách đang trễ giờ đón con.",
    done: "Tôi bước ra đứng cạnh bạn ấy, không giành lời. Bạn xin lỗi vì máy chậm và nhờ tôi mở máy thứ hai. Tôi tính tiền ở đó, xong trong một phút. Sau ca, chị quản lý hỏi thăm và cho bạn ấy nghỉ một lát.",
    changed: "Máy thứ hai luôn bật từ 17 giờ.",
    refers: { reason: "long_wait" },
    responses: ["Đứng cạnh mà không giành lời là khó nhất. Tôi hay nhảy vào nói thay."],
  },
  {
    code: "small-fault", teller: { role: "manager", department: "RETAIL" }, language: "vi", value: "MEND", touchpoint: "Phòng thử",
    title: "Cái móc áo ở phòng thử số ba",
    happened: "Trong một tuần có năm khách ra khỏi phòng thử với vẻ khó chịu mà không phàn nàn gì. Bạn trực để ý cả năm đều ra từ phòng số ba.",
    felt: "Vướng víu, bực một chút rồi thôi.",
    unsaid: "Móc áo gãy nên phải để túi xuống sàn ướt.",
    done: "Bạn tự mua một cái móc bằng tiền ca rồi mới báo. Tôi hỏi vì sao không báo từ đầu: vì mẫu đề nghị sửa chữa dài hai trang. Chúng tôi bỏ mẫu đó cho các khoản nhỏ.",
    changed: "Khoản sửa dưới 200.000 ₫ do ca tự quyết, ghi một dòng trong sổ.",
    refers: null,
    responses: ["Tôi sẽ đi thử từng phòng đầu ca, mất ba phút."],
  },
];

/** Cards of the last weeks: weeks back, whose story, the question, a rule worth remembering. */
export const CARDS = [
  { weeksAgo: 5, story: "small-fault", rule: "PARTIAL-STORE", vi: "Tuần này khách nào im lặng mà mình thấy có gì đó chưa ổn?", en: "Which customer was silent this week while something was not right?" },
  { weeksAgo: 4, story: "third-call", rule: "EXPRESS-STORE", vi: "Khách của mình phải kể lại ở chỗ nào? Ai ghi lại được cho người sau?", en: "Where do our customers have to tell it again? Who could write it down for the next one?" },
  { weeksAgo: 3, story: "beside", rule: "REQ-ABUSE-BESIDE", vi: "Khi khách to tiếng với bạn cùng ca, mình đứng ở đâu?", en: "When a customer shouts at a colleague, where do we stand?" },
  { weeksAgo: 2, story: "quiet-return", rule: "COURTESY-ANY", vi: "Hỏi câu gì để khách nói thật, thay vì “ổn rồi”?", en: "What could we ask so that people tell us more than “fine”?" },
  { weeksAgo: 1, story: "wedding", rule: "REPAIR-FREE", vi: "Lần gần nhất mình gọi cho khách trước giờ hẹn là khi nào?", en: "When did we last ring a customer before the promised time?" },
  { weeksAgo: 0, story: "gift-box", rule: "REFUND-STORE", vi: "Hôm nay, với khách nào mình sẽ hỏi thăm một câu trước khi hỏi hóa đơn?", en: "Which customer today will we ask how they are before we ask for the receipt?" },
] as const;

export const CAME_UP = ["Hỏi “anh chị có cần em giúp gì không” nghe máy móc quá, đổi cách hỏi.", "Nhiều bạn ngại vì sợ lâu, thử đo thì chỉ thêm một phút.", "Nên có người đứng thay quầy để được ngồi với khách.", "Bạn mới kể chuyện đầu tiên của mình.", null, null] as const;

/** Circles that were and that are coming, days from the day of loading. */
export const CIRCLES = [
  { days: -75, theme: "Xin lỗi thế nào cho ra lời xin lỗi?", about: "Mỗi người mang một lời xin lỗi mình từng nhận và thấy thật.", story: null, host: "supervisor", learnt: "Xin lỗi vì chính điều đã xảy ra, nói rõ làm gì và lúc nào xong. Câu “mong thông cảm” bỏ hẳn." },
  { days: -38, theme: "What do people leave unsaid?", about: null, story: "quiet-return", host: "manager", learnt: "“Fine” said twice means look again. Ask about a moment, not about satisfaction." },
  { days: -12, theme: "Đứng cạnh đồng nghiệp khi khách to tiếng", about: "Thử đóng vai ba phút, rồi nói cảm giác.", story: "beside", host: "supervisor", learnt: "Đứng cạnh, giữ im lặng mười giây, rồi hỏi khách cần gì ngay lúc này. Cần một câu chung để gọi người ra đứng cùng." },
  { days: 5, theme: "Nghe hết trong một phút đầu", about: "Nghe một đoạn ghi âm đã che tên, đếm xem mình muốn ngắt lời mấy lần.", story: "third-call", host: "manager", learnt: null },
  { days: 9, theme: "Nói thật khi chưa làm được", about: null, story: "wedding", host: "supervisor", learnt: null },
] as const;
