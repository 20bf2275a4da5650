/** What leaders of the demo company wrote of a month: words, the question of loyalty, and the answer of the next level. */
export const MONTHS: readonly { readonly words: string; readonly loyal: string; readonly answer: string | null }[] = [
  { words: "Tôi trả lời việc xin duyệt nhanh hơn tháng trước, nhưng vẫn có hai lần để cuối ca mới xem.", loyal: "Chưa, với khách đổi áo ngày thứ Bảy: họ chờ gần một giờ vì chờ tôi. Từ tháng sau tôi cử người thay mỗi khi vào kho.", answer: "Cử người thay là đúng. Tuần tới ta cùng xem vì sao thứ Bảy hay dồn việc." },
  { words: "Tháng này tôi đứng quầy hai buổi. Nhiều khách hỏi cùng một câu về đổi cỡ mà bảng chỉ dẫn không nói.", loyal: "Có, phần lớn. Chưa ở chỗ bảng chỉ dẫn: tôi sẽ cho viết lại bằng đúng câu khách hỏi.", answer: null },
  { words: "Tôi thay đổi một quyết định của nhân viên mà chưa hỏi lại bạn ấy. Sau mới biết khách đã kể ba lần.", loyal: "Chưa. Tôi bênh con số của cửa hàng trước khi nghe khách. Lần sau tôi gọi cho nhân viên trước khi sửa.", answer: "Cảm ơn vì nói thẳng. Chuyện này đáng kể lại trong buổi họp đầu ca." },
  { words: "Đội báo bốn vướng mắc, tôi trả lời ba. Cái còn lại liên quan kho nên tôi để lâu.", loyal: "Chưa, với khách chờ hàng chuyển kho. Tôi sẽ xin bỏ bước ký giấy ở kho.", answer: null },
  { words: "Tôi nghe tổng đài một buổi tối. Có lúc khách im lặng rất lâu, nhân viên biết chờ.", loyal: "Có. Điều tôi sẽ đổi là ca tối thiếu một người, khách phải chờ máy.", answer: "Đồng ý thêm người ca tối từ tháng sau." },
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
