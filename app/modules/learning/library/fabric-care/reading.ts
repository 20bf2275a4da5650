import type { ReadLesson } from "../../domain/content.ts";
import { both, page, recall } from "../shorthand.ts";

export const whatClothDoes: ReadLesson = {
  code: "what-cloth-does",
  kind: "read",
  title: both("Vải làm gì với một ngày của khách", "What a cloth does to somebody's day"),
  minutes: 5,
  body: page(
    [
      "Khách không mua sợi. Khách mua một ngày: ngồi xe, đứng lớp, bế con, đi dưới nắng. Biết vải là biết ngày ấy sẽ trôi qua trên tấm vải ra sao.",
      "- **Lụa tơ tằm**: mát lúc nóng, ấm lúc lạnh, rủ đẹp. Sợ mồ hôi, nước hoa, nắng gắt, vắt. Màu đậm có thể ra màu mấy lần giặt đầu.\n- **Lanh, đũi**: mát nhất, càng giặt càng mềm. Nhăn ngay khi ngồi; ai yêu nó là yêu luôn nếp nhăn. Lần giặt đầu có thể co chút ít nếu chưa xử lý.\n- **Cotton**: dễ chịu, dễ giặt. Co nhẹ, lâu khô, ướt mồ hôi thì nặng.\n- **Len**: ấm, đàn hồi, ít bám mùi. Cọ nhiều thì nổi hạt; đó là sợi ngắn trồi lên, không phải luôn là hàng kém. Nước nóng và vò làm len co cứng, không chữa được.\n- **Viscose, rayon**: rủ, mát, giá mềm. Lúc ướt sợi yếu hẳn, vắt xoắn là giãn hoặc rách.\n- **Polyester**: không nhăn, mau khô, bền màu. Giữ hơi, dễ bí khi không có máy lạnh, dễ tích điện.\n- **Gấm, vải thêu**: đứng dáng, sang. Gấp đúng chỗ thêu là gãy chỉ; giặt khô, treo, bọc vải thoáng chứ không bọc ni lông.",
      "Vải **pha** là thương lượng: 55% lanh thì bớt nhăn chứ không hết nhăn. Nói với khách cả hai phần: *được gì* và *không được gì*.",
      "Ba câu hỏi trước khi khen món nào: **mặc đi đâu, ngồi hay đứng, ai giặt và giặt bằng gì.** Câu thứ ba hay bị quên nhất. Một chiếc áo phải giặt khô đưa cho người ở trọ giặt thau thì tháng sau thành một lời phàn nàn, mà lời ấy bắt đầu ở quầy của mình.",
      "Và được phép nói: “Dạ món này không hợp với việc chị cần.” Đó là câu bán hàng tốt nhất mà không bán được gì.",
    ],
    [
      "Nobody buys fibres. People buy a day: on a coach, in front of a class, with a child on the arm, in the sun. Knowing cloth is knowing how that day will pass upon it.",
      "- **Silk**: cool in heat, warm in cold, a beautiful fall. Fears sweat, perfume, harsh sun and wringing. Deep colours may run in the first washes.\n- **Linen**: the coolest, softer with every wash. Creases as soon as one sits; those who love it love the creases. May shrink a little in the first wash if untreated.\n- **Cotton**: comfortable, easy. Shrinks slightly, dries slowly, heavy when soaked with sweat.\n- **Wool**: warm, springy, keeps no smells. Rubbed a lot it pills; those are short fibres working up, not always poor quality. Hot water and rubbing felt it hard, beyond repair.\n- **Viscose, rayon**: falls well, cool, gentle in price. Weak while wet: wringing stretches or tears it.\n- **Polyester**: no creases, quick to dry, holds its colour. Keeps the heat in without air conditioning, and gathers static.\n- **Brocade, embroidery**: holds its shape, festive. Folded across the embroidery the threads break; dry-clean, hang, cover with breathable cloth and not with plastic.",
      "A **blend** is a compromise: 55% linen creases less, not never. Tell people both: *what it does* and *what it does not*.",
      "Three questions before praising anything: **where will you wear it, sitting or standing, and who washes it, with what?** The third is the one we forget. A dry-clean-only blouse sold to a lodger with a basin becomes a complaint within a month, and it began at our counter.",
      "And you may say: “This one doesn't suit what you need.” It is the best sales talk there is that sells nothing.",
    ],
  ),
  remember: both("Mặc đi đâu, ngồi hay đứng, ai giặt và giặt bằng gì.", "Where to, sitting or standing, and who washes it with what."),
  recall: [
    recall("pilling", both("Vì sao len nổi hạt, và nói với khách sao cho đúng?", "Why does wool pill, and what do you truthfully say?"), both("Sợi ngắn trồi lên chỗ cọ; không phải luôn là hàng kém. Cắt hạt, cho áo nghỉ giữa hai lần mặc; xù sớm bất thường thì xem lại lô.", "Short fibres work up where it rubs; not always poor quality. Shave it, let it rest between wearings; if it comes unusually early, check the batch.")),
    recall("viscose-wet", both("Viscose sợ nhất điều gì khi giặt?", "What does viscose fear most in the wash?"), both("Bị vắt xoắn lúc ướt, vì sợi ướt yếu hẳn.", "Being wrung while wet, when the fibre is weak.")),
    recall("three-asks", both("Ba câu hỏi trước khi khen một món vải?", "Which three questions come before praising a cloth?"), both("Mặc đi đâu; ngồi hay đứng; ai giặt và giặt bằng gì.", "Where will you wear it; sitting or standing; who washes it, with what.")),
  ],
};

