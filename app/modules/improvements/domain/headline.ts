const LONGEST = 90;

/** The beginning of what somebody wrote, as a title: its first line, cut at a word. */
export function headline(text: string, longest = LONGEST): string {
  const [line = ""] = text.trim().split("\n");
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > longest / 2 ? space : longest).replace(/[\s,;:.–-]+$/u, "")}…`;
}
