/**
 * True for a zone of the IANA database, aliases included (`Asia/Ho_Chi_Minh`, `Asia/Saigon`). A fixed offset is no zone:
 * it knows no clock changes, and not every runtime takes one.
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
