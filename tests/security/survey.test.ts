import { beforeAll, describe, expect, it } from "vitest";
import { makePosterLink } from "#modules/listening/make-poster-link.server.ts";
import { posterOf } from "#modules/listening/queries-surveys.server.ts";
import { saveSurvey } from "#modules/listening/save-survey.server.ts";
import { freshSurvey } from "#modules/listening/usual-touchpoints.ts";
import { db } from "#platform/db.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import { Browser } from "#tests/support/server.ts";
import { type Secured, secured } from "./fixture.ts";

let at: Secured;
let path: string;

beforeAll(async () => {
  at = await secured();
  const hr = await askedBy(at.company.people.hr, new Date());
  await saveSurvey({ ...freshSurvey("counter"), questions: ["understood", "csat"], departmentCode: "RETAIL" }, hr, { isNew: true });
  const { id } = await makePosterLink("counter", "HN-01", hr);
  path = (await posterOf("counter", id))?.path ?? "";
});

const visitIn = (html: string): string => /name="visit" value="([^"]+)"/.exec(html)?.[1] ?? "";

describe("a survey's public page", () => {
  it("is read and answered without account, session cookie or script, in either language", async () => {
    const stranger = new Browser(at.server);
    const page = await stranger.send(path);
    expect([page.status, page.headers.getSetCookie()]).toEqual([200, []]);
    expect(page.headers.get("Cache-Control")).toMatch(/no-store/);
    expect(page.headers.get("Referrer-Policy")).toBe("same-origin");
    const html = await page.text();
    expect(html).toContain("Did you feel understood?");
    expect(await (await new Browser(at.server).send(path, { headers: { "Accept-Language": "vi" } })).text()).toContain("Anh/chị có thấy được thấu hiểu không?");
    const said = '<script>alert(1)</script> "tốt" & vui';
    const sent = await stranger.send(path, { form: { visit: visitIn(html), understood: "yes", csat: "5", said } });
    expect([sent.status, sent.headers.getSetCookie()]).toEqual([200, []]);
    const thanks = await sent.text();
    expect(thanks).toContain("Thank you");
    expect(thanks).toContain("Retail reads every word");
    expect(await db.feedback.findFirstOrThrow({ orderBy: { receivedAt: "desc" } })).toMatchObject({ said, understood: "yes", csat: 5, siteCode: "HN-01" });
    const hr = await new Browser(at.server).signInAs(at.company.people.hr.id);
    expect(await (await hr.send("/listening")).text()).not.toContain("<script>alert(1)");
  });

  it("answers once per opening, and says so kindly", async () => {
    const stranger = new Browser(at.server);
    const visit = visitIn(await (await stranger.send(path)).text());
    const before = await db.feedback.count();
    const send = async () => (await stranger.send(path, { form: { visit, understood: "no" } })).text();
    expect(await send()).toContain("Thank you");
    expect(await send()).toContain("your answer was already here");
    expect(await db.feedback.count()).toBe(before + 1);
  });

  it("keeps what was typed when nothing was chosen, and says what is missing", async () => {
    const stranger = new Browser(at.server);
    const visit = visitIn(await (await stranger.send(path)).text());
    const empty = await stranger.send(path, { form: { visit } });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain("Choose an answer, or write a few words.");
    const long = await stranger.send(path, { form: { visit, csat: "9", said: "giữ lại nhé" } });
    expect([long.status, (await long.text()).includes("giữ lại nhé")]).toEqual([422, true]);
  });

  it("answers 404 for a link nobody made and 410 for one that ended, and tells nothing of anybody", async () => {
    const unknown = await new Browser(at.server).send(`/s/${"x".repeat(43)}`);
    expect([unknown.status, (await unknown.text()).includes("This survey was not found")]).toEqual([404, true]);
    const hr = await askedBy(at.company.people.hr, new Date());
    await saveSurvey({ ...freshSurvey("counter"), active: false }, hr, { isNew: false });
    const over = await new Browser(at.server).send(path);
    expect([over.status, (await over.text()).includes("This survey has ended")]).toEqual([410, true]);
  });

  it("leaves its link out of the log", () => {
    expect(at.server.output()).toContain('"path":"/s/…"');
    expect(at.server.output()).not.toContain(path.replace("/s/", ""));
  });
});
