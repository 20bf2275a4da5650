import { foldText } from "#kernel/text.ts";
import type { Tone } from "#modules/listening/public.ts";
import type { Random } from "./random.ts";

/** Where something was said: one of the demo's touchpoints, or after a decision. */
export type Place = "counter" | "fitting" | "returns" | "alteration" | "hotline" | "chat" | "delivery" | "website" | "case";

const ITEMS = ["chiếc đầm", "áo sơ mi", "chân váy", "áo dài", "quần ống rộng", "áo khoác", "bộ đồ lanh", "áo len", "chiếc vest", "áo kiểu"] as const;

/** What customers write, by where and how they felt. None names anybody. */
const SAID: Readonly<Record<Place, Readonly<Record<Tone, readonly string[]>>>> = {
  counter: {
    high: ["Tính tiền nhanh, gói {item} cẩn thận", "Bạn thu ngân nhớ mình hay mua gì, thấy vui", "Xếp hàng chưa đến hai phút", "Được nhắc còn mã giảm chưa dùng, mình quên mất luôn", "Thu ngân vừa làm vừa cười, dễ chịu"],
    middle: ["Đợi hơi lâu nhưng bạn thu ngân xin lỗi nên cũng thông cảm", "Quầy đông, chỉ một máy chạy", "Hóa đơn in nhầm rồi in lại, cũng được", "Gói quà thì đẹp mà chờ lâu", "Bình thường, không có gì để chê cũng không có gì để nhớ"],
    low: ["Xếp hàng hai mươi phút ở quầy thu ngân giờ tan tầm", "Một quầy mở, ba bạn đứng nói chuyện", "Đến lượt thì máy treo, lại xếp hàng từ đầu", "Hỏi xuất hóa đơn mà mỗi bạn chỉ một chỗ", "Chờ lâu quá nên mẹ mình bỏ về, không mua {item} nữa"],
  },
  fitting: {
    high: ["Bạn tư vấn nói thật là {item} không hợp dáng mình, quý quá", "Phòng thử sạch, đèn dịu", "Được lấy thêm cỡ mà không phải thay đồ ra ngoài gọi", "Thử năm bộ, không ai giục", "Bạn ấy nhìn là biết mình cần rộng vai"],
    middle: ["Phòng thử hơi chật, treo đồ không đủ móc", "Chờ phòng thử cũng được, có ghế ngồi", "Tư vấn tốt mà đèn trong phòng vàng quá, khó nhìn màu", "Có phòng khóa không chặt, mình nhờ chồng đứng canh"],
    low: ["Gọi mãi không ai mang cỡ khác, đành mặc lại đồ đi ra lấy", "Bị nhìn từ đầu đến chân rồi bảo hết cỡ", "Phòng thử chất đầy đồ của người trước", "Đứng chờ phòng thử lâu mà không ai hỏi một câu"],
  },
  returns: {
    high: ["Đổi {item} trong năm phút, không hỏi vặn gì", "Tưởng khó mà đổi dễ, còn được chỉ cách giặt", "Mất hóa đơn vẫn tra ra được, cảm ơn", "Bạn ấy xin lỗi trước khi mình kịp bực"],
    middle: ["Đổi được nhưng phải kể lại hai lần cho hai bạn", "Phải đợi quản lý xuống ký, được cái xong luôn", "Hết cỡ nên lấy phiếu, cũng tạm", "Thủ tục ổn, giá mà có ghế ngồi chờ"],
    low: ["Bị hỏi như thể mình cố tình làm hỏng {item}", "Ba người ba câu trả lời khác nhau về việc đổi trả", "Hẹn gọi lại mà ba ngày không thấy", "Mang đến lần thứ hai vẫn thiếu giấy tờ gì đó"],
  },
  alteration: {
    high: ["Lên gấu {item} chuẩn từng phân, hẹn đúng giờ", "Sửa xong còn là phẳng, mặc đi cưới luôn", "Thợ gọi hỏi lại trước khi cắt, rất yên tâm"],
    middle: ["Sửa đẹp mà trễ một ngày, có nhắn trước", "Bóp eo vừa, đường may trong hơi vụng", "Giá ổn, chờ hơi lâu"],
    low: ["Hẹn thứ Năm, thứ Bảy vẫn chưa xong, không ai báo", "Bóp chật quá phải đem tiệm ngoài nới lại", "Làm mất cúc dự phòng của mình"],
  },
  hotline: {
    high: ["Bạn nghe máy chịu khó nghe hết câu chuyện rồi mới trả lời", "Gọi lần hai không phải kể lại từ đầu, hay thật", "Đúng hẹn gọi lại, không lệch phút nào", "Giọng nhẹ nhàng, giải thích dễ hiểu cho người lớn tuổi"],
    middle: ["Bấm phím hơi nhiều mới gặp người", "Giải quyết được, chờ máy gần mười phút", "Bạn ấy lịch sự mà phải hỏi lại bộ phận khác"],
    low: ["Kể lại chuyện lần thứ ba, mỗi lần một người", "Chờ máy mười lăm phút rồi rớt", "Hứa gọi lại trước năm giờ mà im luôn", "Nói theo bài, không nghe mình hỏi gì"],
  },
  chat: {
    high: ["Trả lời nhanh, gửi ảnh thật của {item}", "Nhắn lúc chín giờ tối vẫn có người", "Tư vấn cỡ chuẩn, mặc vừa in"],
    middle: ["Trả lời được nhưng hơi cụt", "Lúc đầu là tin tự động, sau mới có người", "Gửi bảng cỡ hơi mờ"],
    low: ["Nhắn từ trưa đến tối mới thấy trả lời", "Hỏi một đằng đáp một nẻo", "Đang chat thì đổi người, hỏi lại từ đầu"],
  },
  delivery: {
    high: ["Giao sớm hơn hẹn nửa ngày", "Bạn giao hàng gọi trước, đứng chờ mình thử", "Hộp gói kỹ, {item} không nhăn"],
    middle: ["Giao đúng ngày mà gọi lúc mình đang họp", "Hộp móp một góc, đồ bên trong không sao", "Phí giao hơi cao so với đơn nhỏ"],
    low: ["Báo giao hôm nay, ba hôm sau mới tới, không ai nhắn", "Ném hàng qua cổng lúc trời mưa", "Đơn ghi đã giao mà nhà không nhận được gì", "Lỡ đám cưới vì {item} về trễ", "Đổi giờ giao hai lần không hỏi mình"],
  },
  website: {
    high: ["Dễ tìm cỡ, ảnh thật", "Thanh toán nhanh, không phải tạo tài khoản", "Có số đo người mẫu, tiện so"],
    middle: ["Trang hơi chậm buổi tối", "Lọc theo màu chưa đúng lắm", "Muốn xem thêm ảnh vải cận cảnh"],
    low: ["Màu {item} ngoài đời khác hẳn trên hình", "Bấm thanh toán hai lần bị trừ hai lần", "Giỏ hàng tự mất, chọn lại từ đầu"],
  },
  case: {
    high: ["Được giải quyết ngay tại chỗ, mình bất ngờ", "Bạn ấy nghe rồi mới nói, không đổ cho ai", "Cảm giác được tin, không phải giải thích nhiều", "Xin lỗi thật lòng chứ không đọc bài", "Việc nhỏ mà làm mình muốn quay lại", "Nói một lần là hiểu, khỏi kể thêm", "Đổi {item} xong còn hỏi mình về nhà bằng gì vì trời mưa", "Bạn ấy tự quyết luôn, không bắt mình đợi ai", "Mình đang bực mà tự nhiên nguôi", "Mang {item} tới định cãi, cuối cùng lại cảm ơn", "Nhận tiền lại ngay trước mặt", "Có người gọi hỏi lại hôm sau, lần đầu mình gặp", "Hứa sao làm vậy"],
    middle: ["Xong việc nhưng phải chờ người trên đồng ý", "Được phiếu cũng tốt, mình thích hoàn tiền hơn", "Bạn ấy nhiệt tình, quy định thì rối", "Ổn, chỉ mong lần sau không phải kể hai lần", "Được đổi {item} nhưng hết màu mình thích", "Lúc đầu bạn ấy lúng túng, sau thì ổn", "Cũng xong, mất gần một tiếng", "Hai bên cùng nhường một chút"],
    low: ["Chuyện chưa xong mà đã hỏi hài lòng chưa", "Mình cần {item} trước cuối tuần, phiếu không giúp được gì", "Chờ duyệt lâu, đứng giữa cửa hàng ngại lắm", "Bị trả lời là theo quy định, nghe xong hết muốn nói", "Xin lỗi cho có, mắt vẫn nhìn màn hình", "Sửa {item} hai lần vẫn hỏng chỗ cũ", "Không ai hỏi mình muốn gì", "Phải gọi ba cuộc mới có người nhận việc", "Giải quyết cho xong chứ không phải cho mình"],
  },
};

