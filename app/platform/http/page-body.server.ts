import { Transform } from "node:stream";

/**
 * The body React draws a page into. React 18 fills the end of a 2,048-byte view with zeros where a character of several
 * bytes does not fit any more, as Vietnamese letters often do not; a browser would show each zero as U+FFFD. No page holds
 * a zero byte of its own: HTML does not allow one.
 */
export function pageBody(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
