import { text } from "node:stream/consumers";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { pageBody } from "./page-body.server.ts";

const WORDS = Array.from({ length: 400 }, (_, at) => `${"x".repeat(at % 7)}Nghiệm thu đổi trả, đến giờ hẹn ữ`);
const list = createElement("ul", null, ...WORDS.map((title, key) => createElement("li", { key, title }, title)));

describe("the body of a page", () => {
  it("holds every Vietnamese letter whole, wherever React's views end", async () => {
    const body = pageBody();
    renderToPipeableStream(list).pipe(body);
    const html = await text(body);
    expect(html).not.toMatch(/[\0\uFFFD]/);
    expect([...html.matchAll(/title="([^"]*)"/g)].map(([, title]) => title)).toEqual(WORDS);
  });
});
