import { describe, expect, it } from "vitest";
import { renderPage } from "#tests/support/render-page.tsx";
import type { Question } from "../bank.ts";
import type { PulseRow } from "../view-models.ts";
import { NotSent } from "./not-sent.tsx";
import { PromiseCard } from "./promise-card.tsx";
import { PulseActs } from "./pulse-acts.tsx";
import { PulseList } from "./pulse-list.tsx";

const promise = { mode: "confidential", kScores: 3, kComments: 3, opensOn: "2026-11-01", closesOn: "2026-11-10" } as const;
const questions: Question[] = [{ code: "PERSON-MORE", scale: "text", topic: "person", text: { vi: "Mong gì thêm?", en: "What more?" } }];

describe("who reads what is said of one person", () => {
  const card = (about: string | null, named: "self" | null) => renderPage(<PromiseCard id="p" promise={promise} cell={5} about={about} named={named} />);

  it("is never said to be everybody", () => {
    expect(card("Thu Hà", null)).not.toContain("mọi người sẽ thấy");
    expect(card("Thu Hà", null)).toContain("Người đọc kết quả: Thu Hà");
    expect(card("Thu Hà", "self")).toContain("Người đọc kết quả: bạn");
    expect(card(null, null)).toContain("Xem trước đúng những gì mọi người sẽ thấy");
  });

  it("is said so before it is closed, which asks first, without scripts too", () => {
    const acts = (aboutSomebody: boolean) => renderPage(<PulseActs state="open" revision={2} aboutSomebody={aboutSomebody} sent={{ refusal: null, typed: {} }} />);
    expect(acts(false)).toContain("Kết quả hiện cho mọi người được hỏi");
    expect(acts(true)).not.toContain("mọi người được hỏi");
    expect(acts(true).indexOf("Đóng khảo sát ngay bây giờ?")).toBeLessThan(acts(true).indexOf('value="close"'));
  });
});

it("what was not taken stays on the screen, and nothing that was not written", () => {
  const html = renderPage(<NotSent answered questions={questions} typed={{ "w-PERSON-MORE": "Ghé quầy tối thứ Bảy.", "sheet": "0" }} />);
  expect(html).toContain("Câu trả lời gửi lần đầu được tính");
  expect(html).toContain("Ghé quầy tối thứ Bảy.");
  expect(renderPage(<NotSent answered={false} questions={questions} typed={{}} />)).not.toContain("Lời vừa viết");
});

it("a list says what one has answered, leads back to it, and shows the day on which it was really over", () => {
  const row: PulseRow = { id: "p", title: { vi: "Quý này", en: "This quarter" }, about: null, state: "open", mode: "anonymous", opensOn: "2026-11-01", closesOn: "2026-12-24", closedOn: null, results: false, questions: 3, waits: false, seat: "answered" };
  const open = renderPage(<PulseList rows={[row]} watches={false} />);
  expect(open).toContain("Bạn đã trả lời");
  expect(open).toContain('href="/pulse/p"');
  const closed = renderPage(<PulseList rows={[{ ...row, about: "Thu Hà", state: "closed", closedOn: "2026-11-20", seat: "asked" }]} watches={false} />);
  expect(closed).toContain("20/11/2026");
  expect(closed).not.toContain("24/12/2026");
  expect(closed).toContain("Kết quả chỉ dành cho người được góp ý");
});
