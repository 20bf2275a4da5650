import { describe, expect, it } from "vitest";
import { redirectWithToast, safePath, takeToast } from "./responses.server.ts";

describe("safePath", () => {
  it.each(["//evil", "/\\evil", "https://evil", "https:evil", `java${"script"}:alert(1)`, "/\tevil", "/%09/evil", "/%2f/evil", "/%5cevil", "evil", "", "/a\r\nb", "/.//evil", null, undefined])("falls back for %s", (to) => {
    expect(safePath(to, "/home")).toBe("/home");
  });

  it.each(["/", "/account?x=1&y=%20#part", "/decisions/a%2Fb", "/a//b"])("keeps %s", (to) => {
    expect(safePath(to)).toBe(to);
  });
});

describe("a toast", () => {
  const carried = (response: Response) => {
    const [pair = ""] = (response.headers.get("Set-Cookie") ?? "").split(";");
    return takeToast(new Request("http://localhost/", { headers: { Cookie: pair } }));
  };

  it("is carried to the next page once", () => {
    const { toast, headers } = carried(redirectWithToast("/people", { key: "people:saved", params: { name: "Vũ" } }));
    expect(toast).toEqual({ key: "people:saved", params: { name: "Vũ" } });
    expect(headers["Set-Cookie"]).toContain("Max-Age=0");
  });

  it("is dropped when somebody made it up", () => {
    for (const value of ["%%%", "bm9uZQ", Buffer.from('{"key":"<b>"}').toString("base64url"), Buffer.from("null").toString("base64url")]) {
      expect(takeToast(new Request("http://localhost/", { headers: { Cookie: `__Host-tam-toast=${value}` } })).toast).toBe(null);
    }
  });
});
