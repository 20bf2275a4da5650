import type { Text } from "#modules/learning/domain/content.ts";

/** A small group that meets to learn from what happened. */
export interface DemoCircle {
  readonly code: string;
  /** Counted from the load day; below 0 it has been. */
  readonly inDays: number;
  readonly minutes: number;
  readonly places: number;
  /** where it builds on a story or a course: its code */
  readonly about: { readonly kind: "story" | "course"; readonly code: string };
  readonly theme: Text;
  /** what those who were there took along; null: it has yet to come */
  readonly learnt: Text | null;
}

/** Three circles that have been and two that are coming. */
export const CIRCLES: readonly DemoCircle[] = [
  {
    code: "first-minute", inDays: -58, minutes: 45, places: 8, about: { kind: "course", code: "PERSON-FIRST" },
    theme: { vi: "Phút đầu tiên: nghe sao khi quầy đang đông", en: "The first minute: listening while the counter is full" },
    learnt: {
      vi: "Ai cũng tưởng nghe thì chậm. Chúng tôi bấm giờ mười trường hợp: nghe trọn một phút trước thì trung bình xong sớm hơn, vì khách không kể lại. Một mẹo ai cũng mang về: nhìn vào mắt người đang chờ phía sau và nói mấy phút nữa tới lượt, rồi giữ đúng số phút ấy.",
      en: "We all thought listening was slow. We timed ten cases: with a full minute of listening first they ended sooner, because nothing was told twice. Everybody took one habit home: look at whoever waits behind, say how many minutes, and keep to them.",
    },
  },
  {
    code: "after-abuse", inDays: -33, minutes: 60, places: 10, about: { kind: "story", code: "ten-minutes-on-the-stairs" },
    theme: { vi: "Sau một cuộc gọi nặng: mình chăm nhau thế nào", en: "After a hard call: how we look after each other" },
    learnt: {
      vi: "Câu “làm tiếp được không” thì ai cũng trả lời được. Hỏi “trà hay yên tĩnh” thì người ta mới nói thật. Nhóm xin có một chỗ ngồi khuất ở mỗi cửa hàng; bốn nơi đã dọn xong góc ấy ngay trong tuần.",
      en: "To “can you carry on?” everybody says yes. To “tea or quiet?” people tell the truth. We asked for a place to sit out of sight in every shop; four had cleared a corner within the week.",
    },
  },
  {
    code: "heart-into-method", inDays: -12, minutes: 45, places: 8, about: { kind: "course", code: "CENTRE-PRIORITY" },
    theme: { vi: "Một việc tốt của một người thành cách làm của cả ca", en: "From one person's good deed to the whole shift's way of working" },
    learnt: {
      vi: "Mỗi người mang tới một việc mình hay làm cho khách mà chưa ai biết. Tám việc, năm việc ghi được vào hồ sơ khách ngay, hai việc thành vướng mắc đã báo, một việc chúng tôi quyết định để nguyên như vậy: viết tay thì không nên có mẫu.",
      en: "Each of us brought something we do for customers that nobody knew of. Of eight, five could go on the customer's record at once, two became frictions we reported, and one we decided to leave alone: what is written by hand should have no template.",
    },
  },
  {
    code: "kind-no", inDays: 6, minutes: 45, places: 8, about: { kind: "story", code: "kind-no" },
    theme: { vi: "Nói chưa làm được mà khách vẫn thấy được thương", en: "Saying no so that people still feel cared for" },
    learnt: null,
  },
  {
    code: "small-faults", inDays: 20, minutes: 60, places: 12, about: { kind: "course", code: "SMALL-FAULTS" },
    theme: { vi: "Lỗi nhỏ tháng này: cùng lần ngược tới bước gây ra nó", en: "This month's small faults: tracing each back to the step that causes it" },
    learnt: null,
  },
];
