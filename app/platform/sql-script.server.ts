const TOKEN = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|[A-Za-z_]\w*|;|[^\s]/g;

/**
 * The statements of a script, each without its semicolon; a trigger's body stays whole. Understands what our migrations
 * hold: comments, quoted text and names, CREATE TRIGGER … BEGIN … END with CASE … END inside.
 */
export function splitStatements(script: string): string[] {
  const statements: string[] = [];
  let start = 0;
  let words: string[] = [];
  let depth = 0;
  for (const match of script.matchAll(TOKEN)) {
    const token = match[0];
    if (token.startsWith("--") || token.startsWith("/*")) continue;
    const word = token.toUpperCase();
    if (token === ";" && depth === 0) {
      if (words.length > 0) statements.push(script.slice(start, match.index).trim());
      start = match.index + 1;
      words = [];
      continue;
    }
    words.push(word);
    const inTrigger = words[0] === "CREATE" && words.slice(1, 3).includes("TRIGGER");
    if (!inTrigger) continue;
    if (word === "BEGIN" || word === "CASE") depth += 1;
    if (word === "END") depth -= 1;
  }
  if (words.length > 0) statements.push(script.slice(start).trim());
  return statements;
}
