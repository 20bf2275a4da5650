import { describe, expect, it } from "vitest";
import {
  avatarInitial, dayIn, formatDate, formatDateTime, formatDateTimeLong, formatDay, formatDayLong, formatDue, formatDuration, formatList,
  formatMoney, formatMoneyCompact, formatMonth, formatNumber, formatPercent, formatRelative, formatShare, formatTime,
} from "./format.ts";

const zone = "Asia/Ho_Chi_Minh";
const vnd = (minor: number) => ({ minor, currency: "VND" });
const sunday = "2026-11-22T07:05:00.000Z";

describe("money", () => {
  it("is written in full with the sign after a non-breaking space", () => {
    expect(formatMoney(vnd(500000), "vi")).toBe("500.000\u00a0₫");
    expect(formatMoney(vnd(500000), "en")).toBe("500,000\u00a0₫");
    expect(formatMoney(vnd(0), "vi")).toBe("0\u00a0₫");
    expect(formatMoney(vnd(-14500), "vi")).toBe("-14.500\u00a0₫");
  });

  it("shows decimals only where the currency has some and they are not zero", () => {
    expect(formatMoney({ minor: 123450, currency: "USD" }, "vi")).toBe("1.234,50\u00a0US$");
    expect(formatMoney({ minor: 5, currency: "USD" }, "en")).toBe("0.05\u00a0US$");
    expect(formatMoney({ minor: 1000, currency: "USD" }, "en")).toBe("10\u00a0US$");
  });

  it("is exact at the largest amount", () => {
    expect(formatMoney(vnd(Number.MAX_SAFE_INTEGER), "vi")).toBe("9.007.199.254.740.991\u00a0₫");
    expect(formatMoney({ minor: Number.MAX_SAFE_INTEGER, currency: "USD" }, "en")).toBe("90,071,992,547,409.91\u00a0US$");
  });

  it("is shortened from a million up, to one decimal", () => {
    expect(formatMoneyCompact(vnd(18500000), "vi")).toBe("18,5\u00a0triệu\u00a0₫");
    expect(formatMoneyCompact(vnd(18500000), "en")).toBe("18.5\u00a0million\u00a0₫");
    expect(formatMoneyCompact(vnd(1250000000), "vi")).toBe("1,3\u00a0tỷ\u00a0₫");
    expect(formatMoneyCompact(vnd(999960000), "vi")).toBe("1\u00a0tỷ\u00a0₫");
    expect(formatMoneyCompact(vnd(850000), "vi")).toBe("850.000\u00a0₫");
  });
});

describe("numbers", () => {
  it("use the separators of the language", () => {
    expect(formatNumber(12345.6, "vi")).toBe("12.345,6");
    expect(formatNumber(12345.6, "en")).toBe("12,345.6");
    expect(formatPercent(84.5, "vi")).toBe("84,5%");
  });

  it("round half away from zero", () => {
    expect(formatNumber(-14.5, "en", 0)).toBe("-15");
    expect(formatNumber(14.5, "en", 0)).toBe("15");
  });

  it("show a share from counts exactly, and a dash for nothing measured", () => {
    expect(formatShare(145, 1000, "vi")).toBe("14,5%");
    expect(formatShare(1, 2000, "en")).toBe("0.1%");
    expect(formatShare(0, 0, "vi")).toBe("–");
  });
});

describe("dates and times", () => {
  it("are day first in both languages, in the given zone", () => {
    expect(formatDate(sunday, "vi", zone)).toBe("22/11/2026");
    expect(formatTime(sunday, "vi", zone)).toBe("14:05");
    expect(formatDateTime(sunday, "en", zone)).toBe("22/11/2026, 14:05");
    expect(formatDateTimeLong(sunday, "vi", zone)).toBe("Chủ nhật, 22/11/2026, 14:05");
    expect(formatDateTimeLong(sunday, "en", zone)).toBe("Sunday, 22/11/2026, 14:05");
  });

  it("change day at the zone's midnight and write it 00:00", () => {
    expect(dayIn("2026-11-22T17:00:00Z", zone)).toBe("2026-11-23");
    expect(formatTime("2026-11-22T17:00:00Z", "vi", zone)).toBe("00:00");
  });

  it("show a local day without any zone", () => {
    expect(formatDay("2026-03-01")).toBe("01/03/2026");
    expect(formatMonth("2026-03")).toBe("03/2026");
    expect(formatDayLong("2026-11-24", "vi")).toBe("Thứ ba, 24/11/2026");
  });

  it("say a due time as people do", () => {
    expect(formatDue("2026-11-22T09:30:00Z", sunday, "vi", zone)).toBe("16:30");
    expect(formatDue("2026-11-23T02:30:00Z", sunday, "vi", zone)).toBe("09:30 ngày mai");
    expect(formatDue("2026-11-29T17:00:00Z", sunday, "vi", zone)).toBe("00:00 ngày 30/11");
    expect(formatDue("2027-01-04T02:00:00Z", sunday, "en", zone)).toBe("09:00 on 04/01/2027");
  });

  it("say how long ago, and the date after a week", () => {
    expect(formatRelative("2026-11-22T07:04:30Z", sunday, "vi", zone)).toBe("vừa xong");
    expect(formatRelative("2026-11-22T07:02:00Z", sunday, "vi", zone)).toBe("3 phút trước");
    expect(formatRelative("2026-11-22T06:04:00Z", sunday, "en", zone)).toBe("1 hour ago");
    expect(formatRelative("2026-11-22T07:15:00Z", sunday, "vi", zone)).toBe("10 phút nữa");
    expect(formatRelative("2026-11-01T07:00:00Z", sunday, "vi", zone)).toBe("01/11/2026");
  });

  it("say lengths of business time in hours and minutes", () => {
    expect(formatDuration(45, "vi")).toBe("45 phút");
    expect(formatDuration(95, "vi")).toBe("1 giờ 35 phút");
    expect(formatDuration(60, "en")).toBe("1 hour");
    expect(formatDuration(0, "en")).toBe("0 minutes");
  });
});

describe("lists and names", () => {
  it("join with the language's word for and", () => {
    expect(formatList(["ghi chú", "hóa đơn", "ảnh"], "vi")).toBe("ghi chú, hóa đơn và ảnh");
    expect(formatList(["note", "photo"], "en")).toBe("note and photo");
  });

  it("take a Vietnamese person's initial from the given name", () => {
    expect(avatarInitial("Nguyễn Thị Ánh")).toBe("Á");
    expect(avatarInitial("Lê Văn đạt")).toBe("Đ");
    expect(avatarInitial("")).toBe("?");
  });
});
