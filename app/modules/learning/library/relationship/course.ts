import type { CourseContent } from "../../domain/content.ts";
import { both, page, question, recall, right, serves, wrong } from "../shorthand.ts";
import { nineYears } from "./scenario.ts";

/** Deciding with the whole relationship in view, and looking after it once the receipt is printed. */
export const relationship: CourseContent = {
  code: "RELATIONSHIP",
  title: both("Một mối quan hệ, không phải một hóa đơn", "A relationship, not a receipt"),
  summary: both(
    "Nhìn cả chặng đường của khách trước khi trả lời, hỏi thăm sau khi bán, giữ lời hẹn, và nhận ra khách đang lặng lẽ rời bỏ.",
    "See the customer's whole way before answering, ask how it went after the sale, keep your promises, and notice those who are quietly leaving.",
  ),
  why: both(
    "Hóa đơn kết thúc khi in xong. Khách thì bắt đầu từ đó: mang về, mặc, giặt, kể với người khác. Câu công ty tự hỏi mỗi tháng là: chúng ta đã trung thành với khách chưa?",
    "A receipt ends when it is printed. For the customer it begins there: taking it home, wearing, washing, telling others. Each month the company asks itself: have we been loyal to our customers?",
  ),
  serves: serves("emotion", both("Được coi là người quen, không phải lượt mua", "Being an acquaintance and not a transaction")),
  skill: "RELATE",
  validMonths: 18,
  verified: true,
  lessons: [
    {
      code: "after-the-receipt",
      kind: "read",
      title: both("Sau khi hóa đơn in xong", "After the receipt is printed"),
      minutes: 4,
      body: page(
        [
          "Một chiếc áo 690.000 ₫. Với máy tính tiền, chuyện đó dài bốn giây. Với khách, nó dài hai năm: lần mặc đầu, lần giặt đầu, lần ai đó khen, lần bung một mũi chỉ và phân vân có nên mang ra tiệm không.",
          "Người bán nhìn hóa đơn sẽ hỏi: *món này mình còn lời bao nhiêu*. Người giữ mối quan hệ hỏi: *người này đã ở với mình bao lâu, và sẽ còn ở bao lâu*. Hai câu hỏi dẫn tới hai quyết định khác nhau cho cùng một chiếc áo.",
          "**Trước khi trả lời, mở chuyện của khách ra.** Ba giây trên Tâm: mua từ bao giờ, lần trước có chuyện gì, lời hứa nào còn treo. Khách không phải kể lại là món quà rẻ nhất và quý nhất.",
          "**Nói thật cả khi mất một món bán.** “Dạ dáng này không hợp vai chị, chị đừng mua.” Hôm đó mất một hóa đơn. Từ hôm đó lời bạn có giá.",
          "**Hỏi thăm khi không có gì để bán.** Một cuộc gọi sau một tuần: “Chị mặc có chỗ nào chưa vừa ý không ạ?” Không kèm khuyến mãi. Khách nhận ra ngay cuộc gọi nào là vì mình, cuộc nào là vì chỉ tiêu.",
          "**Giữ lời hẹn, và báo trước khi sắp lỡ.** Trễ mà báo trước là chuyện nhỏ. Trễ mà im là mất lòng tin.",
          "**Thấy người đang im lặng rời bỏ.** Khách than phiền là khách còn muốn ở. Người đáng lo là người thôi ghé mà không nói gì. Khi thấy một khách quen lâu không tới, đừng gửi phiếu giảm giá trước; hỏi trước: có phải mình đã làm gì không.",
          "Và một điều nữa: mối quan hệ không có hạng. Hạng thẻ cho biết khách đã mua bao nhiêu, không cho biết khách đáng được tôn trọng bao nhiêu. Cùng một lỗi thì cùng một sự chăm sóc.",
        ],
        [
          "A jumper for 690,000 ₫. To the till it lasts four seconds. To the customer it lasts two years: the first wearing, the first wash, the first compliment, the first loose stitch and the doubt whether to bring it in.",
          "Whoever looks at the receipt asks: *how much do we still make on this?* Whoever looks after the relationship asks: *how long have they been with us, and how much longer might they stay?* The two questions lead to different decisions about the same jumper.",
          "**Open their story before you answer.** Three seconds on Tâm: since when, what happened last time, which promise is still open. Not having to tell it again is the cheapest gift there is, and the most precious.",
          "**Tell the truth even when it costs a sale.** “This cut doesn't suit your shoulders; don't buy it.” You lose a receipt that day. From that day on, your word is worth something.",
          "**Ask when there is nothing to sell.** A call after a week: “Is anything about it not quite right?” No offer attached. People know at once which call is for them and which is for a target.",
          "**Keep your promises, and warn before one slips.** Late with a word beforehand is a small thing. Late in silence costs trust.",
          "**See who is quietly leaving.** Those who complain still want to stay. The ones to worry about stop coming and say nothing. When a regular has been away, do not send a discount first; ask first whether it was something you did.",
          "And one thing more: a relationship has no tiers. A tier says how much somebody has bought, not how much respect they are due. The same fault gets the same care.",
        ],
      ),
      remember: both("Nhìn chặng đường của khách trước khi nhìn hóa đơn.", "Look at their whole way before you look at the receipt."),
      recall: [
        recall("silent-leaver", both("Một khách quen lâu không ghé: việc đầu tiên nên làm là gì?", "A regular has stayed away: what comes first?"), both("Hỏi có phải mình đã làm gì không, trước khi gửi bất cứ ưu đãi nào.", "Ask whether it was something you did, before sending any offer.")),
        recall("no-tiers", both("Hạng thẻ cho biết điều gì, và không cho biết điều gì?", "What does a tier tell, and what not?"), both("Khách đã mua bao nhiêu; không cho biết khách đáng được tôn trọng bao nhiêu.", "How much they have bought; not how much respect they are due.")),
        recall("late-with-word", both("Sắp lỡ một lời hẹn với khách thì làm gì?", "A promise is about to slip: what do you do?"), both("Báo trước khi tới giờ, nói rõ giờ mới, rồi giữ đúng giờ mới.", "Say so before the hour, give a new one, and keep it.")),
      ],
    },
    { code: "nine-years", kind: "scenario", title: both("Bốn mươi mốt ngày, chín năm", "Forty-one days, nine years"), minutes: 5, scenario: nineYears, recall: [] },
    {
      code: "which-is-loyal",
      kind: "quiz",
      title: both("Ta đã trung thành chưa", "Have we been loyal?"),
      minutes: 3,
      pass: 3,
      questions: [
        question("honest-fit", both("Khách thích chiếc đầm nhưng mặc không hợp, hỏi “đẹp không em”. Còn thiếu đúng một món là đạt chỉ tiêu ngày.", "A customer loves a dress that does not suit her and asks “Is it nice?” You are one sale short of today's target."), [
          wrong("a", both("“Dạ chị thích là đẹp ạ.”", "“If you like it, it's nice.”"), both("Khéo, và né. Tối nay gương ở nhà sẽ trả lời thay bạn.", "Deft, and evasive. Tonight the mirror at home will answer for you.")),
          wrong("b", both("“Dạ đẹp lắm, chị lấy đi ạ.”", "“Lovely. Do take it.”"), both("Được một món hôm nay. Lần sau chị sẽ dẫn một người bạn theo để hỏi, không hỏi người bán nữa.", "One sale today. Next time she brings a friend to ask, and no longer asks you.")),
          right("c", both("“Dạ màu này hợp chị, dáng thì chưa. Chị thử giúp em chiếc này, nếu không ưng thì mình chờ hàng mới.”", "“The colour is you, the cut isn't. Try this one for me; if it's not right, let's wait for the new arrivals.”"), both("Nói thật kèm một lối đi. Bạn chấp nhận có thể không bán được gì.", "The truth, with a way on. You accept that you may sell nothing.")),
        ]),
        question("care-call", both("Bạn gọi hỏi thăm sau mua, khách nói áo ổn. Làm gì tiếp?", "You make a courtesy call; the coat is fine. What next?"), [
          right("a", both("Cảm ơn, chúc mặc vui, lưu điều khách thích, kết thúc trong một phút.", "Thank them, wish them joy of it, note what they like, and end within a minute."), both("Cuộc gọi giữ đúng lời: hỏi thăm là hỏi thăm.", "The call keeps its word: a courtesy call is a courtesy call.")),
          wrong("b", both("Nhân tiện giới thiệu bộ sưu tập mới.", "Mention the new collection while you are at it."), both("Từ lần sau, khách thấy số của bạn là biết sắp được mời mua.", "From now on your number on the screen means an offer.")),
          wrong("c", both("Xin khách chấm năm sao giúp.", "Ask for five stars."), both("Bạn vừa biến sự quan tâm thành một khoản phải trả.", "You have just turned care into a bill.")),
        ]),
        question("promise-slip", both("Bạn hẹn 16 giờ gọi lại cho khách, 15:50 vẫn chưa có câu trả lời.", "You promised to call at 4 p.m. It is 3.50 and there is no answer yet."), [
          wrong("a", both("Chờ có câu trả lời rồi gọi luôn một thể.", "Wait for the answer, then call."), both("16 giờ khách nhìn điện thoại. Mỗi phút im là một phút nghĩ rằng mình bị quên.", "At four they look at the phone. Each silent minute says they were forgotten.")),
          right("b", both("Gọi lúc 15:55: chưa có kết quả, đang chờ ai, giờ hẹn mới.", "Call at 3.55: no result yet, whom you wait for, the new time."), both("Lời hẹn là cuộc gọi, không phải kết quả. Bạn đã giữ lời.", "The promise was the call, not the result. You kept it.")),
          wrong("c", both("Nhắn tin tự động xin lỗi vì chậm trễ.", "Send an automatic message apologising for the delay."), both("Có báo còn hơn im, nhưng khách được hứa một người gọi.", "Better than silence, but what they were promised was a person.")),
        ]),
      ],
      recall: [],
    },
    {
      code: "call-with-nothing-to-sell",
      kind: "practice",
      title: both("Gọi mà không bán gì", "A call with nothing to sell"),
      minutes: 3,
      task: both(
        "Chọn hai khách đã mua từ một tới ba tuần trước. Mở chuyện của khách trên Tâm, gọi hỏi thăm món đồ, không giới thiệu gì thêm. Kể lại khách nói gì, cảm thấy gì, điều gì chưa nói ra; điều gì nên nhớ thì lưu vào hồ sơ.",
        "Choose two customers who bought one to three weeks ago. Open their story in Tâm, ring to ask how it is wearing, and offer nothing. Report what they said, felt and left unsaid; save on their record what is worth remembering.",
      ),
      times: 2,
      observe: [
        both("Xem chuyện cũ của khách trước khi gọi", "Looks at the customer's story before calling"),
        both("Không nhắc tới hàng mới hay khuyến mãi", "Does not mention new goods or offers"),
        both("Nghe được một điều chưa vừa ý và làm một việc vì nó", "Hears something that is not quite right and does one thing about it"),
      ],
      recall: [],
    },
    {
      code: "where-not-loyal",
      kind: "reflection",
      title: both("Chỗ ta chưa trung thành", "Where we were not loyal"),
      minutes: 2,
      prompt: both(
        "Nghĩ tới một khách quen đã thôi ghé. Lần cuối họ tới đây, chuyện gì đã xảy ra, hay đã không xảy ra? Nếu được gọi cho họ một cuộc, câu đầu tiên bạn nói là gì?",
        "Think of a regular who stopped coming. What happened the last time, or failed to happen? If you could make one call, what would your first sentence be?",
      ),
      recall: [],
    },
  ],
};
