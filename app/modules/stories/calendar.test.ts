import { expect, it } from "vitest";
import { calendarOf } from "./calendar.ts";

const circle = {
  id: "c1", theme: "Nghe điều khách chưa nói", about: null, startsAt: new Date("2026-12-01T02:00:00Z"), minutes: 45, sequence: 0,
  createdAt: new Date("2026-11-20T02:00:00Z"), changedAt: new Date("2026-11-20T02:00:00Z"), cancelled: false, where: "Phòng họp, HN-01", link: null,
};
const lines = (change: Partial<typeof circle>) => calendarOf({ ...circle, ...change }, "https://tam.example/circles/c1", "Asia/Ho_Chi_Minh").split("\r\n");

it("keeps its UID through every change, raises its sequence, and takes a cancelled circle out", () => {
  expect(lines({})).toEqual(expect.arrayContaining(["UID:circle-c1@tam", "SEQUENCE:0", "DTSTART:20261201T020000Z", "DURATION:PT45M", "STATUS:CONFIRMED", "METHOD:PUBLISH", "X-WR-TIMEZONE:Asia/Ho_Chi_Minh"]));
  expect(lines({ sequence: 3, startsAt: new Date("2026-12-02T02:00:00Z") })).toEqual(expect.arrayContaining(["UID:circle-c1@tam", "SEQUENCE:3", "DTSTART:20261202T020000Z"]));
  expect(lines({ sequence: 4, cancelled: true })).toEqual(expect.arrayContaining(["UID:circle-c1@tam", "SEQUENCE:4", "STATUS:CANCELLED", "METHOD:CANCEL"]));
});

it("escapes what would break a line", () => {
  expect(lines({ theme: "A, b; c" })).toContain("SUMMARY:A\\, b\\; c");
});

it("is written under any address, without the page where that is none the writer knows", () => {
  expect(lines({})).toContain("URL:https://tam.example/circles/c1");
  expect(calendarOf(circle, "http://[::1]:3000/circles/c1", "Asia/Ho_Chi_Minh")).toContain("UID:circle-c1@tam");
  expect(calendarOf(circle, "http://localhost:0/circles/c1", "Asia/Ho_Chi_Minh")).not.toContain("URL:");
});
