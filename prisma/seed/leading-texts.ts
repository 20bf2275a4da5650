/** What leaders of the demo company wrote of a month: words, the question of loyalty, and the answer of the next level. */
export const MONTHS: readonly { readonly words: string; readonly loyal: string; readonly answer: string | null }[] = [
  { words: "Tôi trả lời việc xin duyệt nhanh hơn tháng trước, nhưng vẫn có hai lần để cuối ca mới xem.", loyal: "Chưa, với khách đổi áo ngày thứ Bảy: họ chờ gần một giờ vì chờ tôi. Từ tháng sau tôi cử người thay mỗi khi vào kho.", answer: "Cử người thay là đúng. Tuần tới ta cùng xem vì sao thứ Bảy hay dồn việc." },
  { words: "Tháng này tôi đứng quầy hai buổi. Nhiều khách hỏi cùng một câu về đổi cỡ mà bảng chỉ dẫn không nói.", loyal: "Có, phần lớn. Chưa ở chỗ bảng chỉ dẫn: tôi sẽ cho viết lại bằng đúng câu khách hỏi.", answer: null },
  { words: "Tôi thay đổi một quyết định của nhân viên mà chưa hỏi lại bạn ấy. Sau mới biết khách đã kể ba lần.", loyal: "Chưa. Tôi bênh con số của cửa hàng trước khi nghe khách. Lần sau tôi gọi cho nhân viên trước khi sửa.", answer: "Cảm ơn vì nói thẳng. Chuyện này đáng kể lại trong buổi họp đầu ca." },
  { words: "Đội báo bốn vướng mắc, tôi trả lời ba. Cái còn lại liên quan kho nên tôi để lâu.", loyal: "Chưa, với khách chờ hàng chuyển kho. Tôi sẽ xin bỏ bước ký giấy ở kho.", answer: null },
  { words: "Tôi nghe tổng đài một buổi tối. Có lúc khách im lặng rất lâu, nhân viên biết chờ.", loyal: "Có. Điều tôi sẽ đổi là ca tối thiếu một người, khách phải chờ máy.", answer: "Đồng ý thêm người ca tối từ tháng sau." },
  { words: "Ba lần nhân viên hỏi tôi điều bạn ấy được tự quyết. Tôi đã trả lời thay vì nhắc bạn ấy xem phạm vi của mình.", loyal: "Có với khách, chưa với nhân viên. Tháng tới ai hỏi điều trong phạm vi, tôi hỏi lại: bạn định làm gì?", answer: "Câu hỏi ngược ấy hay. Cho tôi biết sau hai tuần các bạn còn hỏi bao nhiêu." },
  { words: "Tôi khen bốn người, cả bốn đều kèm điều khách nói. Trước đây tôi chỉ khen doanh số.", loyal: "Có. Một khách lớn tuổi nhắc tên nhân viên đã đọc giúp nhãn vải. Tôi muốn việc ấy thành thói quen.", answer: "Hãy kể chuyện nhãn vải ở buổi họp đầu ca của cả vùng." },
  { words: "Hai lời hứa gọi lại bị trễ vì không ghi ai nhận. Khách gọi tới mới biết.", loyal: "Chưa. Hai khách phải hỏi lại điều ta đã hứa. Từ nay mỗi lời hứa có tên người giữ trước khi khách ra về.", answer: "Đúng chỗ đau. Tuần sau tôi xem cùng bạn danh sách lời hứa sắp đến hạn." },
  { words: "Cửa hàng thiếu người suốt hai cuối tuần. Tôi xuống quầy thu ngân, việc duyệt vì thế bị chậm.", loyal: "Phần lớn có. Chưa với khách xin đổi hàng đã cắt nhãn: họ chờ tôi rảnh. Tôi xin giao mức ấy cho ca trưởng.", answer: "Đồng ý. Nhờ phòng nhân sự soạn thay đổi trong chính sách trao quyền." },
  { words: "Tôi học xong bài về nghe khách đang giận và tập hai tình huống. Lần thử đầu tôi ngắt lời ngay câu thứ hai.", loyal: "Có. Tôi nhận ra mình hay giải thích quy định trước khi nghe hết. Tháng này tôi tập im lặng thêm một nhịp.", answer: null },
  { words: "Đơn giao trễ nhiều vì mưa lớn. Đội nhắn cho khách trước khi khách hỏi, hầu hết trả lời cảm ơn.", loyal: "Có. Chỗ chưa ổn: khách ở xa nhận tin sau khi đã ra bưu cục. Tôi đổi giờ nhắn lên đầu buổi sáng.", answer: "Giữ cách nhắn trước này. Tôi hỏi đội kho xem cảnh báo sớm hơn được không." },
  { words: "Một quyết định của tôi bị cấp trên đổi lại. Tôi từ chối hoàn tiền vì thiếu hóa đơn, dù đơn có trên hệ thống.", loyal: "Chưa. Tôi tin giấy hơn tin khách. Đã gọi xin lỗi khách và sửa bản hướng dẫn ở quầy.", answer: "Cảm ơn bạn đã tự gọi cho khách. Quy trình sửa xong thì báo cả vùng." },
  { words: "Tháng này đội không báo vướng mắc nào. Tôi lo vì không phải vì không có.", loyal: "Tôi không chắc. Không ai kể điều chưa ổn. Tôi sẽ hỏi từng người một câu trong buổi trò chuyện tuần.", answer: "Lo như vậy là đúng. Đừng hỏi ai, hỏi điều gì làm khách phải chờ." },
  { words: "Tôi ghi hai quyết định lớn của tháng kèm khách nào được lợi và ta bỏ điều gì. Viết ra mới thấy điều thứ hai chưa rõ.", loyal: "Có. Riêng việc dừng sửa đồ tại chỗ ở một cửa hàng nhỏ, khách phải đi xa. Sau chín mươi ngày tôi xem lại.", answer: null },
];

