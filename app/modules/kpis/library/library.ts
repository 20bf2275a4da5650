import { AFTER_BUYING } from "./after-buying.ts";
import { BEFORE_BUYING } from "./before-buying.ts";
import type { LibraryExample } from "./example.ts";
import { STAYING } from "./staying.ts";

/** Good KPIs to begin from, in the order of the customer's journey; those about colleagues last. */
export const LIBRARY: readonly LibraryExample[] = [...BEFORE_BUYING, ...AFTER_BUYING, ...STAYING];

/** One example by its code. */
export function findExample(code: string): LibraryExample | null {
  return LIBRARY.find(({ definition }) => definition.code === code) ?? null;
}
