import { describe, expect, it } from "vitest";
import { reviewStanding, sunsetOn } from "./sunset.ts";

const procedure = { state: "in_force", reviewBy: "2026-11-22", law: null } as const;

describe("a procedure's review date", () => {
  it("is announced two weeks ahead and due on its day", () => {
    expect(reviewStanding(procedure, "2026-11-07")).toBe("fine");
    expect(reviewStanding(procedure, "2026-11-08")).toBe("soon");
    expect(reviewStanding(procedure, "2026-11-21")).toBe("soon");
    expect(reviewStanding(procedure, "2026-11-22")).toBe("due");
  });

  it("means stop by default thirty days later", () => {
    expect(sunsetOn(procedure)).toBe("2026-12-22");
    expect(reviewStanding(procedure, "2026-12-21")).toBe("due");
    expect(reviewStanding(procedure, "2026-12-22")).toBe("sunset");
  });

  it("stops nothing that a law asks for", () => {
    const legal = { ...procedure, law: "Luật Kế toán 2015, điều 16" };
    expect(sunsetOn(legal)).toBeNull();
    expect(reviewStanding(legal, "2028-01-01")).toBe("due");
  });

  it("is over for what has ended", () => {
    expect(reviewStanding({ ...procedure, state: "stopped" }, "2027-01-01")).toBe("ended");
    expect(reviewStanding({ ...procedure, state: "lapsed" }, "2027-01-01")).toBe("ended");
  });
});
