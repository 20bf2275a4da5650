/** What Mây Lụa says it stands for, each with what can be seen done; `before` is how a value read until HR put it better. */
export const VALUES = [
  {
    code: "HEAR", nameVi: "Nghe cho hết", nameEn: "Hear it out",
    meaningVi: "Người trước, chuyện sau: để khách nói xong rồi mình mới tìm cách.", meaningEn: "The person first, then the problem: let them finish, then look for a way.",
    behaviours: [
      { code: "b1", vi: "Để khách kể hết rồi mới hỏi", en: "Lets the customer finish before asking" },
      { code: "b2", vi: "Hỏi điều khách chưa nói ra", en: "Asks what was left unsaid" },
      { code: "b3", vi: "Ghi lại để khách không phải kể lần hai", en: "Writes it down so nobody has to tell it twice" },
    ],
  },
  {
    code: "OWN", nameVi: "Nhận việc đến cùng", nameEn: "See it through",
    meaningVi: "Khách gặp ai thì người ấy lo cho tới khi khách nói là xong.", meaningEn: "Whoever meets the customer looks after it until the customer says it is done.",
    behaviours: [
      { code: "b1", vi: "Tự quyết trong thẩm quyền, không chuyển khách đi nơi khác", en: "Decides within their authority instead of sending the customer on" },
      { code: "b2", vi: "Gọi lại đúng giờ đã hẹn", en: "Calls back at the promised hour" },
      { code: "b3", vi: "Theo đến khi khách nói là xong", en: "Follows up until the customer says it is done" },
      { code: "b4", vi: "Nói thật khi chưa làm được, kèm một cách khác", en: "Is honest about a no, and offers another way" },
    ],
  },
  {
    code: "BESIDE", nameVi: "Đứng cùng nhau", nameEn: "Stand together",
    meaningVi: "Không ai phải một mình trước một khách đang giận hay một ngày quá sức.", meaningEn: "Nobody faces an angry customer or an overwhelming day alone.",
    behaviours: [
      { code: "b1", vi: "Đỡ ca, đỡ việc khi đồng nghiệp quá tải", en: "Takes over when a colleague has too much" },
      { code: "b2", vi: "Đứng cạnh đồng nghiệp khi khách to tiếng", en: "Stands beside a colleague when voices rise" },
      { code: "b3", vi: "Chỉ nghề cho người mới, không đợi hỏi", en: "Teaches newcomers without being asked" },
    ],
  },
  {
    code: "CARE", nameVi: "Chăm trước khi được hỏi", nameEn: "Care before being asked",
    meaningVi: "Đừng đợi khách phàn nàn mới nhớ tới khách.", meaningEn: "Think of customers before they complain.",
    behaviours: [
      { code: "b1", vi: "Báo trước cho khách khi có trục trặc", en: "Tells the customer before a problem reaches them" },
      { code: "b2", vi: "Nhớ điều khách thích và chuẩn bị sẵn", en: "Remembers what a customer likes and has it ready" },
      { code: "b3", vi: "Hỏi thăm sau khi khách mang đồ về", en: "Asks how it went once the customer is home" },
    ],
  },
  {
    code: "MEND", nameVi: "Sửa tận gốc", nameEn: "Mend the cause",
    meaningVi: "Một lỗi lặp lại là lỗi của cách làm, mình cùng sửa cách làm.", meaningEn: "A fault that repeats belongs to the way of working; together we change the way.",
    behaviours: [
      { code: "b1", vi: "Báo lỗi nhỏ lặp lại cho nơi sửa được", en: "Reports small repeated faults to whoever can mend them" },
      { code: "b2", vi: "Bỏ một bước làm khách phải chờ", en: "Takes out a step that makes customers wait" },
      { code: "b3", vi: "Làm lại cho đúng, kể cả khi không ai thấy", en: "Does it again until it is right, seen or not" },
    ],
    before: { daysAgo: 80, nameVi: "Luôn cải tiến", nameEn: "Always improving", meaningVi: "Mỗi ngày làm tốt hơn hôm qua một chút.", meaningEn: "A little better every day than the day before." },
  },
] as const;
