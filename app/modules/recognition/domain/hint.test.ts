import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hintFor } from "./hint.ts";

const ALL = { specific: true, effect: true, behaviour: true };
const NONE = { specific: false, effect: false, behaviour: false };

describe("the hint beside the words", () => {
  it.each([
    "Tối qua Hà ở lại đến 22 giờ gọi từng khách báo hàng về trễ, nhờ vậy sáng nay khách tới đều yên tâm.",
    "Khi khách nói \"mai cưới con gái\", Vy mang áo dài chạy sang xưởng thêu, cô mặc kịp lễ.",
    "Yesterday at closing Vy stayed, found the last size 38 in the other shop, and the customer wore it in time.",
  ])("finds nothing missing in: %s", (message) => {
    expect(hintFor(message)).toEqual(ALL);
  });

  it.each(["Bạn tuyệt vời", "Cảm ơn em nhiều nhiều nha em ơi", "Great job, keep going", "", "   "])("asks for more in: %s", (message) => {
    expect(hintFor(message)).toEqual(NONE);
  });

  it("tells the three apart", () => {
    expect(hintFor("Bạn luôn hết lòng với công việc từ lúc mới vào")).toEqual({ ...NONE, specific: true });
    expect(hintFor("Bạn gọi lại và hỏi thăm từng người rất kỹ")).toEqual({ ...NONE, behaviour: true });
    expect(hintFor("Thanks to you every customer left the shop happy")).toEqual({ ...NONE, effect: true });
  });

  it("reads Vietnamese with and without marks alike", () => {
    const message = "Hôm qua Hà gọi lại cho khách trước giờ hẹn, khách yên tâm chờ";
    const bare = "Hom qua Ha goi lai cho khach truoc gio hen, khach yen tam cho";
    expect(hintFor(bare)).toEqual(hintFor(message));
    expect(hintFor(message.normalize("NFD"))).toEqual(ALL);
  });

  it("answers anything that is typed, and never less for words added at the end", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (typed) => {
        const [before, after] = [hintFor(typed), hintFor(`${typed} . hôm qua chị ấy gọi cho khách, khách yên tâm`)];
        for (const part of ["specific", "effect", "behaviour"] as const) if (before[part]) expect(after[part]).toBe(true);
      }),
    );
  });
});
