import { describe, expect, test } from "vitest";
import { messages } from "#composition/messages.vi.ts";
import { channelsFor, MAIL_TIMES, TOPIC_CODES, TOPICS, topicOf } from "./topics.ts";

/** Every kind of notification that a module has words for. */
const kinds = Object.values(messages).flatMap((namespace) => ("notification" in namespace ? Object.keys(namespace.notification).map((code) => code.replace("-", ".")) : []));

describe("topics", () => {
  test("every kind of notification has one", () => {
    expect(kinds.length).toBeGreaterThan(50);
    for (const kind of kinds) expect(TOPIC_CODES).toContain(topicOf(kind));
    expect(() => topicOf("weather.rain")).toThrow(TypeError);
  });

  test("a kind named by itself goes before its family", () => {
    expect([topicOf("recognition.nudge"), topicOf("recognition.received")]).toEqual(["team-recognition", "recognition"]);
    expect([topicOf("improvement.to-answer"), topicOf("improvement.adopted"), topicOf("procedure.lapsed")]).toEqual(["changes-to-do", "changes", "changes"]);
    expect([topicOf("policy.changed"), topicOf("policy.answered"), topicOf("proposal.returned")]).toEqual(["policy-to-do", "policy-news", "policy-news"]);
  });

  test("no kind belongs to two topics", () => {
    const named = TOPIC_CODES.flatMap((code) => TOPICS[code].kinds);
    expect(new Set(named).size).toBe(named.length);
  });
});

describe("where somebody hears of a topic", () => {
  test("as the table says until they choose", () => {
    for (const topic of TOPIC_CODES) expect(channelsFor(topic, null, true)).toEqual(TOPICS[topic].channels);
  });

  test("as they chose; what waits for them is told inside the product whatever they chose", () => {
    for (const topic of TOPIC_CODES) {
      for (const inApp of [true, false]) {
        for (const mail of MAIL_TIMES) expect(channelsFor(topic, { inApp, mail }, true)).toEqual({ inApp: inApp || TOPICS[topic].needsAnswer, mail });
      }
    }
  });

  test("where no mail can leave, inside the product, save what they want to hear nowhere", () => {
    expect(channelsFor("recognition", { inApp: false, mail: "daily" }, false)).toEqual({ inApp: true, mail: "off" });
    expect(channelsFor("recognition", { inApp: false, mail: "off" }, false)).toEqual({ inApp: false, mail: "off" });
    expect(channelsFor("approvals", { inApp: false, mail: "off" }, false)).toEqual({ inApp: true, mail: "off" });
  });

  test("words of customers, of reports and of private thanks never leave by mail", () => {
    for (const kind of ["promise.due", "improvement.to-answer", "improvement.adopted", "recognition.received", "recognition.commented", "recognition.hidden"]) {
      expect(TOPICS[topicOf(kind)].spokenInMail).toBe(false);
    }
  });
});
