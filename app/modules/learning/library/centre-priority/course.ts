import type { CourseContent } from "../../domain/content.ts";
import { both, page, question, recall, right, serves, wrong } from "../shorthand.ts";
import { lateAgain } from "./scenario.ts";

/** The customer as the centre is a method, as the priority an attitude; one without the other does not hold. */
export const centrePriority: CourseContent = {
  code: "CENTRE-PRIORITY",
  title: both("Trung tâm không phải là trọng tâm", "Centre is not the same as priority"),
  summary: both(
    "Phân biệt cách làm (trung tâm) với tấm lòng, thái độ (trọng tâm), thấy được khi nào thiếu cái nào, và biến một việc tốt của một người thành cách làm của mọi người.",
    "Tell method (customer-centric) from attitude (customer-first), see which one is missing, and turn one person's good deed into everybody's way of working.",
  ),
  why: both(
    "Có lòng mà không có cách thì khách được xin lỗi nhiều lần cho cùng một chuyện. Có cách mà không có lòng thì khách được xử lý như một món hàng. Khách nhận ra cả hai.",
    "Heart without method apologises again and again for the same thing. Method without heart handles customers like parcels. They notice both.",
  ),
  serves: serves("pain", both("Được xin lỗi nhiều lần mà chuyện cũ vẫn lặp lại", "Being apologised to again and again while nothing changes")),
  skill: "MEND",
  validMonths: 24,
  verified: false,
  lessons: [
    {
      code: "two-words",
      kind: "read",
      title: both("Hai chữ nghe na ná nhau", "Two words that sound alike"),
      minutes: 4,
      body: page(
        [
          "“Lấy khách hàng làm trung tâm”, “khách hàng là trọng tâm”. Hai câu hay dùng lẫn, mà nói hai chuyện.",
          "**Trọng tâm là tấm lòng, thái độ.** Mình coi khách là quan trọng, muốn điều tốt cho khách, chịu nghe, chịu thương. Nó nằm ở tình cảm và ý chí. Người đứng quầy có nó là khách cảm thấy liền.",
          "**Trung tâm là cách làm.** Tư duy, năng lực và phương pháp: quy trình, quy tắc, chỉ số, phần mềm, cách xếp ca, tất cả xoay quanh điều khách muốn đạt, cần, mong đợi, cảm thấy và đau. Nó vẫn chạy hôm bạn nghỉ ốm.",
          "Thiếu một trong hai, khách nhận ra ngay:",
          "- *Có lòng, thiếu cách*: bạn nhớ chị thích giao buổi chiều, ca sau thì không. Khách được thương ba lần và trễ ba lần.\n- *Có cách, thiếu lòng*: đơn đúng giờ, tin nhắn đúng mẫu, không ai hỏi vì sao chị đặt gấp. Khách thấy mình là mã số.\n- *Thiếu cả hai*: khẩu hiệu trên tường.",
          "Có một phép thử nhanh. Hỏi: **“Nếu ngày mai mình nghỉ, khách này có được đối xử như vậy không?”** Nếu không, đó là tấm lòng, quý, và đang chờ một cách làm. Hỏi tiếp: **“Nếu khách nhìn thấy quy trình này, họ có thấy mình trong đó không?”** Nếu không, đó là thủ tục, đang chờ một tấm lòng.",
          "Từ lòng sang cách thường chỉ cần ba bước nhỏ: *ghi vào hồ sơ* để người sau biết; *báo vướng mắc* để chỗ gây ra được sửa; *hỏi lại* xem đã sửa chưa. Bạn không phải đợi làm quản lý mới làm được ba bước ấy.",
          "Còn từ cách trở về lòng thì chỉ cần một câu, nói với một con người: “Dạ, chị chờ ba lần rồi.”",
        ],
        [
          "“Customer-centric”, “customer-first”: the two are often used as one, and they speak of different things. In Vietnamese they even sound alike: *trung tâm*, the centre, and *trọng tâm*, the priority.",
          "**Priority is attitude.** We hold customers important, want what is good for them, are ready to listen and to care. It lives in feeling and will. When somebody at the counter has it, customers feel it at once.",
          "**Centre is method.** Thinking, ability and ways of working: procedures, rules, measures, software, rosters, all turned towards what customers want to achieve, need, expect, feel and suffer. It still works on the day you are ill.",
          "Customers notice when either is missing:",
          "- *Heart without method*: you remember that she wants it in the afternoon; the next shift does not. She is cared for three times and late three times.\n- *Method without heart*: the order is on time, the message follows the template, nobody asks why it was urgent. She feels like a number.\n- *Neither*: a slogan on the wall.",
          "There is a quick test. Ask: **“If I am off tomorrow, will this customer be treated the same?”** If not, it is heart; precious, and waiting for a method. Then ask: **“If customers saw this procedure, would they find themselves in it?”** If not, it is red tape, waiting for a heart.",
          "From heart to method it is often three small steps: *write it on the record*, so that the next one knows; *report the friction*, so that the cause is mended; *ask again* whether it has been. You need not be a manager for any of them.",
          "And from method back to heart it takes one sentence, said to one person: “You have waited three times.”",
        ],
      ),
      remember: both("Trọng tâm là lòng, trung tâm là cách. Khách cần cả hai.", "Priority is heart, centre is method. Customers need both."),
      recall: [
        recall("tell-apart", both("Trung tâm và trọng tâm khác nhau thế nào?", "How do centre and priority differ?"), both("Trung tâm là cách làm: tư duy, năng lực, phương pháp. Trọng tâm là tấm lòng, thái độ, ý chí.", "Centre is method: thinking, ability, ways of working. Priority is attitude: feeling and will.")),
        recall("quick-test", both("Câu hỏi nào cho biết một việc tốt đã thành cách làm chưa?", "Which question tells whether a good deed has become a method?"), both("Nếu ngày mai mình nghỉ, khách này có được đối xử như vậy không?", "If I am off tomorrow, will this customer be treated the same?")),
        recall("three-steps", both("Ba bước nhỏ từ tấm lòng sang cách làm?", "Which three small steps lead from heart to method?"), both("Ghi vào hồ sơ, báo vướng mắc, hỏi lại xem đã sửa chưa.", "Write it on the record, report the friction, ask again whether it was mended.")),
      ],
    },
    { code: "late-again", kind: "scenario", title: both("Lời xin lỗi thứ tư", "The fourth apology"), minutes: 5, scenario: lateAgain, recall: [] },
    {
      code: "heart-or-method",
      kind: "quiz",
      title: both("Lòng hay cách", "Heart or method"),
      minutes: 3,
      pass: 3,
      questions: [
        question("birthday", both("Một bạn ở quầy tự nhớ sinh nhật hai mươi khách quen và nhắn từng người. Đây là gì?", "A colleague remembers twenty regulars' birthdays and writes to each. What is this?"), [
          right("a", both("Tấm lòng quý, chưa phải cách làm: bạn ấy nghỉ là hết.", "A precious heart, not yet a method: it ends when she leaves."), both("Đúng. Đừng biến nó thành tin nhắn tự động; chỉ cần người sau cũng biết ngày, và vẫn viết bằng tay.", "Right. Do not turn it into an automatic message; find a way for the next colleague to know, and still write by hand.")),
          wrong("b", both("Lấy khách làm trung tâm, vì mọi thứ xoay quanh khách.", "Customer-centric, since all turns around the customer."), both("Xoay quanh khách thì đúng, nhưng nó sống trong một người, không sống trong cách làm.", "It does turn around them, but it lives in one person and not in a way of working.")),
          wrong("c", both("Việc riêng, không liên quan tới công ty.", "A private matter, nothing to do with the company."), both("Khách không phân biệt như vậy: với họ, cửa hàng đã nhớ họ.", "Customers make no such distinction: to them the shop remembered.")),
        ]),
        question("survey", both("Cửa hàng gửi khảo sát sau mỗi lần mua, không ai đọc. Thiếu gì?", "The shop surveys every purchase and nobody reads the answers. What is missing?"), [
          wrong("a", both("Thiếu thái độ: nhân viên chưa đủ quan tâm.", "Attitude: staff do not care enough."), both("Có thể họ quan tâm lắm, nhưng câu trả lời không tới tay họ.", "They may care a great deal; the answers never reach them.")),
          wrong("b", both("Không thiếu gì, có hỏi là đã lắng nghe.", "Nothing: asking is listening."), both("Hỏi mà không đọc còn tệ hơn không hỏi.", "Asking and not reading is worse than not asking.")),
          right("c", both("Thiếu cách làm: ai đọc, ai sửa, ai trả lời khách.", "Method: who reads, who mends, who answers the customer."), both("Một câu hỏi chỉ có nghĩa khi có người nhận câu trả lời.", "A question only means something when somebody receives the answer.")),
        ]),
        question("script", both("Tổng đài bắt buộc nói “em rất thấu hiểu cảm giác của anh chị” trong mười giây đầu. Nhận xét nào đúng?", "A hotline has to say “I fully understand how you feel” within ten seconds. Which is true?"), [
          wrong("a", both("Rất tốt: tấm lòng đã được đưa vào quy trình.", "Very good: heart has been put into the procedure."), both("Câu chữ vào được quy trình, tấm lòng thì không. Chưa nghe thì chưa hiểu.", "Words can be put into a procedure, heart cannot. Nobody has understood before listening.")),
          right("b", both("Cách làm đang đóng vai tấm lòng. Nên quy định điều khác: để khách nói hết, rồi mới hỏi.", "Method is impersonating heart. Prescribe something else: let them finish, then ask."), both("Quy trình tốt tạo chỗ cho tấm lòng, không nói thay nó.", "A good procedure makes room for the heart instead of speaking in its place.")),
          wrong("c", both("Không sao, khách không để ý câu mở đầu.", "Harmless; nobody notices the opening line."), both("Khách nhận ra câu đọc thuộc nhanh hơn mình tưởng.", "A recited line is recognised sooner than we think.")),
        ]),
      ],
      recall: [],
    },
    {
      code: "one-deed-one-way",
      kind: "practice",
      title: both("Một việc tốt thành cách làm", "One good deed becomes a way of working"),
      minutes: 3,
      task: both(
        "Chọn một việc tốt bạn hay làm cho khách mà người khác chưa biết. Với một khách thật, làm việc ấy, rồi đi tiếp một bước: ghi vào hồ sơ khách, hoặc báo vướng mắc, hoặc chỉ cho một đồng nghiệp. Kể lại khách nói gì, cảm thấy gì, điều gì chưa nói ra.",
        "Choose something good that you do for customers and others do not know of. Do it for a real customer, then take one step more: write it on the record, report the friction, or show a colleague. Report what the customer said, felt and left unsaid.",
      ),
      times: 1,
      observe: [
        both("Hỏi tìm chỗ giống nhau giữa các lần trước khi xin lỗi thêm", "Looks for what the earlier times had in common before apologising again"),
        both("Lưu điều cần nhớ vào hồ sơ khách", "Saves what must be remembered on the customer's record"),
        both("Nói với khách ai sẽ làm gì, trước ngày nào", "Tells the customer who will do what, and by when"),
      ],
      recall: [],
    },
    {
      code: "if-i-am-away",
      kind: "reflection",
      title: both("Nếu mai tôi nghỉ", "If I am away tomorrow"),
      minutes: 2,
      prompt: both(
        "Việc nào bạn đang làm cho khách chỉ sống trong trí nhớ của bạn? Nếu mai bạn nghỉ, khách nào sẽ thấy thiếu trước tiên? Một dòng ghi lại ở đâu thì giữ được việc ấy?",
        "What are you doing for customers that lives only in your memory? If you are away tomorrow, who would miss it first? Where would one written line keep it alive?",
      ),
      recall: [],
    },
  ],
};
