import type { Role } from "#access/roles.ts";
import type { VALUES } from "../recognition/values.ts";

export type ValueCode = (typeof VALUES)[number]["code"];

/** Who of the company: anybody with this role in this department, so that no story hangs on one sign-in. */
export interface Somebody {
  readonly role: Role;
  readonly department: "BOARD" | "RETAIL" | "CARE" | "ONLINE" | "DELIVERY" | "HRCX" | "FINANCE" | "MARKETING" | "IT";
}

/** The record that a story grew out of, by what to look for; `none`: told from memory. */
export type StorySource =
  | { readonly kind: "decision"; readonly gesture: string; readonly reason: string }
  | { readonly kind: "feedback"; readonly about: "store" | "hotline" | "online" | "delivery" }
  | { readonly kind: "recognition"; readonly value: ValueCode }
  | { readonly kind: "none" };

/** A story as it was told, in the one language it was told in; nobody in it has a name. */
export interface DemoStory {
  readonly code: string;
  readonly language: "vi" | "en";
  readonly daysAgo: number;
  readonly teller: Somebody;
  readonly value: ValueCode;
  readonly source: StorySource;
  readonly title: string;
  readonly happened: string;
  readonly felt: string;
  readonly unsaid: string;
  readonly done: string;
  readonly changed: string;
  /** What colleagues answered to “what would you have done?”, in the story's language. */
  readonly responses: readonly { readonly by: Somebody; readonly text: string }[];
}

const shopClerk: Somebody = { role: "frontline", department: "RETAIL" };
const shiftLead: Somebody = { role: "supervisor", department: "RETAIL" };
const shopManager: Somebody = { role: "manager", department: "RETAIL" };
const agent: Somebody = { role: "frontline", department: "CARE" };
const agentLead: Somebody = { role: "supervisor", department: "CARE" };
const online: Somebody = { role: "frontline", department: "ONLINE" };
const courier: Somebody = { role: "frontline", department: "DELIVERY" };
const warehouseLead: Somebody = { role: "supervisor", department: "DELIVERY" };
const finance: Somebody = { role: "manager", department: "FINANCE" };
const marketing: Somebody = { role: "manager", department: "MARKETING" };
const leader: Somebody = { role: "leader", department: "BOARD" };
const hr: Somebody = { role: "hr", department: "HRCX" };

