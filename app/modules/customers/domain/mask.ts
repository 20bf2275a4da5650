/**
 * A customer's name as staff may see it when looking somebody up: the given name (the last word), by which customers are
 * addressed in Vietnamese, and the initials of the rest: `Nguyễn Thị Thu Hà` → `N. T. T. Hà`. null stays null.
 */
export function maskName(name: string | null): string | null {
  if (name === null) return null;
  const words = name.normalize("NFC").split(/\s+/u).filter((word) => word !== "");
  const given = words.pop();
  if (given === undefined) return null;
  return [...words.map((word) => `${[...word][0] ?? ""}.`), given].join(" ");
}
