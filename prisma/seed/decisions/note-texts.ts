import type { Random } from "../random.ts";

/** What is sold, as people at the counter say it. */
const TOPS = ["áo sơ mi lụa", "áo kiểu tay bồng", "áo blazer", "áo len cổ tròn", "áo cardigan", "áo polo", "áo khoác dạ", "vest nữ", "áo thun cotton", "áo gile lanh"];
const BOTTOMS = ["quần ống suông", "chân váy xếp ly", "quần jean ống đứng", "váy bút chì", "quần short linen", "quần tây nữ", "chân váy dạ"];
const DRESSES = ["đầm maxi hoa", "áo dài gấm", "đầm công sở", "đầm dạ hội", "áo dài lụa", "váy sơ mi", "đồ bộ lanh"];
const KINDS: Readonly<Record<string, readonly string[]>> = {
  "{item}": [...TOPS, ...BOTTOMS, ...DRESSES],
  "{top}": [...TOPS, ...DRESSES],
  "{bottom}": [...BOTTOMS, ...DRESSES],
};

/**
 * Notes as clerks write them, by reason. `{item}` is something bought, `{day}` a weekday; `{top}` has
 * shoulders and sleeves, `{bottom}` a hem and a waist. None names anybody.
 */
const NOTES: Readonly<Record<string, readonly string[]>> = {
  product_fault: [
    "{top} bung chỉ ở vai sau một lần giặt tay, khách mang theo cả hóa đơn.",
    "Khóa kéo {bottom} kẹt từ lần mặc đầu, đã thử tại quầy cùng khách.",
    "{item} xù lông sau hai tuần, khách giặt đúng hướng dẫn trên nhãn.",
    "Màu {item} lem sang áo khác, có ảnh khách chụp.",
    "Đường may {item} lệch, treo lên thấy ngay. Lô này tuần trước cũng có một khách báo.",
    "Cúc {top} rơi hai chiếc khi vừa bóc hộp.",
    "Lót trong {bottom} rách một đoạn chừng 5 cm, khách chưa mặc ra ngoài.",
    "{item} co một cỡ sau khi giặt máy chế độ nhẹ, nhãn ghi giặt máy được.",
    "Vải {bottom} có vệt dầu ở gấu, lúc mua đèn phòng thử hơi tối nên không ai thấy.",
    "Khách định mặc {top} đi cưới tối nay, mở ra mới thấy toạc đường nách.",
    "Chun lưng quần giãn sau ba lần mặc, khách buồn hơn là giận.",
    "Hoa thêu trên {top} tuột chỉ, khách giữ nguyên mác chưa cắt.",
  ],
  wrong_size: [
    "{top} cỡ M nhưng chật vai, khách thử lại cỡ L vừa hơn.",
    "Khách mua {item} làm quà, người nhận mặc rộng quá.",
    "{bottom} dài hơn cỡ cũ hai phân dù cùng cỡ S, so trực tiếp với chiếc năm ngoái.",
    "Dạo này khách tăng cân, muốn nới {bottom} để mặc đi làm tiếp.",
    "Bảng cỡ trên mạng ghi khác số đo thật của {item}.",
    "{top} vừa người nhưng tay ngắn, khách hỏi có sửa được không.",
  ],
  wrong_item: [
    "Đặt {item} màu kem, nhận màu xám tro. Khách cần trước {day}.",
    "Giao nhầm đơn của người khác, trong hộp là {item} cỡ XL.",
    "Thiếu một chiếc trong bộ, thay vào đó là {item} không ai đặt.",
    "Cửa hàng gói nhầm {item} của khách đứng trước, khách phải quay lại.",
    "Nhầm mẫu {top}: khách chọn cổ vuông, kho gửi cổ tim.",
  ],
  missing_part: [
    "Thiếu thắt lưng đi kèm {item}.",
    "Đơn ba món chỉ nhận hai, thiếu {item}.",
    "Hộp quà không có thiệp khách đã viết lời, dặn từ {day}.",
    "{top} không có cúc dự phòng như ghi trên nhãn.",
    "Thiếu túi vải bọc {item}, khách mua để tặng mẹ.",
  ],
  not_as_pictured: [
    "Ảnh trên mạng {item} màu xanh rêu, ngoài đời ngả vàng. Khách vẫn thích kiểu.",
    "Mô tả ghi {item} hai lớp, thực tế một lớp mỏng.",
    "Hoa văn {item} to hơn hẳn ảnh, khách bảo giá bớt chút thì giữ.",
    "Chất vải {item} thô hơn tưởng, khách hỏi đã đổi nhà cung cấp chưa.",
    "Ảnh mẫu đứng dưới nắng nên {item} nhìn sáng, cần báo đội chụp ảnh.",
  ],
  damaged_in_transit: [
    "Hộp ướt góc, {item} bên trong ẩm và có vết ố.",
    "Kiện bị rạch khi mở băng keo, đứt một đường trên {item}.",
    "{item} nhàu gãy form vì bị đè, khách gửi ba ảnh.",
    "Móc treo gãy chọc thủng {item}, người giao cũng xác nhận.",
    "Mùi xăng bám vào {item}, giặt khô mới hết được.",
  ],
  late_delivery: [
    "Hẹn giao {day}, trễ bốn ngày. Khách đã gọi hai lần.",
    "Đơn quà sinh nhật tới sau sinh nhật một ngày.",
    "Đơn đứng yên ở kho trung chuyển từ {day}, khách tự tra thấy trước mình.",
    "Người giao báo không gặp nhưng khách ở nhà cả buổi.",
    "Khách xin nghỉ nửa ngày chờ hàng mà không ai tới.",
    "Đơn chia làm hai kiện, kiện {item} vẫn chưa thấy đâu.",
    "Trễ lần thứ hai trong tháng với cùng khách này.",
    "Khách cần {item} cho chuyến bay sáng {day}, giờ không kịp nữa.",
  ],
  long_wait: [
    "Khách chờ thanh toán 25 phút vì máy thẻ hỏng.",
    "Hai phòng thử đóng, khách bế con chờ gần nửa tiếng.",
    "Hẹn lấy đồ sửa lúc 5 giờ, thợ chưa xong, khách ngồi đợi tới 6 giờ.",
    "Giờ cao điểm một quầy, khách lớn tuổi đứng lâu, đã mời ghế và nước.",
    "Khách chờ kiểm kho {item} 40 phút rồi hết hàng.",
    "Xếp hàng dài ngày tri ân, khách bỏ về rồi quay lại.",
  ],
  billing_error: [
    "Máy chưa trừ khuyến mãi 20% cho {item}, khách phát hiện khi về nhà.",
    "Quẹt thẻ hai lần cho cùng hóa đơn, đã đối chiếu sao kê.",
    "Tính nhầm giá {item} của mùa mới cho hàng mùa cũ.",
    "Điểm thưởng chưa trừ dù khách đã báo dùng.",
  ],
  staff_mistake: [
    "Bên mình tư vấn {item} giặt máy được, giặt xong hỏng form.",
    "Ca trước nói còn cỡ nên khách chạy từ xa tới, kho không có.",
    "Gắn chip quên tháo, khách bị giữ ở cửa trung tâm thương mại.",
    "Hứa giữ {item} tới {day} mà bán mất, lỗi mình không dán giấy.",
    "Viết sai số đo lên phiếu sửa nên gấu {bottom} ngắn quá.",
    "Bạn mới báo nhầm chương trình, khách đã mua vì tin lời đó.",
  ],
  alteration_fault: [
    "Lên lai {bottom} bên cao bên thấp, khách đi lại lần hai.",
    "Bóp eo {bottom} xong không kéo được khóa.",
    "Sửa tay {top} còn thấy lỗ kim, khách cần mặc {day}.",
    "Hẹn sửa ba ngày, sang ngày thứ sáu vẫn chưa đúng số đo.",
    "Thợ sửa cắt quá tay, {item} giờ ngắn hơn khách muốn.",
    "Khách thử lại sau sửa vẫn cộm ở vai, chuyện này tháng trước cũng có.",
  ],
  changed_mind: [
    "Khách mua vội trước giờ đóng cửa, về nhà thấy giống cái đã có.",
    "Khách muốn trả {item} vì người nhà không thích màu.",
    "Mua hai chiếc để chọn, muốn trả lại một.",
  ],
  aftercare: [
    "Gọi hỏi {item} mua tuần trước, khách khen mặc mát, nhờ gửi cách giặt.",
    "Khách kể {item} được đồng nghiệp hỏi mua, hẹn cuối tuần dẫn bạn tới.",
    "Hỏi thăm sau lần đổi hàng trước, khách nói đã hết bực.",
    "Khách nhắc phòng thử hơi tối, đã ghi lại cho trưởng ca.",
    "Khách im lặng ba tháng nay, gọi thì biết mới chuyển nhà xa.",
    "Hỏi thăm chiếc {item} sửa lần trước, khách mặc vừa rồi.",
    "Khách lớn tuổi không rành đặt mạng, đã chỉ từng bước qua điện thoại.",
  ],
  special_day: [
    "Sinh nhật khách quen, tặng khăn tay thêu.",
    "Khách lấy áo dài cưới, gửi thiệp và hộp bánh nhỏ.",
    "Con khách vào lớp một, khách kể lúc thử đồ.",
    "Khách đậu phỏng vấn nhờ bộ {item}, ghé khoe.",
    "Kỷ niệm 10 năm cưới của hai cô chú mua ở đây từ ngày đầu.",
  ],
};

