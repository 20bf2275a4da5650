import { describe, expect, it } from "vitest";
import { renderPage } from "#tests/support/render-page.tsx";
import { BarsChart } from "./bar-chart.tsx";
import { CurveChart } from "./curve-chart.tsx";
import { TrendChart } from "./trend-chart.tsx";

const table = { caption: "Tỷ lệ theo tháng", columns: ["Tháng", "Tỷ lệ", "Số trường hợp"], rows: [["10/2026", "80%", "120"], ["11/2026", "–", "0"]] };
const sentence = "Tháng 10 có 80% trường hợp được tự quyết.";

const drawn = {
  trend: renderPage(<TrendChart sentence={sentence} table={table} points={[{ label: "10/2026", value: 0.8, low: 0.7, high: 0.9 }, { label: "11/2026", value: null, low: null, high: null }]} />),
  curve: renderPage(<CurveChart sentence={sentence} table={table} currency="VND" unit="ngày" level={{ value: 80_000, name: "đã tặng" }} names={{ first: "được tặng", second: "tương tự" }} points={[{ x: 0, first: 0, second: 0, low: null, high: null }]} />),
  bars: renderPage(<BarsChart sentence={sentence} table={table} unit={{ kind: "count" }} bars={[{ label: "10/2026", value: 3 }]} />),
};

describe.each(Object.entries(drawn))("a chart on the server (%s)", (_name, html) => {
  it("is its sentence and its table, and draws nothing", () => {
    expect(html).toContain(sentence);
    expect(html).toContain("Bảng số liệu");
    for (const cell of ["Tỷ lệ theo tháng", "10/2026", "80%", "–"]) expect(html).toContain(cell);
    expect(html).not.toContain("recharts");
  });

  it("hides the drawing from assistive technology, and its room where there are no scripts", () => {
    expect(html).toMatch(/<div aria-hidden="true" class="[^"]*noscript:hidden[^"]*"><\/div>/);
  });

  it("names rows and columns of the table", () => {
    expect(html.match(/<th[^>]*scope="col"/g)).toHaveLength(3);
    expect(html.match(/<th[^>]*scope="row"/g)).toHaveLength(2);
  });
});

it("names its lines by their pattern, not by colour alone", () => {
  for (const name of ["được tặng", "tương tự", "đã tặng"]) expect(drawn.curve).toContain(name);
  expect(drawn.curve).toContain('stroke-dasharray="7 5"');
  expect(drawn.curve).toContain('stroke-dasharray="2 4"');
});
