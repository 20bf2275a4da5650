import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./styles.css", import.meta.url), "utf8");

/** The custom properties of the block that follows a selector. */
function tokens(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf("}", start));
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? "", match[2] ?? ""]));
}

const themes = { light: tokens(":root"), dark: tokens(':root[data-theme="dark"]') };

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

const SURFACES = ["page", "surface", "sunken"];
const TEXT: [string, string][] = [
  ...["ink", "muted", "accent", "heart", "bad", "warn", "good", "info"].flatMap((name) => SURFACES.map((under): [string, string] => [name, under])),
  ["on-accent", "accent"], ["on-accent", "accent-strong"], ["on-bad", "bad"], ["on-bad", "bad-strong"],
  ["accent", "accent-soft"], ["ink", "accent-soft"], ["muted", "accent-soft"],
  ...["good", "warn", "bad", "info"].flatMap((name): [string, string][] => [[name, `${name}-soft`], ["ink", `${name}-soft`]]),
];
const PARTS: [string, string][] = ["control", "focus", "accent"].flatMap((name) => SURFACES.map((under): [string, string] => [name, under]));

describe.each(Object.entries(themes))("the %s theme", (_name, theme) => {
  it.each(TEXT)("writes %s on %s with a contrast of at least 4.5", (text, under) => {
    expect(contrast(theme[text] ?? "", theme[under] ?? "")).toBeGreaterThanOrEqual(4.5);
  });

  it.each(PARTS)("draws %s on %s with a contrast of at least 3", (part, under) => {
    expect(contrast(theme[part] ?? "", theme[under] ?? "")).toBeGreaterThanOrEqual(3);
  });
});

describe("the themes", () => {
  it("define the same tokens, and the device's dark is the chosen dark", () => {
    expect(Object.keys(themes.dark)).toEqual(Object.keys(themes.light));
    expect(tokens(':root[data-theme="system"]')).toEqual(themes.dark);
  });

  it("leave room for stacked Vietnamese marks in every text size", () => {
    const heights = [...css.matchAll(/--text-\w+--line-height:\s*([\d.]+)/g)].map((match) => Number(match[1]));
    expect(heights.length).toBeGreaterThan(0);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(1.35);
  });
});
