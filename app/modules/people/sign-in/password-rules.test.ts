import { describe, expect, it } from "vitest";
import { commonPasswords } from "./passwords.server.ts";
import { normalisePassword, passwordFault } from "./password-rules.ts";

const context = { email: "nguyen.lan@thoitrang.vn", name: "Nguyễn Thị Ngọc Lan", organisation: "Thời trang Hoa Sen" };
const fault = async (password: string) => passwordFault(password, context, await commonPasswords())?.code ?? null;

describe("a password", () => {
  it.each(["mưa rơi trên mái tôn cũ", "correct horse battery staple", " khoảng trắng ở đầu", "🌧️🌧️ trời mưa suốt đêm", "x7#Kq!vT2$mZ", "t".repeat(3) + "hai con mèo".repeat(20)])("may be %s", async (password) => {
    expect(await fault(password)).toBe(null);
  });

  it.each(["ngắn quá", "12345678901", "a".repeat(11)])("may not be as short as %s", async (password) => {
    expect(await fault(password)).toBe("too_short");
  });

  it("may have 256 characters and no more, counted as people count them", async () => {
    const long = "một câu dài và lạ ".repeat(20);
    expect(await fault([...long].slice(0, 256).join(""))).toBe(null);
    expect(await fault([...long].slice(0, 257).join(""))).toBe("too_long");
  });

  it.each(["password1234", "P@ssw0rd!2026", "qwertyuiopasdf", "passwordpassword", "aaaaaaaaaaaaaaa", "123123123123", "abcdefghijklm", "123456789012", "!!!dragon2026", "MatKhau123456"])(
    "may not be the common %s",
    async (password) => {
      expect(await fault(password)).toMatch(/password_(common|context)/);
    },
  );

  it.each(["NguyenThiNgocLan90", "hoasen2026!!", "thoitrang-2026", "nguyen.lan1990!", "ThoiTrangHoaSen1"])("may not be made of what everybody knows: %s", async (password) => {
    expect(await fault(password)).toBe("password_context");
  });

  it("refuses common passwords that are padded to the length asked for", async () => {
    const list = [...(await commonPasswords())].filter((word) => /^[a-z]{6,}$/.test(word));
    const sample = Array.from({ length: 50 }, (_, index) => list[index * 37] ?? "");
    const padded = sample.map((word) => `${word}${"2026!2026!20".slice(0, Math.max(0, 12 - word.length))}`);
    expect((await Promise.all(padded.map(fault))).filter((code) => code === null)).toEqual([]);
  });

  it("is composed and otherwise left as typed", () => {
    expect(normalisePassword(" Mật  khẩu ".normalize("NFD"))).toBe(" Mật  khẩu ");
  });
});
