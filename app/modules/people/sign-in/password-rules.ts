import { foldText } from "#kernel/text.ts";
import type { FieldFault } from "#platform/http/refusal.ts";

export const MIN_LENGTH = 12;
export const MAX_LENGTH = 256;

/** What a password must not be made of: the person's and the organisation's own words. */
export interface PasswordContext {
  readonly email: string;
  readonly name: string;
  readonly organisation: string | null;
}

/** What has to be left of a password once such words are taken out of it. */
const MIN_REST = 8;
const MIN_WORD = 4;
const OWN_WORDS = ["ungdungtam", "password", "matkhau", "dangnhap", "xinchao", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
const LEET: Readonly<Record<string, string>> = { "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i" };

/** Passwords are taken as they are, composed (NFC): nothing is trimmed, cut or changed in case. */
export function normalisePassword(password: string): string {
  return password.normalize("NFC");
}

const letters = (text: string) => text.replace(/[^a-z]/g, "");

/** The word a password was made from: digits and signs at its ends off, leet letters read, lower case, no marks. */
function core(folded: string): string {
  const middle = folded.replace(/^[^a-z]+|[^a-z]+$/g, "");
  return letters([...middle].map((sign) => LEET[sign] ?? sign).join(""));
}

/** The shortest part that makes up the whole by repetition. */
function repeatedPart(text: string): string {
  for (let size = 1; size <= text.length / 2; size++) {
    if (text.length % size === 0 && text.slice(0, size).repeat(text.length / size) === text) return text.slice(0, size);
  }
  return text;
}

function isSequence(text: string): boolean {
  const steps = new Set([...text].slice(1).map((sign, index) => sign.charCodeAt(0) - text.charCodeAt(index)));
  return steps.size === 1;
}

/** Neighbouring words of a text written together, each run of four letters and more: `Hoa Sen` gives `hoasen`. */
function runsOf(text: string): string[] {
  const parts = foldText(text).split(/[^a-z]+/).filter((word) => word !== "").slice(0, 12);
  return parts.flatMap((_, from) => parts.slice(from).map((_last, index) => parts.slice(from, from + index + 1).join("")));
}

function wordsOf({ email, name, organisation }: PasswordContext): string[] {
  const runs = [name, organisation ?? "", ...email.split("@")].flatMap(runsOf);
  return [...new Set([...runs, ...OWN_WORDS])].filter((word) => word.length >= MIN_WORD).sort((a, b) => b.length - a.length);
}

/**
 * Why a password may not be used, or null: too short or long (code points), on the list of common ones, also with digits
 * and signs around it, in leet or repeated, a sequence, or little more than the person's or organisation's own words.
 * @param common common passwords, lower case
 */
export function passwordFault(password: string, context: PasswordContext, common: ReadonlySet<string>): Omit<FieldFault, "path"> | null {
  const length = [...password].length;
  if (length < MIN_LENGTH) return { code: "too_short", params: { limit: MIN_LENGTH } };
  if (length > MAX_LENGTH) return { code: "too_long", params: { limit: MAX_LENGTH } };
  const folded = foldText(password);
  const part = repeatedPart(folded);
  const bare = core(folded);
  const candidates = [password.toLowerCase(), folded, part, bare, repeatedPart(bare)];
  const short = part.length <= MIN_WORD || (bare.length > 0 && bare.length <= 2 && folded.length <= MIN_LENGTH + 4);
  if (short || isSequence(folded) || candidates.some((text) => common.has(text))) return { code: "password_common" };
  const joined = folded.replace(/[\s._-]/g, "");
  const rest = wordsOf(context).reduce((left, word) => left.split(word).join(""), joined);
  if (rest !== joined && [...rest].length < MIN_REST) return { code: "password_context" };
  return null;
}
