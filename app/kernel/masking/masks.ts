export const MASK_KINDS = ["phone", "email", "order", "customer", "decision", "identity", "address", "name"] as const;
export type MaskKind = (typeof MASK_KINDS)[number];

/** Something in a text by which somebody could be recognised; positions in UTF-16 units of the text as it was given. */
export interface MaskSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: MaskKind;
  /** What stands there. */
  readonly text: string;
  /** What to write instead. */
  readonly replacement: string;
}

/** What a pattern found in a text in composed spelling. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: MaskKind;
  readonly replacement: string;
}

/** Whose names a text could give away. */
export interface KnownNames {
  /** Of everybody who could be named, as of a whole company: found in full and by the two last words. */
  readonly names: readonly string[];
  /** Of those the text is about: found by the given name alone as well. */
  readonly about?: readonly string[];
}

/**
 * What is written instead: `hint` an initial, the kind of a reference, the head of a number, so that a story stays readable;
 * `nothing` only an ellipsis, where even that could tell.
 */
export type Instead = "hint" | "nothing";