export const firstWash: ReadLesson = {
  code: "first-wash",
  kind: "read",
  title: both("Lần giặt đầu, và lời dặn ba dòng", "The first wash, in three lines"),
  minutes: 5,
  body: page(
    [
      "Nhiều chuyện “hàng lỗi” bắt đầu ở lần giặt đầu. Một phần lỗi ở hàng, một phần lỗi ở lời dặn không ai nói.",
      "**Lời dặn tốt có ba dòng**, hợp với cách khách giặt, viết tay lên thẻ:",
      "- *Nước*: nguội hay ấm; giặt riêng lần đầu hay không.\n- *Tay*: vắt được không. Lụa, viscose, len: ép bằng khăn, đừng vắt.\n- *Phơi, ủi*: nắng hay bóng, treo hay trải. Len trải phẳng. Lụa phơi bóng, ủi mặt trái khi còn hơi ẩm.",
      "Đừng đọc cả nhãn. Bảy ký hiệu đọc ra là bảy điều khách quên. Ba dòng viết ra là ba điều còn trong ví.",
      "**Nói trước điều sẽ xảy ra.** “Màu này lần đầu có thể ra chút, chị giặt riêng.” Nói trước là lời khuyên; nói sau là lời bào chữa.",
      "**Khi khách mang đồ hỏng tới**, hỏi để hiểu, không hỏi để bắt lỗi. “Chị giặt sao để em xem chỗ nào mình dặn thiếu ạ?” Nếu nhãn ghi giặt máy mà áo co, lỗi ở mình. Nếu mình không dặn điều nhãn ghi bằng ký hiệu bé xíu, phần lỗi của mình cũng không nhỏ.",
      "Cứu được thì cứu: hạt len thì cắt; lai bung thì may; vệt nước trên lụa thì làm ẩm đều cả thân rồi phơi bóng. Không cứu được thì nói thật, rồi mở Tâm xem mình được làm gì.",
      "Cùng một loại lỗi gặp lần thứ ba thì báo: có khi là nhãn in sai, có khi là lô vải. Người đứng quầy thường thấy trước phòng kiểm hàng.",
    ],
    [
      "Much of what comes back as “faulty” begins with the first wash. Part of it is the goods, part of it is advice nobody gave.",
      "**Good advice has three lines**, fits the way they wash, and is written on a card by hand:",
      "- *Water*: cool or warm; by itself the first time, or not.\n- *Hands*: may it be wrung? Silk, viscose, wool: press in a towel, do not wring.\n- *Drying, ironing*: sun or shade, hung or flat. Wool lies flat. Silk dries in the shade and is ironed inside out while slightly damp.",
      "Do not read the whole label aloud. Seven symbols spoken are seven things forgotten. Three lines written are three things in the purse.",
      "**Say beforehand what will happen.** “This colour may run a little at first; wash it by itself.” Before, it is advice; afterwards, it is an excuse.",
      "**When something comes back spoilt**, ask to understand and not to catch them out. “How did you wash it? I'd like to see what we failed to tell you.” If the label allows the machine and it shrank, the fault is ours. If we left the warning to a tiny symbol, our part is not small either.",
      "Save what can be saved: shave the pills, sew the hem; for a water mark on silk, dampen the whole panel evenly and dry it in the shade. What cannot be saved, say so, and look in Tâm for what you may do.",
      "The third time you meet the same thing, report it: it may be a misprinted label, or a batch. The counter often sees it before quality control does.",
    ],
  ),
  remember: both("Ba dòng viết tay, hợp với cách khách giặt; nói trước điều sẽ xảy ra.", "Three lines by hand that fit how they wash; say beforehand what will happen."),
  recall: [
    recall("three-lines", both("Lời dặn ba dòng gồm những gì?", "What are the three lines of advice?"), both("Nước; tay vắt được không; phơi và ủi.", "Water; whether hands may wring; drying and ironing.")),
    recall("silk-care", both("Lụa tơ tằm: giặt, phơi, ủi thế nào?", "Silk: how to wash, dry and iron?"), both("Nước nguội, không vắt, phơi bóng, ủi mặt trái khi còn hơi ẩm.", "Cool water, no wringing, dry in the shade, iron inside out while slightly damp.")),
  ],
};
