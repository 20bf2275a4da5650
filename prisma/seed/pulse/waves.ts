/** One pulse of the demo, told from the day it is loaded. */
export interface WavePlan {
  /** Whom it asks those around about, by e-mail; null: everybody is asked about their own work. */
  readonly about: string | null;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly questions: readonly string[];
  /** Days before today on which it opened, and closed; null: it is open. */
  readonly opened: number;
  readonly closed: number | null;
  /** How gladly each question was answered, 0 to 1; what is missing is 0.5. */
  readonly mood: Readonly<Record<string, number>>;
  /** What people wrote, each written once. */
  readonly words: readonly string[];
}

const LOYAL = { about: null, titleVi: "Chúng ta đã trung thành với khách hàng chưa?", titleEn: "Have we been loyal to the customer?" } as const;

/** Two waves that are over, with a circle around a manager between them, and one that is open. */
export const WAVES: readonly WavePlan[] = [
  {
    ...LOYAL,
    questions: ["LOYAL", "RECOMMEND", "SAFETY-SPEAK", "LOAD-TIME", "LOYAL-WHERE-NOT"],
    opened: 112,
    closed: 102,
    mood: { "LOYAL": 0.42, "RECOMMEND": 0.6, "SAFETY-SPEAK": 0.4, "LOAD-TIME": 0.36 },
    words: [
      "Hẹn gọi lại trong ngày mà ca sau không biết, khách phải gọi ba lần.",
      "Khách quen mua năm năm mà quên hóa đơn là mình nói không.",
      "Giờ đông thì mình bán cho xong, không kịp hỏi khách mặc có vừa ý không.",
      "Quảng cáo vẫn gửi cho khách đang khiếu nại, nhìn mà ngại.",
      "We promise two hours for express and quietly deliver in four.",
      "Đổi hàng sau tám giờ tối thì hẹn mai, trong khi khách chỉ rảnh buổi tối.",
      "Hàng lỗi do xưởng mà vẫn bắt khách ký biên bản.",
      "Khách ở tỉnh trả hàng phải tự chịu phí gửi trước.",
      "Mình xin lỗi nhiều hơn là sửa.",
      "After the sale nobody calls, unless something is wrong.",
      "Chính sách thì tử tế, nhưng lúc đông khách ai cũng sợ quyết sai.",
      "Lời hứa trên trang và cách làm ở quầy còn khác nhau.",
      "Khách lớn tuổi bị bắt gửi ảnh qua ứng dụng, nhiều người bỏ cuộc.",
      "Có khách khóc ở quầy vì váy cưới trễ, mình chỉ biết đọc quy định.",
    ],
  },
  {
    ...LOYAL,
    questions: ["LOYAL", "RECOMMEND", "AUTHORITY-SOLVE", "MANAGER-MODELS", "HEART-HARD-DAY", "LOYAL-WHERE-NOT"],
    opened: 22,
    closed: 12,
    mood: { "LOYAL": 0.66, "RECOMMEND": 0.68, "AUTHORITY-SOLVE": 0.7, "MANAGER-MODELS": 0.64, "HEART-HARD-DAY": 0.34 },
    words: [
      "Khá hơn trước nhiều, nhưng gọi lại đúng hẹn thì vẫn tùy người.",
      "Khách hạng thường vẫn phải chờ lâu hơn khách hạng vàng.",
      "Ca khó xong là vào ca tiếp, chưa ai hỏi mình có ổn không.",
      "Đơn giao tỉnh trễ mà mình báo khách sau khi khách đã hỏi.",
      "We still ask people for a receipt we can look up ourselves.",
      "Sau khi bán đồ may đo, chưa ai gọi hỏi khách mặc thế nào.",
      "Cuối tháng chạy số, có lúc giới thiệu thứ khách không cần.",
      "Khách chê đúng mà mình vẫn giải thích.",
      "Hứa giữ hàng đến chiều nhưng ca sau lỡ bán mất.",
      "Kho trả lời chậm nên mình hẹn khách theo phỏng đoán.",
      "The hotline knows of the fault, the shop hears of it a week later.",
      "Khách khuyết tật đến tầng hai vẫn phải nhờ bảo vệ khiêng xe.",
      "Hứa gọi lại trong hai giờ mà đổi ca là quên hẹn.",
      "Mình hứa thay cho bộ phận khác nên hay thất hứa.",
      "Trên trang hứa giao trong ngày, ở quầy ai cũng biết là không kịp hẹn.",
      "Nên có một chỗ ghi lời hứa với khách để ca sau biết mà gọi lại.",
      "Có khách nói thẳng: hẹn ba lần, trễ hẹn cả ba.",
      "Khách nhớ lời hứa của mình lâu hơn mình nhớ.",
      "If we promise a call we should call back, even with nothing new to say.",
      "Gọi lại đúng hẹn thì khách dịu ngay, dù chưa xong việc.",
      "Ca tối nhận hẹn mà ca sáng không biết để gọi lại.",
      "Đừng hứa ngày giao khi chưa hỏi kho.",
      "We promised a tailor by Friday and told nobody in the workshop.",
      "Giữ hàng theo lời hứa thì ghi tên khách lên túi, đừng nhớ trong đầu.",
      "Khách hẹn thử đồ mà đến nơi chưa ai chuẩn bị gì.",
      "Hẹn khách lúc nào thì nên để khách chọn giờ.",
      "Cuối tuần thiếu người, mình không kịp hỏi khách cần gì.",
      "Giờ đông một người trông cả tầng, tử tế cũng không kịp.",
      "Làm hai ca liền thì mệt, nói với khách không còn dịu được.",
      "Overtime three nights in a row, and then we wonder why nobody smiles.",
      "Lúc đông khách mà vẫn phải đếm hàng thì quá tải.",
      "Thiếu người ở quầy thu ngân là cả cửa hàng rối.",
      "Ngày lễ đông khách, ai nghỉ phép cũng thấy có lỗi.",
      "Tăng ca nhiều quá nên không còn sức mà hỏi thăm khách.",
    ],
  },
  {
    about: "manager@demo.tam",
    titleVi: "Nhìn lại cách dẫn dắt",
    titleEn: "Looking back on how we lead",
    questions: ["PERSON-MODELS", "PERSON-LISTENS", "PERSON-TRUSTS", "PERSON-OWNS", "PERSON-MORE"],
    opened: 34,
    closed: 24,
    mood: { "PERSON-MODELS": 0.76, "PERSON-LISTENS": 0.5, "PERSON-TRUSTS": 0.4, "PERSON-OWNS": 0.7 },
    words: [
      "Anh ra quầy lúc đông nhất, cả đội thấy và làm theo.",
      "Mong anh hỏi thêm một câu trước khi nói nên làm gì.",
      "When a customer shouted, you stood beside me. I want to do that for others.",
      "Ca tối ít gặp anh, nhiều chuyện hôm sau anh mới biết.",
      "Anh giữ lời với khách, kể cả khi cửa hàng chịu thiệt.",
      "Cuộc họp vùng, anh kể chuyện khách rõ đến mức tôi đổi cách xếp ca.",
      "Việc chuyển hàng giữa hai cửa hàng nên báo sớm hơn một ngày.",
      "You share what went wrong as openly as what went well.",
      "Nên để trưởng ca tự quyết nhiều hơn khi anh vắng.",
    ],
  },
  {
    about: null,
    titleVi: "Chúng ta đối xử với nhau thế nào?",
    titleEn: "How do we treat each other?",
    questions: ["HEART-RESPECT", "SAFETY-MISTAKE", "LEARNING-PRACTISE", "HEART-ONE-THING"],
    opened: 3,
    closed: null,
    mood: {},
    words: [],
  },
];

/** Days a pulse of the demo stays open. */
export const OPEN_DAYS = 10;

/** Shops where few answered, and how often; everywhere else three in four did. */
export const SILENT: Readonly<Record<string, number>> = { "SG-02": 0.25, "HN-04": 0.2, "HP-01": 0.3 };
export const ANSWERING = 0.78;
export const WRITING = 0.28;

/** How much gladder or sadder a shop answers than the rest. */
export const SHOP_MOOD: Readonly<Record<string, number>> = { "HN-01": 0.12, "DN-01": 0.08, "SG-01": -0.1, "HOTLINE": -0.16, "ONLINE": 0.04 };

/** What is being done, tied to the second wave: how the change's report begins, for which question, in words for everybody. */
export const ACTIONS = [
  { change: "Mỗi cuộc gọi mở một phiếu mới", question: "LOYAL", words: "Hotline mở lại phiếu cũ thay vì tạo phiếu mới, để khách không phải kể lại từ đầu." },
  { change: "Phiếu xin lỗi 50.000", question: "AUTHORITY-SOLVE", words: "Phiếu xin lỗi nhỏ không cần chữ ký nữa: ai đứng trước khách thì người đó quyết." },
] as const;