/** Fifteen stories of the company, four of them told in English. */
export const STORIES: readonly DemoStory[] = [
  {
    code: "receipt-for-a-button", language: "vi", daysAgo: 19, teller: shopClerk, value: "MEND", source: { kind: "decision", gesture: "repair", reason: "product_fault" },
    title: "Tờ hóa đơn cho một cái cúc",
    happened: "Bác khách đưa chiếc sơ mi thiếu một cúc, xin mua lại cúc rời. Em hỏi hóa đơn theo thói quen. Bác lục ví mất mấy phút, rút ra cả xấp giấy xe buýt, đơn thuốc, rồi nói thôi để bác về tìm.",
    felt: "Bác ngượng với hàng người phía sau. Bác cứ xin lỗi, trong khi người phải xin lỗi là em.",
    unsaid: "Bác đi hai chuyến xe từ ngoại thành. Về tìm hóa đơn nghĩa là hôm nay coi như công cốc.",
    done: "Em lật cổ áo, nhãn của mình còn nguyên. Em đơm cúc ngay tại quầy, thêm một cúc dự phòng vào túi áo, mất bốn phút, không lấy tiền.",
    changed: "Em báo vướng mắc: hỏi hóa đơn cho một chiếc cúc tốn công khách hơn tiền công mình. Giờ chỉ cần nhãn còn trên áo là nhận sửa.",
    responses: [
      { by: shopClerk, text: "Em cũng hỏi y vậy, đọc xong mới thấy mình hỏi cho mình chứ không phải cho khách." },
      { by: shiftLead, text: "Tôi sẽ để sẵn hộp cúc ở quầy. Từ tuần này có rồi." },
      { by: finance, text: "Bên kế toán chưa bao giờ cần hóa đơn cho việc này. Lẽ ra phải nói với các bạn sớm hơn." },
    ],
  },
  {
    code: "four-o-clock", language: "vi", daysAgo: 27, teller: agentLead, value: "OWN", source: { kind: "decision", gesture: "callback", reason: "late_delivery" },
    title: "Lời hẹn bốn giờ chiều",
    happened: "Một bạn trong nhóm hẹn gọi lại cho khách lúc bốn giờ về đơn trễ. Ba giờ năm mươi kho vẫn chưa trả lời. Bạn quay sang hỏi tôi: chưa có gì thì gọi làm chi ạ?",
    felt: "Chị khách hôm trước đã chờ một cuộc không đến. Lần này chị để máy trên bàn họp, xin phép mọi người trước.",
    unsaid: "Chị không chờ kết quả. Chị chờ xem lời của mình có đáng tin không.",
    done: "Bạn gọi đúng bốn giờ: chưa có tin, đang chờ kho, năm rưỡi em gọi nữa. Năm giờ hai mươi lăm có tin, bạn gọi ngay.",
    changed: "Cả nhóm thống nhất: lời hẹn là cuộc gọi, không phải kết quả. Lời hẹn sắp tới giờ nay hiện đầu danh sách của mỗi người.",
    responses: [
      { by: agent, text: "Em từng để trễ vì đợi có tin rồi gọi một thể. Khách gọi lên trước em ba phút, em không biết nói gì." },
      { by: shopClerk, text: "Ở quầy cũng vậy. Em hẹn khách mười phút thì đúng mười phút em ra nói, dù mới may được nửa lai." },
    ],
  },
  {
    code: "fifth-floor", language: "vi", daysAgo: 31, teller: courier, value: "CARE", source: { kind: "feedback", about: "delivery" },
    title: "Hộp hàng lên tầng năm",
    happened: "Chung cư hỏng thang máy. Ông khách dặn qua điện thoại: chú cứ để ở bàn bảo vệ, tôi xuống lấy. Giọng ông thở mạnh giữa hai chữ.",
    felt: "Ông ngại làm phiền. Lúc mở cửa ông cứ nói mãi câu phiền chú quá.",
    unsaid: "Ông mới mổ khớp gối. Trong hộp là áo ấm con gái gửi từ xa, ông mong từ tuần trước mà không dám giục.",
    done: "Tôi leo năm tầng, mở hộp cho ông thử luôn vì tay ông run, gọi video cho chị con gái thấy bố mặc vừa.",
    changed: "Tôi ghi vào hồ sơ: giao tận cửa, gọi trước mười lăm phút. Tuyến này ai chạy cũng biết. Kho thêm một dòng khách cần giao tận cửa trên phiếu.",
    responses: [
      { by: warehouseLead, text: "Năm tầng mất tám phút. Xếp lại tuyến là có tám phút ấy, không cần ai phải chạy bù." },
      { by: courier, text: "Nghe tiếng thở là biết. Từ hôm đọc chuyện này tôi hỏi thêm một câu: bác xuống có tiện không." },
    ],
  },
  {
    code: "lamp-light", language: "vi", daysAgo: 44, teller: online, value: "MEND", source: { kind: "decision", gesture: "partial_refund", reason: "not_as_pictured" },
    title: "Màu rêu dưới đèn vàng",
    happened: "Khách nhắn: ảnh trên trang màu rêu, ngoài đời ngả vàng. Chị vẫn thích kiểu, hỏi bớt chút được không. Em hoàn một phần trong hai phút. Rồi em kéo lên xem: tháng đó là chị thứ chín.",
    felt: "Chị hụt hẫng, nhưng nói rất nhẹ, như người quen bị hụt rồi.",
    unsaid: "Chị mua để mặc cùng chị em trong lễ giỗ, cả nhà hẹn nhau một màu.",
    done: "Em xin lỗi, hoàn một phần, tìm thêm cho chị chiếc khăn đúng màu rêu để kéo sắc áo lại.",
    changed: "Em gom chín tin thành một báo cáo, kèm ảnh chụp ban ngày. Bên hình ảnh chụp lại mười hai màu dưới ánh sáng thường. Ba tuần sau tin nhắn về màu chỉ còn hai.",
    responses: [
      { by: online, text: "Em từng hoàn cho ba người mà không đếm. Từ nay em đếm." },
      { by: marketing, text: "Đèn vàng làm ảnh đẹp hơn thật. Đẹp hơn thật thì là hứa quá." },
    ],
  },
  {
    code: "stood-beside", language: "vi", daysAgo: 55, teller: shiftLead, value: "BESIDE", source: { kind: "recognition", value: "BESIDE" },
    title: "Tôi chỉ đứng cạnh",
    happened: "Chiều thứ bảy, một khách mắng bạn nhân viên mới về chuyện chờ thử đồ. Tiếng to dần, bắt đầu mắng vào người chứ không còn vào việc. Bạn ấy đứng im, tay vẫn gấp đi gấp lại một chiếc áo.",
    felt: "Khách giận thật: chờ bốn mươi phút, con nhỏ khóc. Bạn nhân viên thì sợ, và xấu hổ vì mình sợ.",
    unsaid: "Khách sắp trễ giờ đón đứa lớn. Còn bạn tôi, đó là ngày thứ sáu đi làm.",
    done: "Tôi ra đứng cạnh, ngang vai, không giành lời. Tôi nói với khách: dạ chị chờ bốn mươi phút với bé, em xin lỗi; phòng số ba trống rồi, em đi cùng chị. Với bạn tôi, tôi nói nhỏ: vào uống nước mười phút.",
    changed: "Cuối ca chúng tôi dán lại bảng: ai thấy đồng nghiệp bị mắng thì ra đứng cạnh, không cần hỏi. Sau mỗi chuyện như vậy được nghỉ mười phút, thành quy tắc.",
    responses: [
      { by: shopClerk, text: "Em là người ngày thứ sáu ở một cửa hàng khác. Không ai ra. Em nhớ mãi cái im lặng đó." },
      { by: shopManager, text: "Tôi hay ra và nói thay. Đọc xong thấy nói thay cũng là làm bạn ấy nhỏ đi." },
      { by: agent, text: "Trên điện thoại thì mình ra dấu. Nhóm em có một dấu tay riêng." },
    ],
  },
  {
    code: "wedding-thread", language: "vi", daysAgo: 8, teller: shopClerk, value: "OWN", source: { kind: "decision", gesture: "refund", reason: "product_fault" },
    title: "Chỉ thêu trước ngày đón dâu",
    happened: "Cô khách mang áo dài gấm tuột chỉ thêu ngay ngực, mai đón dâu. Mức hoàn vượt phần của em. Em xin duyệt, bảy phút có trả lời, nhưng tiền không phải là thứ cô cần lúc đó.",
    felt: "Cô không trách. Cô run, và cứ hỏi một câu: kịp không con.",
    unsaid: "Cô may áo này từ đám hỏi, nhịn ăn sáng cả tháng cho vừa. Cô sợ ngày vui của con mà mẹ phải mặc đồ cũ.",
    done: "Trong bảy phút chờ, em gọi xưởng thêu. Em mang áo đi, ngồi đợi, tám giờ tối đưa tận nhà. Tiền thì trưởng ca đã duyệt.",
    changed: "Cửa hàng giờ có danh sách ba thợ thêu nhận gấp. Phần xin duyệt cho đồ cưới được đề nghị nới hạn mức, vì lần nào cũng được duyệt.",
    responses: [
      { by: shopClerk, text: "Em sẽ chờ duyệt xong mới làm gì tiếp. Bảy phút ấy em sẽ chỉ đứng nhìn cô lo." },
      { by: leader, text: "Câu “kịp không con” đáng treo trong phòng họp hơn mọi biểu đồ." },
    ],
  },
  {
    code: "overturned", language: "vi", daysAgo: 74, teller: shopManager, value: "BESIDE", source: { kind: "decision", gesture: "refund", reason: "staff_mistake" },
    title: "Lần tôi lật một quyết định đúng",
    happened: "Năm ngoái, một bạn hoàn tiền đúng thẩm quyền cho khách bị tư vấn nhầm cỡ. Tôi thấy con số tháng xấu, gọi khách xin đổi sang phiếu. Khách đồng ý. Tôi tưởng mình vừa cứu được bốn trăm nghìn.",
    felt: "Khách im một lúc rồi nói cũng được em. Bạn nhân viên không nói gì suốt buổi.",
    unsaid: "Khách không dùng tờ phiếu ấy, tới giờ vẫn chưa ghé. Bạn nhân viên từ hôm đó hỏi tôi mọi thứ, kể cả khoản năm mươi nghìn.",
    done: "Nửa năm sau tôi xin lỗi bạn ấy trước cả ca, và gọi cho khách trả lại tiền. Muộn, nhưng làm.",
    changed: "Giờ khi thấy tiếc một khoản, tôi tự hỏi mình đang tiếc cho ai. Việc lật lại đứng tên tôi trong sổ việc đã làm, ai cũng xem được.",
    responses: [
      { by: shiftLead, text: "Tôi từng làm vậy hai lần. Tôi sẽ gọi hai cuộc." },
      { by: hr, text: "Cảm ơn anh/chị đã kể chuyện không đẹp về mình. Chuyện này dạy nhiều hơn mười chuyện đẹp." },
      { by: shopClerk, text: "Em muốn quản lý nào cũng đọc. Em không dám gửi, nên em lưu lại." },
    ],
  },
  {
    code: "flooded-street", language: "vi", daysAgo: 63, teller: warehouseLead, value: "CARE", source: { kind: "decision", gesture: "courtesy_call", reason: "late_delivery" },
    title: "Mưa ngập, gọi trước",
    happened: "Bốn giờ chiều mưa lớn, xe không ra nổi. Hai mươi bảy đơn hẹn trong ngày. Thói quen cũ là chờ khách hỏi rồi mới trả lời.",
    felt: "Người đầu tiên tôi gọi ngạc nhiên: đơn có sao đâu mà em gọi. Nghe xong chị cười, nói thôi mai cũng được, các em đừng chạy ra mưa.",
    unsaid: "Trong hai mươi bảy người có hai người cần thật: một áo tang, một bộ đồ đi phỏng vấn. Họ sẽ không bao giờ gọi lên giục.",
    done: "Cả kho chia nhau gọi trong bốn mươi phút. Hai đơn cần thật, chúng tôi nhờ cửa hàng gần nhất giao bằng xe máy đường cao.",
    changed: "Từ đó hễ báo mưa lớn là có danh sách gọi trước, đơn có dịp nằm trên cùng. Số cuộc khách gọi hỏi hôm mưa giảm hơn một nửa.",
    responses: [
      { by: agent, text: "Hôm mưa nào tổng đài cũng ngập theo. Lần đó em tưởng máy hư vì yên quá." },
      { by: courier, text: "Khách bảo đừng chạy ra mưa, tôi nghe mà ấm cả buổi." },
    ],
  },
  {
    code: "forty-minutes", language: "vi", daysAgo: 90, teller: agent, value: "HEAR", source: { kind: "recognition", value: "HEAR" },
    title: "Cuộc gọi bốn mươi phút",
    happened: "Bà khách gọi hỏi cách giặt khăn len. Em trả lời trong một phút. Bà cảm ơn, rồi không cúp máy. Bà kể về chiếc khăn, về ông, về cái Tết ông mua nó.",
    felt: "Giọng bà vui, rồi chậm lại, rồi nghẹn ở chữ hồi đó.",
    unsaid: "Ông mất ba tháng. Chiếc khăn dính vết trà của ông, bà sợ giặt thì mất cả mùi.",
    done: "Em không ngắt lời. Cuối cùng em chỉ bà cách giặt riêng đúng một góc. Thời gian xử lý của em hôm đó đỏ rực.",
    changed: "Nhóm trưởng đọc lại cuộc gọi rồi bỏ thời gian xử lý khỏi bảng xếp hạng, chỉ giữ để xếp ca. Ba bạn khác nói họ từng cúp máy sớm vì con số ấy.",
    responses: [
      { by: agentLead, text: "Tôi từng nhắc bạn ấy về thời gian. Tôi xin lỗi, và tôi đã đổi." },
      { by: online, text: "Chat thì khách im là mình đóng. Giờ em chờ thêm một tin: chị còn điều gì muốn nói không ạ." },
    ],
  },
  {
    code: "accountant-at-counter", language: "vi", daysAgo: 101, teller: finance, value: "MEND", source: { kind: "none" },
    title: "Kế toán một buổi đứng quầy",
    happened: "Tôi xuống quầy ngồi một buổi để hiểu vì sao hồ sơ hoàn tiền hay thiếu tờ xác nhận thứ hai. Khách thứ ba hỏi tôi: em ký vậy một tờ chưa đủ hả? Tôi là người đặt ra tờ thứ hai.",
    felt: "Chị khách không bực. Chị tò mò thật, và câu hỏi ấy khó hơn mọi lời than phiền.",
    unsaid: "Con chị đang chờ ngoài xe. Ba phút ký tờ thứ hai là ba phút chị ngoái ra cửa sáu lần, tôi đếm.",
    done: "Tôi về tra lại: trong một năm, tờ thứ hai phát hiện được đúng không trường hợp nào. Tôi đề nghị bỏ.",
    changed: "Hồ sơ hoàn tiền còn một tờ. Mỗi ca đỡ chừng hai mươi phút. Phòng tôi giờ mỗi quý có một buổi đứng quầy, ghi trong lịch, không dời.",
    responses: [
      { by: shopClerk, text: "Hôm đó em tưởng kế toán xuống kiểm tra. Hóa ra xuống học." },
      { by: leader, text: "Mỗi phòng ban có một tờ thứ hai. Tôi muốn biết của phòng tôi là tờ nào." },
    ],
  },
  {
    code: "two-hours-on-the-line", language: "vi", daysAgo: 38, teller: leader, value: "HEAR", source: { kind: "none" },
    title: "Hai giờ ngồi tổng đài",
    happened: "Tôi hứa mỗi tháng ngồi tổng đài hai giờ. Tháng này cuộc thứ tư là một anh phải gọi lần thứ ba vì đổi cỡ. Tôi mở hồ sơ, thấy hai lần trước đều được ghi là đã xong.",
    felt: "Anh mệt hơn là giận. Anh nói: anh chỉ muốn gặp người nào quyết được.",
    unsaid: "Anh là người khuyết tật tay, tự ra bưu cục gửi trả rất khó. Không ô nào trên màn hình hỏi điều đó.",
    done: "Tôi không biết bấm đổi hàng. Bạn ngồi cạnh chỉ tôi, và chỉ luôn là đổi thì giao và nhận cùng lúc được. Anh không phải ra bưu cục nữa.",
    changed: "“Đã xong” giờ chỉ được bấm khi khách nói là xong. Và tôi phải học khóa quyền tự quyết như mọi người, vì tôi ký chính sách mà không biết dùng nó.",
    responses: [
      { by: agent, text: "Hôm đó sếp hỏi em “cái này em được quyết à”. Em nói dạ được. Em thấy vui lạ." },
      { by: agentLead, text: "Chữ “đã xong” đổi nghĩa là cả báo cáo đổi theo. Tháng đầu số xấu đi, và đúng hơn." },
    ],
  },
  {
    code: "kind-no", language: "en", daysAgo: 34, teller: shopClerk, value: "OWN", source: { kind: "decision", gesture: "replacement", reason: "changed_mind" },
    title: "I said no, and she came back with her sister",
    happened: "She had changed her mind about a linen suit and wanted the money. That is one of the few things we may not do. My palms were wet, because saying no to a nice person is harder than saying it to a rude one.",
    felt: "She was embarrassed to ask, and braced for a lecture about the policy.",
    unsaid: "She had lost a job offer that week. The suit was for a desk that was not going to be hers.",
    done: "I told her straight away that I couldn't refund it, so she wouldn't have to wait for a maybe. Then I asked what she'd be wearing these next weeks instead. We exchanged it for two things she could wear anywhere, and I kept her size on record.",
    changed: "We practise the three parts of a no at line-up now: what I can't do, said at once; who decides, if anybody; what I can do this minute. A month later she came in with her sister and a new job.",
    responses: [
      { by: shopClerk, text: "I would have said I'd ask. It feels kinder, and it only moves the no to tomorrow." },
      { by: online, text: "In writing I put the no in the first line now. Nobody has complained about that yet." },
    ],
  },
  {
    code: "ten-minutes-on-the-stairs", language: "en", daysAgo: 49, teller: agent, value: "BESIDE", source: { kind: "none" },
    title: "Ten minutes on the stairs",
    happened: "A caller told me what he thought of me for a quarter of an hour. Not of the parcel, of me. My lead took the line over. I went out to the stairs and meant to be back in a minute.",
    felt: "He was frightened, I think; the parcel held his mother's clothes for a funeral. I was shaking, and angry with myself for shaking.",
    unsaid: "He could not say the word funeral. I only read it in the note my lead wrote afterwards.",
    done: "I pressed the button that says it was a hard one. Somebody from another team came and sat two steps below me, said nothing for a while, then asked whether I wanted tea or quiet. I said quiet.",
    changed: "Ten minutes after such a call are in the rules now, and nobody's figures count them. The clothes got there by express the same night. He rang the next day and asked for me.",
    responses: [
      { by: agentLead, text: "I used to ask “can you carry on?” Everybody says yes to that. Now I ask “tea or quiet?”" },
      { by: shopClerk, text: "We have no stairs. We have the stockroom, and a stool with nobody's name on it." },
    ],
  },
  {
    code: "held-campaign", language: "en", daysAgo: 82, teller: marketing, value: "CARE", source: { kind: "feedback", about: "online" },
    title: "The message we did not send",
    happened: "On a Thursday we were about to send forty thousand people an offer for the very shirt that had been coming apart. Three hundred of them had an open complaint about it. The list came from our system, the complaints sat in another, and for years nobody had laid one over the other.",
    felt: "I felt found out. A customer had written the week before: “Yesterday I complained about it, today you want to sell me another.”",
    unsaid: "What she did not write is that she took it to mean that nobody had read her complaint. She was right.",
    done: "We held the message for everybody with an open case and wrote to the three hundred by hand, a dozen each, before anything else.",
    changed: "An open complaint now holds advertising by itself until the customer says it is settled. We sold less of that shirt that week. The week after, the workshop had mended it.",
    responses: [
      { by: marketing, text: "My target that month counted messages sent. We changed the target as well, or we would do it again." },
      { by: agent, text: "I answered nine of those three hundred. Four said it was the first time anyone from marketing had written to them without selling." },
    ],
  },
  {
    code: "it-does-not-matter", language: "en", daysAgo: 16, teller: online, value: "HEAR", source: { kind: "feedback", about: "online" },
    title: "The customer who said it didn't matter",
    happened: "The belt was missing from a dress. She wrote: “It doesn't matter, I just thought I'd mention it.” I had two lines ready, sorry and a voucher, and my finger on the key.",
    felt: "Small. She apologised twice for writing about something so unimportant.",
    unsaid: "She had been told at work that morning that she made a fuss about everything. She was trying not to.",
    done: "I deleted my two lines and wrote that it did matter: the dress is cut for the belt. I sent the belt by express and asked whether anything else in the box had not been as it should. The buttons had not.",
    changed: "Two more had no belt that week. The packing list now names the parts and not only the piece. And I have stopped writing “no problem” to people who say sorry.",
    responses: [
      { by: online, text: "I would have sent the voucher. It says thank you and please stop." },
      { by: warehouseLead, text: "We packed what the list said. The list said one dress. Thank you for the second question." },
    ],
  },
];
