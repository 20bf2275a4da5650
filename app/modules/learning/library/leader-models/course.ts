import type { CourseContent } from "../../domain/content.ts";
import { both, page, question, recall, right, serves, wrong } from "../shorthand.ts";
import { threePercentShort } from "./scenario.ts";

/** For leaders: the example is set when it costs something, and everybody watches. */
export const leaderModels: CourseContent = {
  code: "LEADER-MODELS",
  title: both("Làm gương khi phải trả giá", "Setting the example when it costs"),
  summary: both(
    "Dành cho người quản lý mọi cấp: giữ lời với khách và với người của mình khi mất doanh số, thời gian hay thể diện; nói ra điều đã chấp nhận mất.",
    "For leaders at every level: keep faith with customers and with your people when it costs revenue, time or face, and say aloud what was given up.",
  ),
  why: both(
    "Nhân viên không đọc giá trị trên tường, họ đọc lịch làm việc và phản xạ của người quản lý. Mười bài phát biểu không bằng một lần đứng ra nhận phần mình khi con số đang xấu.",
    "People do not read the values on the wall; they read their manager's calendar and reflexes. Ten speeches weigh less than once owning your part while the figures are bad.",
  ),
  serves: serves("expectation", both("Gặp một người dám quyết, vì biết phía sau có người đỡ", "Meeting somebody who dares to decide, because someone stands behind them")),
  skill: "LEAD",
  validMonths: 24,
  verified: false,
  lessons: [
    {
      code: "price-tag",
      kind: "read",
      title: both("Giá trị có bảng giá", "Values have a price tag"),
      minutes: 4,
      body: page(
        [
          "Ai cũng làm gương được vào ngày đẹp trời. Giá trị chỉ lộ ra ở chỗ giao nhau: giữa lời đã hứa với khách và con số cuối tháng, giữa bênh một người mới và giữ mặt mũi với cấp trên, giữa hai giờ ngồi tổng đài và một cuộc họp quan trọng hơn.",
          "Người quản lý dạy bằng bốn thứ, ngoài ý muốn của mình:",
          "- **Câu hỏi đầu tiên.** “Doanh số bao nhiêu” hay “khách có sao không”. Cả đội chuẩn bị câu trả lời cho câu anh/chị hỏi trước.\n- **Cuốn lịch.** Giờ nào dành cho khách, giờ ấy có bị dời không, và bị dời vì cái gì.\n- **Phản xạ khi có tin xấu.** Tìm người hay tìm chỗ hở.\n- **Người được khen.** Người bán giỏi hay người giữ lời.",
          "Muốn làm gương mà không thành trình diễn, có ba phép thử. *Việc này có mất gì không?* Không mất gì thì là tiện tay. *Có ai ở quầy thấy khác đi không?* Không ai thấy thì là lời nói. *Tháng sau còn không?* Không còn thì là phong trào.",
          "Khi một người quyết đúng thẩm quyền mà kết quả xấu, anh/chị có khoảng mười phút. Trong mười phút ấy cả đội học được quyền tự quyết là thật hay là của những tháng đủ chỉ tiêu. Nói ba câu: **“Quyết định đúng vào lúc ra nó. Phần may rủi công ty chịu. Phần của tôi là…”**",
          "Và viết ra. Nhật ký quyết định không để khoe. Nó ghi *đã chọn gì, đã chấp nhận mất gì, vì ai*. Sáu tháng sau đọc lại, anh/chị thấy mình thật sự coi điều gì là quan trọng.",
          "Cũng có lúc anh/chị không giữ được lời. Khi ấy làm gương là nói trước, nói thẳng, và nói hạn mới. Người ta tha cho người thất hứa mà báo trước. Người ta không tha cho người quên.",
        ],
        [
          "On a fine day anybody can set an example. Values show where two roads cross: the promise to a customer and the figure at the end of the month; standing up for a newcomer and keeping face upwards; two hours at the hotline and a meeting that matters more.",
          "Leaders teach by four things, whether they mean to or not:",
          "- **The first question.** “What are the sales?” or “Is the customer all right?” The team prepares answers to whatever you ask first.\n- **The calendar.** Which hours belong to customers, whether they get moved, and what for.\n- **The reflex at bad news.** Looking for a person, or for the gap.\n- **Who gets praised.** Those who sell, or those who keep their word.",
          "Three tests tell an example from a performance. *Does it cost anything?* If not, it was convenient. *Does anybody at the counter see a difference?* If not, it was talk. *Will it be there next month?* If not, it was a campaign.",
          "When somebody decided within their authority and it went badly, you have about ten minutes. In them the team learns whether authority is real or belongs to months that meet their target. Say three things: **“It was right when it was taken. The luck is the company's. My own part is…”**",
          "And write it down. A decision log is not for show. It says *what was chosen, what was given up, for whom*. Read it after six months and you will see what you truly hold important.",
          "There will be times when you cannot keep your word. Then the example is to say so first, plainly, with a new date. People forgive a broken promise that was announced. They do not forgive a forgotten one.",
        ],
      ),
      remember: both("Không mất gì thì chưa phải làm gương.", "If it costs nothing, it is not yet an example."),
      recall: [
        recall("three-tests", both("Ba phép thử để biết một việc là làm gương thật?", "Which three tests tell a real example?"), both("Có mất gì không, ở quầy có ai thấy khác không, tháng sau còn không.", "Does it cost anything, does the counter see a difference, will it be there next month.")),
        recall("ten-minutes", both("Người của mình quyết đúng thẩm quyền mà kết quả xấu: nói ba câu nào?", "Your people decided within authority and it went badly: which three things do you say?"), both("Quyết định đúng vào lúc ra nó; phần may rủi công ty chịu; phần của tôi là…", "It was right when taken; the luck is the company's; my own part is…")),
        recall("first-question", both("Vì sao câu hỏi đầu tiên của người quản lý quan trọng?", "Why does a leader's first question matter?"), both("Cả đội chuẩn bị câu trả lời cho điều được hỏi trước.", "The team prepares answers to whatever is asked first.")),
      ],
    },
    { code: "three-percent-short", kind: "scenario", title: both("Thiếu ba phần trăm", "Three percent short"), minutes: 5, scenario: threePercentShort, recall: [] },
    {
      code: "what-it-cost",
      kind: "quiz",
      title: both("Cái giá ở đâu", "Where the price is"),
      minutes: 3,
      pass: 3,
      questions: [
        question("two-hours", both("Anh/chị hứa thứ Sáu ngồi tổng đài hai giờ. Ban giám đốc dời họp vào đúng giờ ấy. Làm gì?", "You promised two hours at the hotline on Friday. The executive meeting is moved to that hour. What do you do?"), [
          wrong("a", both("Đi họp, tuần sau ngồi bù.", "Attend the meeting and make it up next week."), both("Hợp lý, và cả tổng đài hiểu: lời hứa với họ là lời hứa dời được.", "Reasonable, and the hotline understands: promises to them can be moved.")),
          right("b", both("Xin họp nhận phần mình trước hoặc sau, ngồi tổng đài đúng giờ, và nói lý do trong cuộc họp.", "Ask to have your item before or after, sit at the hotline on time, and tell the meeting why."), both("Có mất: một chút thể diện. Và ban giám đốc nghe được rằng có người ưu tiên như vậy.", "It costs a little face. And the executives hear that somebody puts customers first.")),
          wrong("c", both("Cử trợ lý ngồi thay để giữ lời.", "Send an assistant, so the promise is kept."), both("Ghế có người, lời hứa thì không. Họ chờ anh/chị.", "The chair is taken, the promise is not kept. They waited for you.")),
        ]),
        question("praise", both("Cuối tháng họp đội. Một người vượt chỉ tiêu 20%, một người nói thật khiến mất ba đơn nhưng cả ba khách đã mua lại. Khen ai trước?", "At the monthly meeting: one exceeded the target by 20%; another told the truth, lost three sales, and all three customers have bought again. Whom do you praise first?"), [
          wrong("a", both("Người vượt chỉ tiêu, vì con số rõ ràng.", "The one above target; the figure is clear."), both("Con số đáng được nhắc. Nhưng điều được khen trước là điều tháng sau nhiều người làm theo.", "The figure deserves mention. But what is praised first is what more people do next month.")),
          wrong("b", both("Khen chung cả đội cho khỏi so bì.", "Praise everybody, to avoid envy."), both("Êm, và không ai biết mình nên giữ điều gì.", "Smooth, and nobody knows what to hold on to.")),
          right("c", both("Người nói thật, kể rõ ba khách ấy đã được gì, rồi nhắc con số.", "The one who told the truth, with what the three customers got; then the figure."), both("Anh/chị vừa cho biết thứ tự. Cả phòng nghe thấy thứ tự.", "You have shown the order, and the room heard it.")),
        ]),
        question("bad-news", both("Một khách chờ áo cưới tới sát giờ vì kho sót đơn. Câu đầu tiên anh/chị hỏi kho?", "A bride got her dress at the last minute because the warehouse missed the order. Your first question to them?"), [
          right("a", both("“Cô dâu kịp không? Rồi cho anh/chị xem bước nào để sót được.”", "“Did she make it? Then show me which step lets an order slip.”"), both("Người trước, chỗ hở sau, không có chữ “ai”.", "The person first, then the gap, and no “who”.")),
          wrong("b", both("“Ai trực hôm đó?”", "“Who was on duty?”"), both("Có tên ngay. Và lần sau người ta giấu sớm hơn.", "You get a name. And next time they hide it sooner.")),
          wrong("c", both("“Sao không báo anh/chị sớm?”", "“Why wasn't I told?”"), both("Cũng đáng hỏi, nhưng hỏi trước thì chuyện của cô dâu thành chuyện của mình.", "Worth asking, but asked first it turns the bride's matter into yours.")),
        ]),
      ],
      recall: [],
    },
    {
      code: "one-costly-promise",
      kind: "practice",
      title: both("Một lời hứa có giá", "One promise with a price"),
      minutes: 3,
      task: both(
        "Trong tháng, đứng ở quầy hoặc ngồi tổng đài hai giờ, tự tay xử lý một chuyện khó cùng một nhân viên dẫn dắt. Kể lại khách nói gì, cảm thấy gì, điều gì chưa nói ra; và một điều anh/chị đã chấp nhận mất để giữ giờ ấy.",
        "This month spend two hours at a counter or the hotline and handle one hard case yourself, guided by a colleague. Report what the customer said, felt and left unsaid, and one thing you gave up to keep that time.",
      ),
      times: 1,
      observe: [
        both("Giữ đúng giờ đã hẹn với đội", "Keeps the hour promised to the team"),
        both("Hỏi về người trước khi hỏi về con số", "Asks about the person before the figure"),
        both("Để nhân viên dẫn dắt, không giành lời", "Lets the colleague lead and does not take over"),
        both("Nói ra điều mình đã chấp nhận mất", "Says aloud what was given up"),
      ],
      recall: [],
    },
    {
      code: "whom-did-i-leave",
      kind: "reflection",
      title: both("Lần tôi đã không đứng ra", "When I did not stand up"),
      minutes: 2,
      prompt: both(
        "Nhớ lại một lần người của anh/chị làm đúng mà anh/chị đã im, vì con số, vì cấp trên, vì mệt. Hôm nay anh/chị muốn nói với người ấy câu gì? Có thể nói được trong tuần này không?",
        "Remember a time when one of your people did right and you kept silent: because of a figure, a superior, or tiredness. What would you like to tell them today? Could you do so this week?",
      ),
      recall: [],
    },
  ],
};