const MORE: Readonly<Record<Tone, readonly string[]>> = {
  high: ["", "", "", ". Cảm ơn các bạn.", ". Sẽ quay lại.", ", giữ vậy nha.", ". Mình giới thiệu cho chị gái rồi.", ". Lâu rồi mới gặp chỗ thế này.", ", mười điểm."],
  middle: ["", "", "", ". Mong lần sau nhanh hơn.", ". Nói chung tạm.", ", góp ý vậy thôi.", ". Đồ thì vẫn thích.", ". Chắc do cuối tuần."],
  low: ["", "", "", ". Buồn hơn là giận.", ". Mong cửa hàng xem lại.", ", lần sau chắc mua chỗ khác.", ". Không cần đền, chỉ cần một lời báo.", ". Mình khách quen mà thế này.", ". Ai đó đọc giúp với."],
};

/** What those write who answer in English. */
const SAID_IN_ENGLISH: Readonly<Record<Place, Readonly<Record<Tone, readonly string[]>>>> = {
  counter: {
    high: ["Two minutes in line and {item} wrapped like a present", "The cashier reminded me of a voucher I had forgotten"],
    middle: ["Slow queue, but she apologised", "The invoice came out wrong and had to be printed again"],
    low: ["Waited twenty minutes with one till open", "Three people chatting, one till, a long line"],
  },
  fitting: {
    high: ["Honest advice: she told me {item} was not for me", "Nobody hurried me through five outfits"],
    middle: ["Fitting room a bit tight, too few hooks", "Kind staff, but the light is too yellow to judge a colour"],
    low: ["Called three times for another size and nobody came", "The room was full of what the last person tried on"],
  },
  returns: {
    high: ["No fuss at all about the exchange", "Lost my receipt and they still found the order"],
    middle: ["Fine in the end, though I had to explain it twice", "Had to wait for a manager to come down and sign"],
    low: ["I was made to feel like I broke it myself", "Three people gave me three different answers"],
  },
  alteration: {
    high: ["{item} fits perfectly now and was ready on time", "They called to check before cutting, which I liked"],
    middle: ["Good work, one day late, at least they told me", "The seam inside is a little rough"],
    low: ["Promised for Thursday, still not ready on Saturday", "Taken in far too much, had to have it let out elsewhere"],
  },
  hotline: {
    high: ["She listened first and then sorted it out in two minutes", "My second call, and I did not have to start over"],
    middle: ["Polite, but he had to ask another department", "Solved, after ten minutes of music"],
    low: ["Told my story three times to three people", "Promised a call back and never heard again"],
  },
  chat: {
    high: ["Quick answer with real photos of {item}", "Somebody replied at nine in the evening"],
    middle: ["Helpful, if a little short", "An automatic message first, a person later"],
    low: ["Asked at noon, answered at night", "They answered a question I had not asked"],
  },
  delivery: {
    high: ["Parcel came early and beautifully packed", "The driver called first and waited while I tried it on"],
    middle: ["On the right day, but he rang in the middle of a meeting", "One corner of the box was crushed, nothing inside"],
    low: ["Nobody told me the delivery was three days late", "Marked as delivered, and nothing arrived"],
  },
  website: {
    high: ["Easy to find my size, and the photos are real", "Paid in a minute without making an account"],
    middle: ["The size chart is a bit confusing", "Pages are slow in the evening"],
    low: ["The colour of {item} looks nothing like the picture", "Charged twice for one order"],
  },
  case: {
    high: ["Settled on the spot, I did not expect that", "She believed me without a long story", "A real apology, not one read from a card", "They remembered my last visit, which felt special", "I came in to argue and left saying thank you"],
    middle: ["Sorted, but somebody upstairs had to agree", "I would rather have had the money than a voucher", "Friendly, but they had to ask a manager", "It took nearly an hour"],
    low: ["Told it was the rule, and that was the end of it", "Nobody asked what I wanted", "{item} has been mended twice and still comes apart", "Stood in the middle of the shop waiting for an approval"],
  },
};

