import type { CourseContent } from "../../domain/content.ts";
import { both, question, recall, right, serves, wrong } from "../shorthand.ts";
import { firstWash, whatClothDoes } from "./reading.ts";
import { whiteLinen } from "./scenario.ts";

/** Knowing cloth well enough to advise the person who will wear and wash it. */
export const fabricCare: CourseContent = {
  code: "FABRIC-CARE",
  title: both("Hiểu vải để tư vấn đúng", "Knowing fabrics, advising well"),
  summary: both(
    "Biết mỗi loại vải làm gì với một ngày của khách, hỏi ba câu trước khi khen, nói thật cả phần không được, và dặn lần giặt đầu bằng ba dòng.",
    "Know what each cloth does to somebody's day, ask three questions before praising, tell the truth about what it does not do, and give three lines for the first wash.",
  ),
  why: both(
    "Nhiều lần đổi trả bắt đầu từ một lời khen vội ở quầy. Tư vấn đúng một lần đỡ cho khách một chuyến đi và cho mình một lần xin lỗi.",
    "Many returns begin with hasty praise at the counter. Advised well once, a customer is spared a trip and we are spared an apology.",
  ),
  serves: serves("goal", both("Mặc được đúng việc, đúng ngày, và còn đẹp sau lần giặt đầu", "Wearing it for what it was bought for, and still after the first wash")),
  skill: "RELATE",
  validMonths: 36,
  verified: false,
  lessons: [
    whatClothDoes,
    firstWash,
    { code: "white-linen", kind: "scenario", title: both("Bộ lanh trắng đi Huế", "White linen to Huế"), minutes: 5, scenario: whiteLinen, recall: [] },
    {
      code: "which-cloth",
      kind: "quiz",
      title: both("Chọn vải cho người", "A cloth for the person"),
      minutes: 5,
      pass: 4,
      questions: [
        question("teacher", both("Cô giáo đứng lớp cả ngày, phòng không máy lạnh, giặt máy ở nhà. Hợp nhất?", "A teacher, on her feet all day without air conditioning, with a washing machine at home. What suits best?"), [
          wrong("a", both("Lụa tơ tằm, mát và đẹp nhất", "Silk, the coolest and loveliest"), both("Mát và đẹp thật, nhưng mồ hôi cả ngày cộng máy giặt là hai điều lụa sợ.", "Cool and lovely, but a day's sweat and a machine are two things silk fears.")),
          right("b", both("Cotton hoặc cotton pha lanh", "Cotton, or cotton with linen"), both("Thoáng, giặt máy được, nhăn vừa phải khi đứng nhiều.", "Airy, machine-washable, and creasing little while one stands.")),
          wrong("c", both("Polyester, khỏi ủi", "Polyester, no ironing"), both("Khỏi ủi, nhưng đứng tám tiếng không máy lạnh thì bí.", "No ironing, but eight hours without cooling are stuffy.")),
        ]),
        question("baby", both("Chị mới sinh hỏi mua áo len để bế con. Câu nên nói?", "A new mother asks for a jumper to hold her baby in. What do you say?"), [
          wrong("a", both("“Dạ len này xịn lắm, không xù đâu chị.”", "“This wool is excellent, it won't pill.”"), both("Bế con là cọ suốt ngày. Hứa không xù là hứa thay cho sợi len.", "Holding a baby rubs all day. You promise on the wool's behalf.")),
          wrong("b", both("“Dạ chị nên mua hai chiếc thay đổi.”", "“You should get two and alternate.”"), both("Cho áo nghỉ là đúng, nhưng chị hỏi cho con, và chưa ai hỏi da bé có chịu len không.", "Resting it is right, but she asks for her baby, and nobody has asked whether its skin bears wool.")),
          right("c", both("“Dạ bế con thì cọ nhiều, len sẽ nổi hạt. Chị xem cotton dệt kim này, mềm cho bé và giặt máy được.”", "“It will rub and the wool will pill. Look at this knitted cotton: soft for the baby, and it goes in the machine.”"), both("Nói trước điều sẽ xảy ra, rồi chỉ một lối hợp hơn.", "It says beforehand what will happen and shows a better way.")),
        ]),
        question("brocade", both("Khách mua áo dài gấm, hỏi cất sao. Dặn gì?", "A customer buys a brocade áo dài and asks how to keep it. What do you say?"), [
          right("a", both("Treo móc to, bọc vải thoáng, không gấp ngang chỗ thêu, giặt khô", "Broad hanger, a breathable cover, no fold across the embroidery, dry-clean"), both("Vậy là áo đẹp được nhiều năm.", "These keep it for years.")),
          wrong("b", both("Gấp gọn, bọc ni lông kín cho khỏi ẩm", "Fold it neatly and seal it in plastic against damp"), both("Ni lông giữ ẩm bên trong, chỗ thêu gãy theo nếp gấp.", "Plastic keeps the damp in, and embroidery breaks along the fold.")),
          wrong("c", both("Giặt tay nước ấm rồi phơi nắng cho thơm", "Hand-wash warm and dry it in the sun"), both("Chu đáo với đồ thường, quá sức với gấm.", "Caring for everyday clothes, too much for brocade.")),
        ]),
        question("shrunk", both("Khách mang áo co một cỡ. Nhãn ghi giặt máy nhẹ, khách giặt máy nhẹ. Lỗi ở ai?", "A blouse has shrunk by a size. The label allows a gentle machine wash, and that is what was done. Whose fault?"), [
          wrong("a", both("Ở khách, vải này nên giặt tay", "The customer's; this cloth should be hand-washed"), both("Bạn biết vậy, nhưng nhãn nói khác, và khách tin nhãn.", "You know that, but the label says otherwise, and they trusted it.")),
          right("b", both("Ở mình; giải quyết ngay và báo lỗi nhãn hoặc lô vải", "Ours; settle it at once and report the label or the batch"), both("Khách làm đúng lời mình viết.", "They did as we wrote.")),
          wrong("c", both("Mỗi bên một nửa, bù một nửa", "Half and half; make up half"), both("Nghe công bằng, nhưng khách không làm gì sai.", "It sounds fair, but they did nothing wrong.")),
        ]),
        question("advice", both("Cách dặn giặt nào khách nhớ lâu nhất?", "Which advice is remembered longest?"), [
          wrong("a", both("Đọc hết nhãn cho khách nghe", "Reading the whole label aloud"), both("Đủ mà không đọng.", "Complete, and gone.")),
          wrong("b", both("Gửi đường dẫn trang hướng dẫn bảo quản", "Sending a link to the care page"), both("Tiện cho mình. Ít ai mở khi tay đang ướt.", "Handy for us. Few open it with wet hands.")),
          right("c", both("Ba dòng viết tay, theo cách khách giặt", "Three lines by hand, for the way they wash"), both("Hợp với họ nên họ giữ.", "It fits them, so they keep it.")),
        ]),
      ],
      recall: [recall("label-ours", both("Khách giặt đúng nhãn mà áo hỏng: lỗi ở ai?", "Washed as the label says, and spoilt: whose fault?"), both("Ở mình; giải quyết ngay và báo nhãn hoặc lô.", "Ours; settle it and report the label or the batch."))],
    },
    {
      code: "three-cards",
      kind: "practice",
      title: both("Ba tấm thẻ dặn giặt", "Three cards"),
      minutes: 5,
      task: both(
        "Với ba khách, hỏi đủ ba câu trước khi khen món nào, và viết ba dòng dặn giặt hợp với cách khách giặt. Một tuần sau gọi hỏi thăm một người. Kể lại khách nói gì, cảm thấy gì, điều gì chưa nói ra.",
        "With three customers ask all three questions before praising anything, and write three lines that fit the way they wash. A week later ring one of them. Report what they said, felt and left unsaid.",
      ),
      times: 3,
      observe: [
        both("Hỏi khách mặc đi đâu và ai giặt trước khi khen món đồ", "Asks where it will be worn and who washes it before praising"),
        both("Nói cả phần không được của món vải", "Tells what the cloth does not do as well"),
        both("Đưa lời dặn ba dòng viết tay", "Hands over three handwritten lines"),
      ],
      recall: [],
    },
    {
      code: "praised-too-soon",
      kind: "reflection",
      title: both("Lời khen vội", "Praised too soon"),
      minutes: 5,
      prompt: both(
        "Món nào bạn từng khen nhiều hơn nó đáng được khen? Người mua đã mặc nó vào ngày nào? Nếu họ bước vào hôm nay, bạn muốn nói với họ điều gì?",
        "Which piece have you praised more than it deserved? On which day was it worn? If its buyer came in today, what would you like to tell them?",
      ),
      recall: [],
    },
  ],
};
