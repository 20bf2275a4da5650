/**
 * How a clerk speaks of themselves to a customer they call so (glossary.md §6); the northern form, which templates take.
 */
const SELF: Readonly<Record<string, string>> = {
  anh: "em",
  chị: "em",
  "anh/chị": "em",
  cô: "em",
  chú: "em",
  bác: "cháu",
  ông: "cháu",
  bà: "cháu",
  bạn: "mình",
  "Quý khách": "chúng tôi",
};

/** The word a clerk uses for themselves beside a form of address; `em` where the form is not a known one. */
export function selfBeside(customer: string): string {
  return SELF[customer] ?? "em";
}
