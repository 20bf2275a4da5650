/** How long a form that was sent is known again: enough for a second press of the same button on a slow line. */
const KNOWN_MS = 10_000;

const sent = new Map<string, number>();

/**
 * Remembers, in memory and for seconds, that a form went through, by the random number it was shown with: no person, no
 * pulse and no answer belongs to that number anywhere.
 */
export function markSent(sheet: string, now: Date): void {
  for (const [each, until] of sent) if (until < now.getTime()) sent.delete(each);
  sent.set(sheet, now.getTime() + KNOWN_MS);
}

/** Whether this very form went through a moment ago. */
export const sentJustNow = (sheet: string, now: Date): boolean => (sent.get(sheet) ?? 0) >= now.getTime();