/** Weighty decisions of the demo company's leaders, and what came of them. */
export const LOGGED: readonly { readonly daysAgo: number; readonly title: string; readonly words: string; readonly lens: string; readonly serves: string; readonly givenUp: string; readonly verdict: string | null; readonly happened: string | null }[] = [
  {
    daysAgo: 118, title: "Nhận lại cả lô áo khoác bung chỉ", words: "Bốn khách báo áo bung chỉ trong một tuần. Thay vì chờ từng người quay lại, chúng ta nhắn cho mọi khách đã mua lô này.", lens: "pain",
    serves: "Khách đã mua lô áo khoác ấy, kể cả người chưa kịp phàn nàn", givenUp: "Khoảng một tuần doanh thu của dòng áo khoác, và lời hỏi khó của phòng tài chính", verdict: "as_hoped", happened: "Hơn nửa số khách được nhắn đã mang áo tới. Số cuộc gọi phàn nàn về dòng này giảm hẳn, ba khách viết thư cảm ơn.",
  },
  {
    daysAgo: 97, title: "Không chạy khuyến mãi trong tuần giao hàng trễ", words: "Kho đang chậm hai ngày. Chạy khuyến mãi lúc này là hứa thêm điều chưa giữ được.", lens: "expectation",
    serves: "Khách đặt hàng qua mạng đang chờ hàng", givenUp: "Chỉ tiêu doanh thu tuần của đội bán hàng qua mạng", verdict: null, happened: null,
  },
  {
    daysAgo: 41, title: "Cho nhân viên tổng đài tự gác máy khi bị xúc phạm", words: "Sau ba cuộc gọi nặng lời trong một tháng, nhân viên được mời quản lý nói tiếp và nghỉ mười phút.", lens: "emotion",
    serves: "Những khách gọi sau đó, được một người bình tâm phục vụ", givenUp: "Thời gian xử lý trung bình của tổng đài", verdict: null, happened: null,
  },
  {
    daysAgo: 12, title: "Bỏ bản giấy thứ hai khi đổi hàng", words: "Khách chờ thêm mười hai phút để ký một tờ không ai đọc.", lens: "need",
    serves: "Khách tới đổi hàng vào cuối tuần", givenUp: "Sự yên tâm của khâu đối soát, đổi lại bằng ảnh chụp", verdict: null, happened: null,
  },
];

export const WHO_WE_ARE = {
  purposeVi: "Để mỗi người mặc thấy mình được tôn trọng, từ lúc chọn đồ đến khi cần sửa.",
  purposeEn: "So that everybody who wears our clothes feels respected, from choosing to mending.",
  strengths: [
    { vi: "Sửa và đổi đồ đến khi vừa ý", en: "Mending and exchanging until it fits" },
    { vi: "Nhân viên được quyết ngay trước mặt khách", en: "Staff who may decide in front of the customer" },
  ],
  customers: [
    { vi: "Người đi làm cần đồ mặc được nhiều năm", en: "Working people who need clothes that last for years" },
    { vi: "Cha mẹ mua cho cả nhà, không có thời gian đi lại", en: "Parents who buy for the whole family and have no time to come twice" },
  ],
} as const;