const IN_ENGLISH = [
  "Zip came apart on the first wear; guest is flying home tomorrow.",
  "Tourist with no receipt, card slip matches the till.",
  "Colour ran in the first hand wash, photos attached.",
  "Parcel delivered to the wrong flat, guest waited all afternoon.",
  "Hem came back shorter than pinned; needs the dress on Saturday.",
  "Charged twice by card, both slips seen.",
];

const WEEKDAYS = ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"] as const;

/** A note on what happened, for a reason of the policy. */
export function noteFor(reason: string, random: Random): string {
  if (random.chance(0.015)) return random.pick(IN_ENGLISH);
  const text = random
    .pick(NOTES[reason] ?? ["Đã nghe khách kể và thống nhất cách làm cùng khách."])
    .replace(/\{(?:item|top|bottom)\}/, (kind) => random.pick(KINDS[kind] ?? TOPS))
    .replace("{day}", random.pick(WEEKDAYS));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What an approver writes beside an approval. */
export const APPROVED_NOTES = [
  "Đồng ý, lỗi rõ của mình.",
  "Duyệt. Nhớ báo xưởng lô này.",
  "Đúng mức, cảm ơn đã giữ khách bình tĩnh.",
  "Đã xem ảnh, hợp lý.",
  "Khách quen nhiều năm, làm đủ cho khách.",
  "Duyệt, gọi lại khách trước khi hết ca nhé.",
  "Được. Lần sau gặp tình huống này cứ báo sớm.",
  "Duyệt, chuyện này không đáng để khách chờ.",
] as const;

export const LESS_NOTES = [
  "Khách vẫn giữ được đồ nên bù một phần là vừa, phần sửa mình làm miễn phí.",
  "Duyệt mức này trước, hàng về kiểm xong còn thiếu thì bù tiếp.",
  "Mức này bằng trường hợp tương tự tuần trước, để khách nào cũng như nhau.",
] as const;

/** Why not, and the words for the customer in both languages. */
export const DECLINES = [
  {
    note: "Ảnh cho thấy rách do vướng móc khi mặc, không phải lỗi may. Sửa miễn phí giúp khách.",
    say: {
      vi: "Dạ, em đã nhờ thợ xem kỹ và lần này chưa hoàn tiền được ạ. Em xin nhận sửa miễn phí và gửi tận nhà trong tuần này ạ.",
      en: "I had our tailor look closely, and this time I can't refund it. I'd like to mend it free of charge and send it home this week.",
    },
  },
  {
    note: "Khách đã được hoàn đủ cho đơn này hôm trước, đây là lần hai cho cùng một lỗi.",
    say: {
      vi: "Dạ, đơn này cửa hàng đã gửi lại đủ tiền hôm trước rồi ạ. Em gửi ảnh xác nhận ngay bây giờ, có gì chưa khớp em xử lý tiếp ạ.",
      en: "We sent the full amount for this order the other day. Here is the confirmation; if anything doesn't match I'll look into it.",
    },
  },
  {
    note: "Chưa có hàng để xem mà mức khá lớn. Mời khách qua cửa hàng gần nhất, bên đó quyết ngay.",
    say: {
      vi: "Dạ, em chưa chuyển tiền ngay được khi chưa thấy món đồ. Em đã báo cửa hàng gần nhà anh/chị, tới nơi là có người giải quyết ngay ạ.",
      en: "I can't send the money before someone has seen it. I've told the shop near you; they'll settle it the moment you come in.",
    },
  },
  {
    note: "Phiếu không giúp được gì khi khách cần hàng. Cho giao gấp trước đã.",
    say: {
      vi: "Dạ, điều cần nhất bây giờ là món đồ, nên em cho giao gấp ngay ạ. Chiều nay em gọi lại để chắc là đã tới tay ạ.",
      en: "What you need now is the parcel, so I'm sending it by express. I'll call this afternoon to make sure it arrived.",
    },
  },
] as const;

export const RETURN_NOTES = [
  "Mức này nằm trong quyền của em rồi, em cứ quyết nhé. Quyết đúng quy tắc thì không ai bắt lỗi cả.",
  "Em xem lại quy tắc hoàn tại quầy: em tự quyết được mức này. Có gì đã có cả ca đứng sau.",
  "Trường hợp này em làm được ngay, không cần chờ duyệt. Lần sau nhìn dòng “còn được dùng” là biết.",
  "Khách đang đứng đó, em hoàn luôn cho khách nhé, đủ quyền rồi.",
] as const;

/** What came of it, in the clerk's words. */
export const RESULT_NOTES = {
  resolved: ["Khách vui, cảm ơn rồi về.", "Khách nhắn lại đã nhận được, hết chuyện.", "Khách mua thêm một món trước khi về.", "Khách nói lần sau vẫn ghé.", "Xong ngay tại quầy, khách cười."],
  partly: ["Khách nhận nhưng vẫn tiếc vì lỡ dịp.", "Còn chờ món đổi về thêm.", "Khách đồng ý, dặn theo tiếp phần còn lại."],
  unresolved: ["Đơn vẫn chưa tới, khách gọi lại hỏi tiếp.", "Khách cần hàng chứ không cần phiếu.", "Khách chưa hài lòng, xin gặp trưởng ca.", "Phiếu gửi rồi mà hàng vẫn nằm ở kho trung chuyển."],
} as const;

/** Quick notes on a customer, without any gesture. */
export const CUSTOMER_NOTES = [
  "Khách nói sẽ ghé lại thứ sáu để thử cỡ khác.",
  "Khách dị ứng len, lần sau tư vấn cotton hoặc lụa.",
  "Khách thích được nhắn tin hơn gọi điện.",
  "Hay mua cho mẹ, mẹ mặc cỡ XL và thích màu trầm.",
  "Khách đi công tác tới cuối tháng, hẹn lấy đồ sau.",
  "Nhắc phòng thử tầng hai cần thêm móc treo.",
  "Khách kể con gái sắp cưới, muốn xem áo dài tháng tới.",
  "Đã xin lỗi chuyện lần trước, khách nói bỏ qua rồi.",
  "Khách hỏi khi nào có lại màu xanh cốm.",
  "Khách nặng tai, nói chậm và đứng bên phải.",
  "Khách khen bạn ca tối gói quà đẹp.",
  "Khách không dùng điện thoại thông minh, cứ gọi số bàn.",
  "Khách ngại nói chuyện tiền trước mặt người khác, mời vào bàn trong.",
  "Đang cân nhắc trả lại cả đơn, nên gọi hỏi trước thứ hai.",
  "Khách muốn nhận hóa đơn công ty, đã ghi mã số thuế ở quầy.",
  "Prefers English, staying until the end of the month.",
] as const;

/** Promises made to customers, with the keeper's words when it is done or missed. */
export const PROMISES = [
  "Gọi lại báo khi xưởng sửa xong khóa kéo",
  "Giữ áo cỡ M màu kem tới cuối tuần",
  "Gửi ảnh chiếc thay thế trước khi giao",
  "Gọi báo giờ giao chính xác cho khách ở nhà nhận",
  "Tìm cỡ S ở các cửa hàng khác và nhắn kết quả",
  "Gửi lại hóa đơn điện tử đã chỉnh tên",
  "Báo khách khi tiền hoàn về tài khoản",
  "Mang chiếc váy đã lên lai tới tận nhà",
  "Hỏi xưởng vì sao lô này ra màu và trả lời khách",
  "Gọi hỏi thăm sau một tuần mặc",
] as const;

export const KEPT_NOTES = ["Đã gọi, khách cảm ơn vì nhớ.", "Xong sớm hơn hẹn một ngày.", "Khách nhận tận tay.", "Đã nhắn ảnh, khách ưng.", null] as const;
export const BROKEN_NOTES = ["Xưởng trả trễ, đã xin lỗi và hẹn lại.", "Ca trước không bàn giao, quên mất.", "Hàng không về kịp, khách đã mua nơi khác."] as const;

export const FELT = [
  ["annoyed", 22], ["disappointed", 26], ["worried", 10], ["tired_of_waiting", 14], ["calm", 22], ["happy", 6],
] as const;
