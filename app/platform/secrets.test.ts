import { describe, expect, test } from "vitest";
import { decrypt, encrypt, lookupHash, randomToken, sameText, SecretError, tokenHash } from "./secrets.server.ts";

describe("encryption", () => {
  test("opens for the same context only, and never makes the same text twice", () => {
    const sealed = encrypt("0912345678", "customer.phone:1");
    expect(decrypt(sealed, "customer.phone:1")).toBe("0912345678");
    expect(encrypt("0912345678", "customer.phone:1")).not.toBe(sealed);
    expect(() => decrypt(sealed, "customer.phone:2")).toThrow(SecretError);
    expect(sealed).not.toContain("0912345678");
  });

  test("refuses text that was changed, cut, or sealed with another key", () => {
    const sealed = encrypt("0912345678", "c");
    const [version, , body] = sealed.split(".");
    expect(() => decrypt(`${sealed.slice(0, -2)}AA`, "c")).toThrow(SecretError);
    expect(() => decrypt(sealed.slice(0, -8), "c")).toThrow(SecretError);
    expect(() => decrypt(`${version}.0123456789abcdef.${body}`, "c")).toThrow("another SECRET_KEY");
    expect(() => decrypt("0912345678", "c")).toThrow(SecretError);
  });
});

describe("hashes and tokens", () => {
  test("a look-up hash is the same for the same value and kind alone", () => {
    expect(lookupHash("phone", "1")).toBe(lookupHash("phone", "1"));
    expect(lookupHash("phone", "1")).not.toBe(lookupHash("email", "1"));
    expect(lookupHash("phone", "1")).not.toBe(lookupHash("phone", "2"));
  });

  test("tokens are 256 random bits and stored as their SHA-256", () => {
    const tokens = new Set(Array.from({ length: 1_000 }, randomToken));
    expect(tokens.size).toBe(1_000);
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(tokenHash("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  test("texts compare by content", () => {
    expect(sameText("a", "a")).toBe(true);
    expect(sameText("a", "b")).toBe(false);
    expect(sameText("a", "aa")).toBe(false);
  });
});
