import { beforeAll, describe, expect, it } from "vitest";
import { installCatalogue } from "./catalogue.ts";
import { DEFAULT_SETTINGS, createI18n } from "./instance.ts";
import { cookieValue, negotiateLocale, resolveLocale } from "./locale.ts";
import { pseudoText } from "./pseudo.ts";
import { translator } from "./translator.ts";
import { errorWords, words } from "./words.ts";

const catalogue = {
  ui: {
    greet: "{{you, capital}} còn {{room, money}} trước {{at, time}}.",
    quiet: "Do {{you}} chọn, {{role.supervisor}} duyệt.",
    items_other: "{{count}} mục",
    role: { supervisor: "trưởng ca" },
    term: { case: "trường hợp" },
  },
  errors: { unknown: "Có trục trặc.", too_long: "Nhiều nhất {{max, number}} ký tự." },
} as const;

const make = (settings: Partial<typeof DEFAULT_SETTINGS> = {}) =>
  createI18n({ ...DEFAULT_SETTINGS, ...settings }, catalogue).getFixedT(settings.locale ?? "vi", "ui") as unknown as (key: string, params?: object) => string;

describe("the locale of a request", () => {
  it("is the person's setting, then the cookie, then Accept-Language, then Vietnamese", () => {
    expect(resolveLocale({ person: "en", cookie: "vi", acceptLanguage: "vi" })).toBe("en");
    expect(resolveLocale({ person: null, cookie: "en", acceptLanguage: "vi" })).toBe("en");
    expect(resolveLocale({ cookie: "fr", acceptLanguage: "fr, en;q=0.8, vi;q=0.4" })).toBe("en");
    expect(resolveLocale({ acceptLanguage: "fr" })).toBe("vi");
    expect(resolveLocale({})).toBe("vi");
  });

  it("honours quality and ignores what was refused with q=0", () => {
    expect(negotiateLocale("vi;q=0.3, en-GB;q=0.9")).toBe("en");
    expect(negotiateLocale("en;q=0, vi;q=0.1")).toBe("vi");
    expect(negotiateLocale("*")).toBeNull();
  });

  it("reads a cookie by its whole name", () => {
    expect(cookieValue("x-tam-lang=en; tam-lang=vi", "tam-lang")).toBe("vi");
    expect(cookieValue(null, "tam-lang")).toBeNull();
  });
});

describe("messages at run time", () => {
  it("fill in the form of address, in upper case at the start of a sentence", () => {
    const params = { room: { minor: 550000, currency: "VND" }, at: "2026-11-22T07:05:00Z" };
    expect(make()("greet", params)).toBe("Bạn còn 550.000\u00a0₫ trước 14:05.");
    expect(make({ address: "anh/chị" })("greet", params)).toBe("Anh/chị còn 550.000\u00a0₫ trước 14:05.");
  });

  it("use the organisation's own role names, and ignore labels that rename nothing", () => {
    const labels = { "role.supervisor": { vi: "trưởng nhóm" }, "greet": { vi: "x" }, "role.boss": { vi: "sếp" }, "term.case": { vi: " " } };
    const t = make({ labels });
    expect(t("quiet")).toBe("Do bạn chọn, trưởng nhóm duyệt.");
    expect(t("role.supervisor")).toBe("trưởng nhóm");
    expect(t("term.case")).toBe("trường hợp");
    expect(t("role.boss")).toBe("role.boss");
  });

  it("treat what a person typed as text, never as a message or a placeholder", () => {
    const instance = createI18n(DEFAULT_SETTINGS, { ui: { said: "Khách nói: {{text}}", secret: "kín" } });
    const t = instance.getFixedT("vi", "ui") as unknown as (key: string, params: object) => string;
    expect(t("said", { text: "$t(secret) {{you}} <b>" })).toBe("Khách nói: $t(secret) {{you}} <b>");
  });

  it("leave an unknown code with words instead of a raw key", () => {
    installCatalogue({ vi: catalogue, en: catalogue });
    const t = translator("vi", {});
    expect(errorWords(t, { code: "too_long", params: { max: 2000 } })).toBe("Nhiều nhất 2.000 ký tự.");
    expect(words(t, "errors:", { code: "added_tomorrow" })).toBe("Có trục trặc.");
  });
});

describe("the pseudo-locale", () => {
  beforeAll(() => installCatalogue({ vi: catalogue, en: catalogue }));

  it("accents and brackets what comes from messages and keeps placeholders", () => {
    expect(pseudoText("Xin {{name, capital}}")).toMatch(/^\[Ẋîñ \{\{name, capital\}\} ẋ+\]$/);
    expect(make({ pseudo: true })("quiet")).toMatch(/^\[.*bạn.*trưởng ca.*ẋ+\]$/);
  });
});
