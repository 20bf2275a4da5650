import { describe, expect, it } from "vitest";
import { db } from "#platform/db.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { Browser, startServer } from "#tests/support/server.ts";

const FORM = {
  "organisation.name": "Nhà sách Mùa Hạ",
  "organisation.currency": "VND",
  "organisation.timeZone": "Asia/Ho_Chi_Minh",
  "organisation.language": "vi",
  "organisation.hours.1": "8:00-12:00, 13:30-17:30",
  "organisation.hours.6": "08:00-12:00",
  "organisation.holidays": "1/1/2027\n2027-02-06",
  "department.name": "Khối cửa hàng",
  "department.code": "RETAIL",
  "site.name": "Cửa hàng số 1",
  "site.code": "HN-01",
  "site.channel": "store",
  "admin.name": "Trần Văn Hải",
  "admin.email": "hai@muaha.vn",
  "admin.password": "bau troi xanh va nang",
  "admin.alsoHr": "on",
  "second.name": "Lê Thu Giang",
  "second.email": "giang@muaha.vn",
  "second.role": "leader",
  starterPolicy: "on",
};

const LINK = /\/setup\/[A-Za-z0-9_-]{43}/;

describe("an empty installation", () => {
  it("has no account but the one its printed link makes, once, and the second person comes in by invitation", async () => {
    const { url } = await useTestDatabase();
    const server = await startServer(url);
    await expect.poll(() => server.output()).toMatch(LINK);
    const [path = ""] = LINK.exec(server.output()) ?? [];
    expect(await db.person.count()).toBe(0);
    const browser = new Browser(server);
    expect((await browser.send("/setup/made-up")).status).toBe(404);
    expect((await browser.send(path)).status).toBe(200);

    const refused = await browser.send(path, { form: { ...FORM, "organisation.hours.1": "17:00-08:00", "admin.password": "short" } });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toContain('value="Nhà sách Mùa Hạ"');
    expect(await db.organisation.count()).toBe(0);

    const done = await browser.send(path, { form: FORM });
    expect(done.status).toBe(200);
    const [invitation = ""] = /\/link\/[A-Za-z0-9_-]{43}/.exec(await done.text()) ?? [];
    expect(JSON.parse((await db.organisation.findUniqueOrThrow({ where: { id: 1 } })).hours)).toEqual({ "1": [["08:00", "12:00"], ["13:30", "17:30"]], "6": [["08:00", "12:00"]] });
    expect((await browser.send("/account")).headers.get("Location")).toBe("/account/second-factor");
    expect((await new Browser(server).send(path)).status).toBe(404);
    expect((await new Browser(server).send(path, { form: FORM })).status).toBe(404);

    const second = new Browser(server);
    expect((await second.send(invitation)).status).toBe(200);
    expect((await second.send(invitation, { form: { password: "nang vang tren pho co" } })).status).toBe(303);
    expect((await second.signIn("giang@muaha.vn", "nang vang tren pho co")).status).toBe(303);
    expect(server.output()).not.toContain(invitation.slice(6));
  });
});
