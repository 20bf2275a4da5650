/** What people of the demo company tell of a practice: said, felt, left unsaid. */
export interface Told {
  readonly said: string;
  readonly felt: string;
  readonly unsaid: string;
}

export const TOLD_VI: readonly Told[] = [
  { said: "Chị bảo áo giặt một lần đã xù, chị mua cho con đi học.", felt: "Tiếc tiền, hơi ngượng vì phải đem đi đổi.", unsaid: "Con chị cần áo mặc ngày mai, chị sợ không kịp." },
  { said: "Anh hỏi sao đơn báo đã giao mà nhà không nhận được.", felt: "Bực, lo mình bị nghi là nói sai.", unsaid: "Anh từng bị nơi khác bắt chứng minh, nên nói to trước." },
  { said: "Cô hỏi đi hỏi lại cỡ này có co không.", felt: "Ngại mặc không vừa trước mặt người trẻ.", unsaid: "Cô vừa lên cân sau đợt ốm, không muốn nói số đo." },
  { said: "Bạn ấy nói thôi khỏi đổi, để vậy cũng được.", felt: "Mệt, không muốn đôi co nữa.", unsaid: "Bạn đã gọi tổng đài hai lần và phải kể lại từ đầu." },
  { said: "Chị khen vải đẹp rồi đặt xuống, nói để suy nghĩ.", felt: "Thích nhưng phân vân.", unsaid: "Chị muốn hỏi chồng, không muốn bị giục." },
  { said: "Bác hỏi có đổi được quà tặng không, bác mất hóa đơn.", felt: "Lo bị coi là người đòi hỏi.", unsaid: "Quà của con gái ở xa, bác ngại nói là không vừa." },
  { said: "Anh nói phí giao cao hơn tiền lãi của anh.", felt: "Bức xúc, thấy mình thiệt.", unsaid: "Anh bán lại cho khách quen, trễ một ngày là mất mối." },
  { said: "Chị hỏi khóa kéo này hỏng thì sửa ở đâu.", felt: "Thất vọng nhưng vẫn nhẹ nhàng.", unsaid: "Đây là áo đầu tiên chị tự mua bằng lương mới." },
];

export const TOLD_EN: readonly Told[] = [
  { said: "She said the parcel came open and she had photographed it.", felt: "Annoyed, and worried that nobody would believe her.", unsaid: "It was for a wedding that Saturday." },
  { said: "He asked three times whether the colour would run.", felt: "Careful, a little embarrassed.", unsaid: "A shirt from somewhere else had ruined his wash last week." },
  { said: "She wanted a smaller size, then said never mind.", felt: "Tired of waiting.", unsaid: "Her little boy was asleep in the car outside." },
];

/** What observers say when they sign off. */
export const SEEN_VI: readonly string[] = [
  "Bạn để khách nói hết rồi mới hỏi. Lần sau thử nhắc lại bằng lời của khách trước khi đề nghị.",
  "Giọng chậm lại, khách dịu thấy rõ. Giữ cách này.",
  "Bạn hỏi đúng một câu về dịp mua, và khách kể thêm. Rất đáng nhớ.",
  "Biết nói điều làm được ngay trước, điều phải chờ sau. Nhớ ghi lại để người sau khỏi hỏi.",
];

/** What observers say when they ask for another try. */
export const AGAIN_VI = "Bạn đề nghị hoàn tiền hơi sớm, khách chưa kể xong. Thử thêm một khách nữa, đếm đủ một phút trước khi đề nghị.";

export const SEEN_EN: readonly string[] = ["You let her finish and said it back in her own words. Next time, name the feeling too.", "Calm all the way through. Write it down for whoever meets him next."];

/** What somebody keeps for themselves. */
export const KEPT_VI: readonly string[] = ["Mình hay trả lời trước khi khách nói xong. Tuần này thử đếm đến ba.", "Hôm đó mình sợ sếp hỏi nên đẩy lên trên. Thật ra mình được quyết.", "Nghe kỹ mệt hơn, nhưng về nhà thấy nhẹ."];

/** What somebody shared of it. */
export const SHARED_VI = "Tôi thử đếm đến ba trước khi trả lời. Ba giây dài hơn tôi tưởng, và khách thường kể thêm đúng điều cần biết.";
