import { z } from "zod";
import {
  attendanceBody, cardBody, circleBody, circleChange, circleDetail, circleItem, discussionBody, learntBody, lineUpItem, madeAnswer, seatAnswer, weekAnswer, whyBody,
} from "#modules/stories/api-schemas.ts";
import { type Operation, pageOf } from "./operation.ts";

const lineUp = { tag: "line-up" } as const;
const circles = { tag: "circles", scope: "stories:write" } as const;
const made = { status: 200, answer: madeAnswer, refusals: [404, 409] } as const;

/** The line-up card of a week, and circles. */
export const circleOperations: readonly Operation[] = [
  {
    ...{ ...lineUp, method: "get", path: "/line-up", id: "readLineUp", summary: "The line-up card of a week", scope: "stories:read" },
    query: z.object({ week: z.string().optional().describe("a local day of that week; this week unless told") }),
    ...{ status: 200, answer: lineUpItem, refusals: [404] },
  },
  {
    ...{ ...lineUp, method: "put", path: "/line-up/{week}", id: "chooseLineUp", summary: "Choose the card of a week, named by its Monday, or change it until it is published", scope: "stories:write" },
    ...{ body: cardBody, status: 200, answer: weekAnswer, refusals: [404, 409] },
  },
  { ...{ ...lineUp, method: "post", path: "/line-up/{week}/publish", id: "publishLineUp", summary: "Publish the card of a week; it then stays as it is", scope: "stories:write" }, ...{ status: 200, answer: weekAnswer, refusals: [404, 409] } },
  {
    ...{ ...lineUp, method: "post", path: "/line-up/{week}/discussed", id: "markLineUpDiscussed", summary: "Mark that the caller's own team talked about it; again changes it", scope: "stories:write" },
    ...{ body: discussionBody, status: 200, answer: weekAnswer, refusals: [404] },
  },
  {
    ...{ ...circles, method: "get", path: "/circles", id: "listCircles", summary: "Circles ahead, the nearest first, or those that were", scope: "stories:read" },
    query: z.object({ when: z.enum(["coming", "past"]).optional() }),
    ...{ status: 200, answer: pageOf(circleItem) },
  },
  { ...{ ...circles, method: "post", path: "/circles", id: "planCircle", summary: "Plan a circle that the caller hosts" }, ...{ idempotent: true, body: circleBody, status: 201, answer: madeAnswer } },
  { ...{ ...circles, method: "get", path: "/circles/{id}", id: "readCircle", summary: "One circle with who goes", scope: "stories:read" }, ...{ status: 200, answer: circleDetail, refusals: [404] } },
  { ...{ ...circles, method: "put", path: "/circles/{id}", id: "changeCircle", summary: "Change one's own circle; whoever goes hears of another time or place" }, ...{ body: circleChange, ...made } },
  { ...{ ...circles, method: "post", path: "/circles/{id}/cancel", id: "cancelCircle", summary: "Cancel one's own circle; whoever asked for a seat is told why" }, ...{ body: whyBody, ...made } },
  { ...{ ...circles, method: "post", path: "/circles/{id}/join", id: "joinCircle", summary: "Ask for a seat: had, or on the waiting list" }, ...{ ...made, answer: seatAnswer } },
  { ...{ ...circles, method: "post", path: "/circles/{id}/leave", id: "leaveCircle", summary: "Give one's seat back; it goes to the first who waits" }, ...made },
  { ...{ ...circles, method: "post", path: "/circles/{id}/attendance", id: "markAttendance", summary: "The host marks who came" }, ...{ body: attendanceBody, ...made } },
  { ...{ ...circles, method: "post", path: "/circles/{id}/learnt", id: "writeLearnt", summary: "The host writes what was learnt; whoever was going is told the first time" }, ...{ body: learntBody, ...made } },
  {
    ...{ ...circles, method: "get", path: "/circles/{id}/calendar", id: "readCircleCalendar", summary: "Its calendar file (RFC 5545)", scope: "stories:read" },
    ...{ status: 200, media: "text/calendar", answer: z.string(), refusals: [404] },
  },
];
