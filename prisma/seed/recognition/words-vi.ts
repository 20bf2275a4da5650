import type { Wordings } from "./wordings.ts";

/** Thanks as colleagues write them; `{name}` is how they call whom they thank. */
export const vi: Wordings = {
  deeds: {
    money: [
      ["OWN/b1", "{name} tự quyết ngay tại quầy, khách không phải đứng chờ ai gọi lên trên."],
      ["HEAR/b1", "Khách vào cửa đã to tiếng, vậy mà {name} kéo ghế mời ngồi, nghe từ đầu tới cuối rồi mới mở sổ."],
      ["OWN/b4", "{name} nói thật phần nào mình lo được ngay, phần nào phải hỏi, không hứa cho qua chuyện."],
      ["HEAR/b2", "{name} hỏi thêm một câu \"chị định mặc dịp nào\", nhờ vậy mới biết tối đó khách có tiệc."],
      ["HEAR/b3", "{name} ghi lại đủ cả lời khách lẫn điều khách ngại, người sau mở ra là hiểu."],
      ["OWN/b1", "Gần giờ đóng cửa, {name} vẫn xem kỹ hóa đơn với khách rồi quyết luôn, không hẹn sang mai."],
    ],
    mend: [
      ["OWN/b3", "{name} mang chiếc áo sang tận tiệm may, đứng chờ lấy rồi mới gọi cho khách."],
      ["MEND/b3", "Đường chỉ sửa xong nhìn đã ổn, {name} vẫn tháo ra làm lại vì mặt trong còn nhăn."],
      ["HEAR/b2", "{name} để khách mặc thử, đi vài bước, rồi mới hỏi chỗ nào còn cấn."],
      ["MEND/b1", "{name} để ý ba chiếc cùng lô đều lỗi một chỗ nên báo kho kiểm lại cả thùng."],
      ["OWN/b1", "{name} đổi luôn chiếc khác cho khách tại phòng thử, thủ tục để mình làm sau."],
    ],
    speed: [
      ["OWN/b2", "{name} hẹn 4 giờ gọi lại thì 3 giờ 50 đã gọi, dù lúc đó quầy đang đông."],
      ["OWN/b3", "{name} lần theo đơn qua hai kho, tới khi biết chắc hộp đang ở xe nào."],
      ["CARE/b1", "Biết mưa to xe ra trễ, {name} gọi báo khách trước khi khách kịp hỏi."],
      ["MEND/b2", "{name} lấy hàng ở cửa hàng gần nhà khách thay vì chờ kho gửi ra, bớt được hai ngày."],
      ["OWN/b3", "Giao xong {name} còn nhắn hỏi áo có vừa không, rồi mới đóng việc lại."],
    ],
    care: [
      ["CARE/b3", "{name} gọi hỏi thăm sau một tuần, đúng như đã nói với khách lúc tiễn ra cửa."],
      ["CARE/b2", "{name} nhớ khách không thích màu đen nên để riêng chiếc màu rêu từ sáng."],
      ["CARE/b2", "{name} viết tay tấm thiệp cho con gái khách tốt nghiệp, ba dòng mà ai đọc cũng lặng đi."],
      ["HEAR/b2", "{name} nghe giọng khách buồn nên hỏi thêm, mới biết lần trước khách phải chờ lâu quá."],
      ["CARE/b1", "{name} báo trước loại vải này ra màu lần giặt đầu, chỉ luôn cách ngâm muối."],
    ],
    shop: [
      ["BESIDE/b1", "Chiều thứ bảy hai bạn nghỉ ốm, {name} ở lại thêm ca dù sáng đã làm."],
      ["BESIDE/b2", "Lúc khách mắng, {name} bước ra đứng cạnh mình, không nói gì nhiều mà mình hết run."],
      ["BESIDE/b3", "{name} chỉ mình cách đo vòng nách cho áo dài, làm chậm từng bước tới khi mình tự đo được."],
      ["MEND/b2", "{name} xếp lại kệ cỡ số, giờ tìm một chiếc chỉ mất nửa phút."],
      ["BESIDE/b1", "Giờ cao điểm {name} bỏ bữa trưa ra đỡ quầy tính tiền, hàng người tan trong mười phút."],
      ["MEND/b3", "{name} lau lại hết gương phòng thử trước giờ mở cửa, việc chẳng ai phân công."],
      ["CARE/b2", "{name} pha sẵn trà ấm cho khách chờ sửa đồ hôm trời lạnh."],
      ["HEAR/b3", "{name} viết bàn giao ca rõ đến mức sáng sau mình không phải hỏi lại khách câu nào."],
    ],
    hotline: [
      ["HEAR/b1", "Cuộc gọi dài bốn mươi phút, {name} không ngắt lời khách lần nào."],
      ["BESIDE/b2", "Nghe mình nghẹn giữa cuộc gọi, {name} ra dấu nhận máy giúp rồi kể lại sau cho mình yên tâm."],
      ["BESIDE/b1", "Đêm sàn sập mạng, {name} ở lại với ca đêm tới khi hàng chờ về không."],
      ["MEND/b1", "{name} đếm được mười một cuộc hỏi cùng một chỗ trên trang đổi hàng, gửi cho bên mạng ngay trong ca."],
      ["BESIDE/b3", "{name} ghi ra năm câu mở lời khi khách khóc, ca nào cũng dán cạnh màn hình."],
    ],
    online: [
      ["MEND/b1", "{name} chụp lại từng màu dưới ánh sáng thường để ảnh trên mạng không lừa mắt khách."],
      ["BESIDE/b1", "Đợt giảm giá {name} nhận thêm sáu mươi tin nhắn của bạn khác để không khách nào chờ qua đêm."],
      ["MEND/b2", "{name} sửa bảng cỡ theo số đo thật, từ hôm đó tin nhắn hỏi cỡ ít hẳn."],
      ["CARE/b1", "{name} nhắn cho mười hai khách trước khi đơn trễ, không đợi ai hỏi."],
    ],
    delivery: [
      ["OWN/b3", "{name} chạy lại lần hai vì khách chưa về, không để hộp ở cổng."],
      ["BESIDE/b1", "Hôm mưa ngập, {name} nhận luôn tuyến của bạn khác để hàng kịp ra trước tối."],
      ["MEND/b3", "{name} bọc thêm một lớp cho hàng thêu, tự bỏ công, từ đó không thấy hộp nào móp."],
      ["HEAR/b3", "{name} ghi giờ từng khách tiện nhận, tuần sau ai đi tuyến đó cũng biết."],
    ],
    office: [
      ["BESIDE/b1", "Cuối tháng rối, {name} bên kế toán ngồi cùng cửa hàng dò từng hóa đơn tới 7 giờ tối."],
      ["MEND/b2", "{name} bỏ tờ xác nhận thứ hai trong hồ sơ hoàn tiền sau khi xuống quầy ngồi một buổi."],
      ["HEAR/b1", "{name} ở văn phòng mà nghe anh em quầy kể hết rồi mới góp ý."],
      ["OWN/b2", "Máy quẹt thẻ hỏng giờ đông khách, {name} hẹn 20 phút và đúng 20 phút là có máy khác."],
      ["CARE/b1", "{name} báo trước một tuần là chương trình đổi, để quầy còn kịp nói với khách."],
      ["MEND/b1", "{name} gom các lỗi chúng mình báo, trả lời từng dòng một, dòng nào chưa làm cũng nói lý do."],
    ],
  },
  effects: {
    proven: [
      "Khách về vui, tuần sau dẫn cả em gái tới.",
      "Khách bảo lần đầu đổi đồ mà không thấy mình phải đi xin.",
      "Lúc ra cửa khách còn quay lại cảm ơn.",
      "Khách kịp dịp của mình, nhắn lại một tấm ảnh rất đẹp.",
      "Khách dịu hẳn, sau còn ngồi kể chuyện nhà.",
      "Khách yên tâm, không phải gọi lại lần nào nữa.",
      "Khách nói từ nay cứ tìm đúng người này.",
    ],
    open: [
      "Chưa biết khách hài lòng tới đâu, nhưng cách làm ấy mình muốn học theo.",
      "Khách chưa trả lời, còn cả ca thì đã nhẹ người.",
      "Dù kết quả ra sao, mình thấy khách được tôn trọng từ đầu đến cuối.",
      "Mình đứng cạnh mà hiểu ra thế nào là nhận việc về mình.",
      "Chuyện chưa xong hẳn, nhưng khách biết có người đang lo cho mình.",
    ],
  },
  team: {
    HEAR: ["Nhờ vậy khách không phải kể lại từ đầu.", "Nghe xong rồi mới thấy chuyện khác hẳn lúc đầu mình nghĩ.", "Cuối cùng người ta xin lỗi vì đã nặng lời.", "Từ đó mình cũng tập im lặng lâu hơn một chút."],
    OWN: ["Nhờ vậy khách không phải chờ thêm buổi nào.", "Không ai phải hỏi tới lần thứ hai.", "Khách tin là vì thế.", "Mình thấy thế nào là nhận việc về mình."],
    BESIDE: ["Nhờ vậy khách không phải chờ, còn cả đội về đúng giờ.", "Mình bớt sợ, và khách sau đó được phục vụ đàng hoàng.", "Người mới như mình học được nhiều hơn cả buổi học.", "Hôm đó ai cũng mệt mà không ai gắt với khách."],
    CARE: ["Khách chưa kịp lo thì đã có câu trả lời.", "Chuyện nhỏ mà khách nhắc mãi.", "Không một cuộc gọi phàn nàn nào hôm ấy.", "Quầy cũng kịp chuẩn bị lời với khách."],
    MEND: ["Từ hôm ấy khách đỡ phải hỏi lại.", "Tuần sau không còn ai gặp lại lỗi đó.", "Khách được việc nhanh hơn mà mình cũng nhẹ tay.", "Ai cũng tưởng chuyện vặt, tới lúc đếm mới thấy bao nhiêu khách đỡ phiền."],
  },
  addOns: [
    "Mình cũng ở ca đó, đúng là vậy.", "Khách ấy sau gặp mình vẫn nhắc.", "Lần trước cũng được giúp y như thế.", "Cảm ơn đã nói ra, mình định viết mà chưa kịp.",
    "Cả tầng nghe được câu ấy, ấm lòng.", "Mình học theo cách này cả tuần nay.", "Đội mình may mắn có bạn.", "Chuyện nhỏ mà nhớ lâu.",
  ],
  comments: [
    "Đọc mà thấy vui cả buổi sáng.", "Họp đầu ca mai mình kể lại chuyện này nhé.", "Câu hỏi thêm ấy hay quá, mình sẽ thử.", "Em chỉ làm việc của em thôi, cảm ơn mọi người.",
    "Cửa hàng mình cũng gặp khách như vậy, để mình hỏi cách làm.", "Khách kể lại với tổng đài, giọng vui lắm.", "Cái này nên thành cách làm chung.", "Cảm ơn đã để ý tới ca tối.",
    "Mong có người dạy lại cho các bạn mới.", "Đúng tinh thần nghe cho hết.", "Hôm đó mưa vậy mà vẫn kịp.", "Ghi lại chi tiết giúp mình với, mình muốn làm theo.",
  ],
};