const ITEMS_IN_ENGLISH = ["the dress", "the shirt", "the skirt", "the áo dài", "the coat", "the linen set", "the jumper", "the blazer"] as const;

const ENGLISH_MORE: Readonly<Record<Tone, readonly string[]>> = {
  high: ["", ".", ". Thank you.", ". Will come back.", ". My sister comes next."],
  middle: ["", ".", ". Not bad overall.", ". Still like the clothes.", ". Just so you know."],
  low: ["", ".", ". Please look into it.", ". More sad than angry.", ". One message would have been enough."],
};

/** Vietnamese as some type it on a phone: without marks, in small letters. */
const UNMARKED = 0.07;
const IN_ENGLISH = 0.24;

export interface Said {
  readonly text: string;
  readonly language: "vi" | "en";
}

/** What customers write, no line twice as long as there are others. */
export class Sayings {
  private readonly used = new Set<string>();

  constructor(private readonly random: Random) {}

  at(place: Place, tone: Tone): Said {
    for (let tries = 0; ; tries += 1) {
      const said = this.draw(place, tone);
      if (this.used.has(said.text) && tries < 40) continue;
      this.used.add(said.text);
      return said;
    }
  }

  private draw(place: Place, tone: Tone): Said {
    const { random } = this;
    if (random.chance(IN_ENGLISH)) {
      const text = random.pick(SAID_IN_ENGLISH[place][tone]).replace("{item}", random.pick(ITEMS_IN_ENGLISH));
      return { text: text.charAt(0).toUpperCase() + text.slice(1) + random.pick(ENGLISH_MORE[tone]), language: "en" };
    }
    const text = random.pick(SAID[place][tone]).replace("{item}", random.pick(ITEMS)) + random.pick(MORE[tone]);
    return { text: random.chance(UNMARKED) ? foldText(text) : text, language: "vi" };
  }
}

