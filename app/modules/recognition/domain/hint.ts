import { foldText } from "#kernel/text.ts";

/** What makes a thank-you worth reading later; asked while it is typed, stored nowhere and shown to nobody else. */
export interface Hint {
  /** Says when, where, or what exactly. */
  readonly specific: boolean;
  /** Says what the customer, or a colleague, had of it. */
  readonly effect: boolean;
  /** Says what the person did, as somebody else could see it. */
  readonly behaviour: boolean;
}

/** Short of this many words nothing particular is told yet. */
const LEAST_WORDS = 6;

const any = (words: readonly string[]) => new RegExp(`(?:^|[^\\p{L}])(?:${words.join("|")})(?=$|[^\\p{L}])`, "u");

/** A time, a place, a number, a case or words that were said; marks are folded, so both spellings are found. */
const SPECIFIC = any([
  "hom qua", "hom nay", "hom truoc", "hom thu", "sang nay", "trua nay", "chieu nay", "toi qua", "toi nay", "dem qua", "tuan truoc", "cuoi tuan", "thang truoc", "hom ay", "hom do",
  "luc", "trong khi", "ngay truoc", "gio cao diem", "ca toi", "ca dem", "ca sang", "don hang", "khi khach", "khi co", "khi chi", "khi anh", "tai quay", "o quay", "phong thu",
  "yesterday", "today", "this morning", "this afternoon", "last night", "last week", "last month", "on monday", "on tuesday", "on wednesday", "on thursday", "on friday", "on saturday", "on sunday",
  "when the", "when a", "when she", "when he", "while the", "while a", "at the counter", "at closing", "before closing", "night shift", "evening shift", "rush hour", "order", "fitting room",
]);
const FIGURE = /\d|["“”«»]/u;

const SOMEBODY = any([
  "khach", "khach hang", "co ay", "chi ay", "anh ay", "bac", "chu", "co chu", "gia dinh", "dong doi", "ca doi", "ca ca", "minh", "em", "moi nguoi", "dong nghiep",
  "customer", "customers", "she", "he", "they", "family", "team", "us", "me", "everyone", "colleague", "colleagues",
]);
const EFFECT = any([
  "kip", "yen tam", "yen long", "nhe nhom", "do phai", "khong phai", "khoi phai", "vui", "hai long", "cam dong", "quay lai", "tro lai", "gioi thieu", "binh tinh lai", "het gian", "het lo",
  "tin", "nho vay", "nho the", "nho do", "vi vay ma", "nen khach", "duoc viec", "giup khach", "mim cuoi", "cuoi", "bot lo", "tiep tuc mua", "giu duoc", "xong viec", "hoc duoc",
  "in time", "on time", "relieved", "reassured", "happy", "smiled", "smiling", "thanked", "came back", "returned", "calmed", "calmer", "trust", "trusts", "trusted", "so that", "because of that",
  "without having to", "did not have to", "didn't have to", "no longer", "able to", "learnt", "learned", "felt",
]);

const DID = any([
  "goi", "goi lai", "hoi", "hoi lai", "lang nghe", "nghe het", "giai thich", "xin loi", "o lai", "ngoi lai", "chay", "mang", "giu", "tim", "kiem tra", "chuan bi", "ghi", "ghi lai", "ghi chep", "nhan", "sua",
  "gap", "don", "tiep", "thay ca", "do ca", "huong dan", "chi cho", "kem", "bao truoc", "nhac", "theo", "theo doi", "tu quyet", "doi", "hoan", "giao", "len lich", "xep", "nhuong", "dung cung", "do giup", "lam lai",
  "called", "call back", "asked", "listened", "explained", "apologised", "apologized", "stayed", "ran", "brought", "carried", "kept", "found", "checked", "prepared", "wrote", "noted", "fixed", "met",
  "welcomed", "covered", "showed", "taught", "coached", "warned", "reminded", "followed up", "decided", "replaced", "refunded", "delivered", "planned", "gave", "offered", "waited", "packed", "sewed", "stood by",
]);

/** Looks over a message in Vietnamese (with or without marks) or English, by rules that run where it is typed. */
export function hintFor(message: string): Hint {
  const text = foldText(message);
  const long = text.split(" ").filter((word) => word !== "").length >= LEAST_WORDS;
  return {
    specific: long && (SPECIFIC.test(text) || FIGURE.test(text)),
    effect: long && SOMEBODY.test(text) && EFFECT.test(text),
    behaviour: long && DID.test(text),
  };
}
