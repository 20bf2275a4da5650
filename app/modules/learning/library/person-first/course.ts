import type { CourseContent } from "../../domain/content.ts";
import { both, page, question, recall, right, serves, wrong } from "../shorthand.ts";
import { interviewShirt } from "./scenario.ts";

/** A person stands there before a problem does. */
export const personFirst: CourseContent = {
  code: "PERSON-FIRST",
  title: both("Người trước, chuyện sau", "The person before the problem"),
  summary: both(
    "Dành phút đầu tiên cho con người: nghe hết, gọi đúng điều khách trải qua, rồi mới tìm cách giải quyết.",
    "Give the first minute to the person: hear it out, name what they went through, and only then look for a way.",
  ),
  why: both(
    "Cùng một khoản hoàn tiền, có khách về kể với cả nhà là được thương, có khách về là hết đường ghé. Khác nhau ở phút đầu tiên. Khách được nghe trước thì nói ngắn hơn, dịu hơn, và nói ra điều họ thật sự cần.",
    "The same refund sends one customer home telling the family how kindly they were treated, and another away for good. The difference is the first minute. People who are heard first talk less, soften sooner, and say what they really need.",
  ),
  serves: serves("emotion", both("Được nhìn thấy như một con người trước khi bị hỏi hóa đơn", "Being seen as a person before being asked for a receipt")),
  skill: "LISTEN",
  validMonths: 18,
  verified: true,
  lessons: [
    {
      code: "first-minute",
      kind: "read",
      title: both("Phút đầu tiên không thuộc về chiếc áo", "The first minute does not belong to the shirt"),
      minutes: 3,
      body: page(
        [
          "Cửa mở. Một người bước vào với chiếc túi nhàu, đặt xuống quầy hơi mạnh tay. Mắt mình tự động nhìn vào túi: món gì, lỗi gì, còn mác không. Phản xạ nghề nghiệp đó tốt. Chỉ có điều nó đến sớm hơn một phút.",
          "Người trước mặt bạn đã đi một đoạn đường, tìm chỗ gửi xe, tập sẵn trong đầu vài câu phòng khi bị cãi. Họ chuẩn bị cho một cuộc đòi hỏi. Nếu câu đầu tiên họ nghe là **“Dạ, hóa đơn đâu ạ?”** thì họ đã đoán đúng, và từ đó mọi câu sau đều là mặc cả.",
          "Phút đầu tiên chỉ có ba việc:",
          "- **Dừng tay.** Buông chuột, buông kéo, bước ra khỏi quầy nếu được. Người ta nghe bằng mắt.\n- **Để khách nói hết.** Không ai ngắt thì khách thường nói chưa tới một phút. Cứ mỗi lần bị ngắt, họ lại kể từ đầu và to hơn một chút.\n- **Nói lại bằng lời của khách.** “Dạ, chị mặc đúng hôm đi phỏng vấn mà nó bung.” Không thêm, không bớt, không giải thích.",
          "Rồi mới tới xin lỗi, và xin lỗi đúng vào chuyện đó. “Em xin lỗi vì sự bất tiện này” là câu khách đã nghe ở ngân hàng, ở sân bay, trong tin nhắn tự động. “Em xin lỗi vì chị phải ngồi kẹp tay suốt buổi” thì chỉ có một người nói được: người vừa nghe.",
          "> Có chị khách đổi chiếc quần rách lai, bạn đứng quầy hỏi thêm một câu “chị mặc đi đâu ạ”. Hóa ra chiều đó chị đưa mẹ đi khám. Bạn ấy lên lai ngay tại chỗ, mất mười hai phút. Chị không nhớ chiếc quần giá bao nhiêu. Chị nhớ mười hai phút.",
          "Quầy đông thì sao? Thì càng nên. Khách được nghe trọn một phút thường ra về trong năm phút. Khách bị hỏi giấy tờ ngay hay đứng lại rất lâu, và những người phía sau nghe hết.",
        ],
        [
          "The door opens. Somebody comes in with a crumpled bag and sets it down a little too hard. Your eyes go to the bag by themselves: what is it, what is wrong, is the tag still on? A good professional reflex. It only comes a minute too soon.",
          "The person in front of you has crossed town, found a place to park, and rehearsed a few lines in case you argue. They have come prepared to demand. If the first thing they hear is **“Have you got the receipt?”** they guessed right, and everything after it is haggling.",
          "The first minute has just three jobs:",
          "- **Stop your hands.** Let go of the mouse, put down the scissors, step out from the counter if you can. People listen with their eyes.\n- **Let them finish.** Uninterrupted, they often need less than a minute. Each interruption sends them back to the start, a little louder.\n- **Give it back in their words.** “You wore it on the day of the interview, and it split.” Nothing added, nothing taken away, nothing explained.",
          "Only then comes the apology, and it is for that very thing. “We apologise for any inconvenience” is what they hear from banks, airports and machines. “I'm sorry you had to sit there with your arm clamped down” can be said by one person only: whoever listened.",
          "> A woman brought back trousers with a torn hem, and the clerk asked one thing more: “Where are you wearing them?” She was taking her mother to hospital that afternoon. The hem was done on the spot; it took twelve minutes. She has forgotten what the trousers cost. She remembers the twelve minutes.",
          "And when the counter is full? Then all the more. A customer who is heard for one minute is often gone in five. One who is asked for papers straight away tends to stay a long while, and everybody behind them hears it all.",
        ],
      ),
      remember: both("Nhìn người trước khi nhìn món đồ; nghe hết trước khi hỏi.", "Look at the person before the goods; hear it all before you ask."),
      recall: [
        recall("three-jobs", both("Phút đầu tiên với một khách đang bực có ba việc nào?", "Which three jobs does the first minute with an upset customer have?"), both("Dừng tay, để khách nói hết, nói lại bằng lời của khách.", "Stop your hands, let them finish, give it back in their own words.")),
        recall("sorry-for-what", both("Xin lỗi vì điều gì thì khách tin?", "What must an apology be for, if it is to be believed?"), both("Vì đúng điều khách đã trải qua, bằng chữ của khách, không phải “vì sự bất tiện”.", "For the very thing they went through, in their words, not for “any inconvenience”.")),
      ],
    },
    { code: "interview-shirt", kind: "scenario", title: both("Chiếc sơ mi ngày phỏng vấn", "The interview shirt"), minutes: 5, scenario: interviewShirt, recall: [] },
    {
      code: "first-sentence",
      kind: "quiz",
      title: both("Câu đầu tiên", "The first sentence"),
      minutes: 3,
      pass: 3,
      questions: [
        question("parcel", both("Khách gọi: “Tôi gọi lần thứ ba rồi đấy. Cái váy đâu?” Câu nào nên nói trước?", "A caller says: “This is the third time I'm ringing. Where is my dress?” What do you say first?"), [
          wrong("a", both("“Dạ anh cho em xin mã đơn để em kiểm tra ạ.”", "“May I have the order number, so that I can check?”"), both("Bạn sẽ cần mã đơn, nhưng khách vừa nói với bạn rằng đã ba lần. Hỏi mã ngay là bắt đầu lần thứ tư.", "You will need it. But they just told you it is the third time, and asking at once begins the fourth.")),
          right("b", both("“Dạ ba lần rồi mà anh vẫn chưa biết váy ở đâu. Em xin lỗi anh. Em mở đơn ra đây, anh không phải kể lại ạ.”", "“Three calls, and still you don't know where it is. I'm sorry. I have your story open; you needn't tell it again.”"), both("Câu này nhận đúng điều làm khách mệt, và bỏ cho khách một việc.", "It names what wears them out, and takes one task off them.")),
          wrong("c", both("“Dạ mấy hôm nay mưa nên bên giao hơi chậm, anh thông cảm giúp em.”", "“It has been raining, so the couriers are slow. Please bear with us.”"), both("Lý do có thể thật. Nhưng khách đang hỏi chiếc váy, và bạn vừa xin khách lo cho mình.", "It may be true. But they asked about the dress, and you just asked them to look after you.")),
        ]),
        question("sigh", both("Khách nói “Thôi, chắc tại tôi mua vội” rồi thở dài. Bạn làm gì?", "“Well, I suppose I bought it in a hurry,” a customer says, and sighs. What do you do?"), [
          right("a", both("Hỏi nhẹ: “Dạ lúc đó chị đang cần cho dịp nào ạ?”", "Ask gently: “What did you need it for at the time?”"), both("Tiếng thở dài là lời mời. Một câu hỏi về dịp mở được chuyện mà không ép.", "A sigh is an invitation. One question about the occasion opens it without pushing.")),
          wrong("b", both("Đồng ý cho khách đỡ ngại: “Dạ đợt giảm giá ai cũng mua vội chị ạ.”", "Agree, to put them at ease: “Everybody rushes in the sales.”"), both("Thân thiện, nhưng khách vừa tự nhận lỗi và bạn để họ giữ lấy nó.", "Friendly, but they took the blame and you let them keep it.")),
          wrong("c", both("Giới thiệu ngay ba mẫu khác cho khách đổi.", "Show three other models to exchange it for at once."), both("Nhanh tay quá. Chưa biết khách cần gì thì ba mẫu cũng là ba lần đoán.", "Too quick. Without knowing the need, three models are three guesses.")),
        ]),
        question("queue", both("Quầy có năm khách chờ, một khách vừa bước tới vừa nói to. Cách nào tốt nhất cho tất cả?", "Five people are queuing and one arrives talking loudly. What serves everybody best?"), [
          wrong("a", both("Tính tiền nhanh cho năm khách trước rồi quay sang.", "Serve the five quickly, then turn to the sixth."), both("Công bằng về thứ tự, nhưng năm người sẽ vừa chờ vừa nghe. Một cái nhìn và một câu hẹn chỉ tốn mười giây.", "Fair as an order, but five people will wait and listen. A glance and a promise take ten seconds.")),
          right("b", both("Nhìn vào mắt khách, nói “Dạ em thấy chị rồi, chị cho em hai phút, em nghe chị trọn vẹn”, nhờ bạn khác mở quầy thứ hai.", "Meet their eyes: “I see you. Give me two minutes and I'll hear all of it,” and ask a colleague to open a second till."), both("Người đang giận chờ được khi biết mình đã được thấy. Hai phút đã hứa thì đúng hai phút.", "An angry person can wait once they know they have been seen. And two promised minutes are two minutes.")),
          wrong("c", both("Mời khách vào phòng trong cho khỏi ảnh hưởng người khác.", "Take them to the back room, so the others are not disturbed."), both("Có lúc đúng, nhưng nếu chưa nghe câu nào, khách thấy mình bị giấu đi.", "Sometimes right; but before a word has been heard, it feels like being hidden away.")),
        ]),
        question("repeat", both("Vì sao nên nói lại bằng chính lời của khách?", "Why give it back in the customer's own words?"), [
          wrong("a", both("Để khách có thời gian bình tĩnh lại.", "To give them time to calm down."), both("Nó có làm khách dịu, nhưng nếu chỉ để câu giờ thì khách nhận ra ngay.", "It does calm people, but used as a delay it is noticed at once.")),
          wrong("b", both("Để ghi chú cho đầy đủ.", "To get the note complete."), both("Ghi chú được lợi, nhưng đó không phải lý do khách cần câu ấy.", "The note gains by it, but that is not why the customer needs it.")),
          right("c", both("Để khách biết mình đã nghe đúng, và sửa cho mình nếu nghe nhầm.", "So they know you heard it right, and can correct you if you did not."), both("Được hiểu đúng là thứ đầu tiên khách mang về, trước cả tiền.", "Being understood is the first thing they take home, even before the money.")),
        ]),
      ],
      recall: [recall("seen-first", both("Khách đang giận mà quầy đông: nói gì trong mười giây?", "An angry customer and a full counter: what do you say in ten seconds?"), both("Rằng mình đã thấy khách, khi nào mình nghe trọn vẹn, và giữ đúng phút đã hẹn.", "That you have seen them, and when you will hear all of it; then keep to the minute."))],
    },
    {
      code: "one-minute",
      kind: "practice",
      title: both("Một phút không giải quyết gì", "One minute without solving anything"),
      minutes: 2,
      task: both(
        "Với một khách có chuyện, trong phút đầu tiên chỉ nghe: không hỏi giấy tờ, không giải thích, không đề nghị. Nói lại một câu bằng lời của khách rồi mới bắt đầu giúp. Xong thì kể lại ba dòng: khách nói gì, cảm thấy gì, điều gì chưa nói ra.",
        "With one customer who has a problem, only listen for the first minute: no papers, no explaining, no offers. Give one sentence back in their words, then start helping. Afterwards report in three lines what they said, what they felt, and what was left unsaid.",
      ),
      times: 3,
      observe: [
        both("Dừng tay và quay người về phía khách trước khi nói", "Stops working and turns to the customer before speaking"),
        both("Không ngắt lời trong phút đầu", "Does not interrupt in the first minute"),
        both("Nói lại được một câu bằng lời của khách, khách gật đầu", "Gives one sentence back in the customer's words, and the customer nods"),
        both("Xin lỗi vì đúng chuyện đã xảy ra", "Apologises for the very thing that happened"),
      ],
      recall: [],
    },
    {
      code: "when-i-was-heard",
      kind: "reflection",
      title: both("Lần tôi được nghe", "A time I was heard"),
      minutes: 2,
      prompt: both(
        "Nhớ lại một lần bạn là khách, đang bực, mà có người chịu nghe bạn trọn vẹn. Họ đã làm gì bằng mắt, bằng tay, bằng lời? Tuần này bạn muốn giữ lại điều nào cho quầy của mình?",
        "Think of a time when you were the customer, upset, and somebody heard you out. What did they do with their eyes, their hands, their words? Which of these would you like to bring to your own counter this week?",
      ),
      recall: [],
    },
  ],
};
