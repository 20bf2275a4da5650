import { describe, expect, it } from "vitest";
import { ownOrigins, sameOrigin } from "./cross-origin.ts";

const own = ["http://localhost:3000"];
const post = (origin?: string, fetchSite?: string) => sameOrigin({ method: "POST", origin, fetchSite }, own);

describe("the cross-origin guard", () => {
  it("lets everybody read", () => {
    expect(["GET", "HEAD"].map((method) => sameOrigin({ method, origin: "https://evil", fetchSite: "cross-site" }, own))).toEqual([true, true]);
  });

  it("asks for an own origin or for fetch metadata that says so", () => {
    expect([post("http://localhost:3000"), post(undefined, "same-origin"), post("http://localhost:3000", "same-origin")]).toEqual([true, true, true]);
    expect([post(), post(undefined, "none")]).toEqual([false, false]);
  });

  it("takes one foreign sign as enough", () => {
    expect([post("https://evil", "same-origin"), post("http://localhost:3000", "cross-site"), post("http://localhost:3000", "same-site"), post("null"), post(undefined, "cross-site")]).toEqual([false, false, false, false, false]);
  });
});

describe("the origins that are our own", () => {
  it("are the loopback names at the port", () => {
    expect(ownOrigins({ appUrl: null, host: "127.0.0.1", port: 3000, tls: false })).toEqual(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"]);
  });

  it("are that of APP_URL alone when it is set", () => {
    expect(ownOrigins({ appUrl: "https://tam.example/", host: "0.0.0.0", port: 3000, tls: false })).toEqual(["https://tam.example"]);
  });
});