/** What colleagues wrote down: said, felt, left unsaid. */
export const WRITTEN_DOWN = [
  { place: "counter", said: "Hỏi sao chỉ mở một quầy, nói xong lại cười bảo không sao.", felt: "mệt vì phải chờ", unsaid: "Đang bế con nhỏ ngủ, không dám nói to." },
  { place: "returns", said: "Chị bảo đổi cỡ thôi, không cần gì hơn.", felt: "thất vọng", unsaid: "Áo mua mặc ngày họp lớp, nay đã qua ngày." },
  { place: "hotline", said: "Bác hỏi đi hỏi lại bao giờ tiền về.", felt: "lo lắng", unsaid: "Lần trước đã bị hẹn rồi quên." },
  { place: "fitting", said: "He said it was good to hear an honest opinion for once.", felt: "happy", unsaid: "Wants two outfits for his daughter's wedding.", english: true },
  { place: "delivery", said: "Anh nói đồ về trễ, giờ cũng không cần gấp nữa.", felt: "bực mình", unsaid: "Quà sinh nhật vợ, đã phải mua tạm món khác." },
  { place: "alteration", said: "Cô chỉ hỏi hôm nào lấy được.", felt: "bình thường", unsaid: "Ngại nhờ sửa lại lần hai vì sợ phiền." },
  { place: "chat", said: "She thanked us for answering so late.", felt: "happy", unsaid: "Works nights and can only shop at that hour.", english: true },
  { place: "counter", said: "Chú hỏi có chỗ ngồi chờ không.", felt: "mệt vì phải chờ", unsaid: "Chân đau nhưng không muốn nhờ ai." },
] as const satisfies readonly { readonly place: Place; readonly said: string; readonly felt: string; readonly unsaid: string; readonly english?: true }[];

/** What customers were answered after a low answer. */
export const ANSWERS = [
  "Đã gọi xin lỗi khách, nói rõ lý do và hẹn ngày xong.",
  "Đã nhắn khách: từ tuần này giờ tan tầm mở thêm một quầy.",
  "Đã gọi, khách nguôi và cảm ơn vì có người đọc.",
  "Đã gửi khách ảnh vải dưới nắng, đổi màu khác cho khách.",
  "Gọi ba lần chưa gặp, đã để lại lời xin lỗi qua tin nhắn.",
  "Đã hỏi bên giao hàng, báo khách nguyên nhân và hoàn phí giao.",
] as const;
