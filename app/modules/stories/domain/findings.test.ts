import { expect, it } from "vitest";
import { storyFindings } from "./findings.ts";

const people = { colleagues: ["Lê Thảo Vy", "Trần Thị Thu Hà"], customers: ["Phạm Thu Hà"] };
const said = (parts: Record<string, string | null>, consent: boolean) => storyFindings(parts, people, consent).map(({ part, text }) => `${part}:${text}`);

it("names of colleagues who agreed may stand, a customer's never, and numbers never", () => {
  const parts = { title: "Em Vy và chị Hoa", did: "Thảo Vy gọi 0912 345 678", unsaid: null };
  expect(said(parts, false)).toEqual(["title:Vy", "title:Hoa", "did:Thảo Vy", "did:0912 345 678"]);
  expect(said(parts, true)).toEqual(["title:Hoa", "did:0912 345 678"]);
  expect(said({ happened: "Chị Thu Hà chờ lâu" }, true)).toEqual(["happened:Thu Hà"]);
});
