import type { SmallCompany } from "#db/seed/builders.ts";
import { observePractice } from "#modules/learning/practice/observe-practice.server.ts";
import { reportPractice } from "#modules/learning/practice/report-practice.server.ts";
import { db } from "#platform/db.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import { course, noDecision, publish, report, takeUntilPractice, uuid } from "../integration/learning/company.ts";
import type { Calls } from "./call.ts";

/** A call of each documented operation of learning. */
export function learningCalls(company: () => SmallCompany): Calls {
  let taught = false;
  const teach = async () => {
    if (taught) return;
    taught = true;
    await publish(company().people.hr, course(), 1, new Date());
  };
  const practised = async (): Promise<string> => {
    await teach();
    await takeUntilPractice(company().people.frontline2, "AUTHORITY-BASICS", new Date());
    return (await reportPractice(report(), await askedBy(company().people.frontline2, new Date()), noDecision)).id;
  };
  const certified = async (): Promise<string> => {
    const id = await practised();
    await observePractice(id, { verdict: "signed_off", seen: [0], words: null, level: "does" }, await askedBy(company().people.supervisor, new Date()));
    return (await db.learningCertificate.findFirstOrThrow({ orderBy: { givenAt: "desc" } })).id;
  };
  const attempt = async (): Promise<string> => {
    await teach();
    return takeUntilPractice(company().people.frontline, "AUTHORITY-BASICS", new Date());
  };
  return {
    listCourses: async () => (await teach(), { as: "auditor", path: "/courses" }),
    readCourse: async () => (await teach(), { as: "frontline", path: "/courses/AUTHORITY-BASICS" }),
    readOwnLearning: async () => (await teach(), { as: "frontline2", path: "/me/learning" }),
    startAttempt: async () => (await teach(), { as: "manager", path: "/courses/AUTHORITY-BASICS/attempts" }),
    answerInAttempt: async () => ({ as: "frontline", path: `/attempts/${await attempt()}/answers`, json: { kind: "answer", id: uuid(), lesson: "QUIZ", question: "Q1", choice: "b", confidence: "sure" } }),
    reportPractice: async () => (await teach(), { as: "frontline", path: "/practice-reports", json: { course: "AUTHORITY-BASICS", lesson: "FIELD", said: "Áo bung chỉ", felt: "Thất vọng", unsaid: "Đó là quà", observer: company().people.supervisor.email } }),
    signOffPractice: async () => ({ as: "supervisor", path: `/practice-reports/${await practised()}/sign-off`, json: { verdict: "signed_off", seen: [0, 1], level: "does" } }),
    listCertificates: async () => (await certified(), { as: "hr", path: "/certificates?course=AUTHORITY-BASICS" }),
    readBadge: async () => ({ as: "frontline2", path: `/certificates/${await certified()}/badge` }),
    listStatements: async () => (await attempt(), { as: "auditor", path: "/learning/statements?limit=2" }),
  };
}
