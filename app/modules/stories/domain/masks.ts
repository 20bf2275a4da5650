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
