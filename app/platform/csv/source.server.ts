import { createHash } from "node:crypto";
import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { Readable } from "node:stream";

/** Bytes of a CSV file that are read more than once: as a stream first, then in slices inside a transaction. */
export interface CsvSource {
  stream(): Readable;
  /** Bytes from ≤ x < to, at once. */
  slice(from: number, to: number): Buffer;
  close(): void;
}

/** A file on disk. Throws as `fs` does when it cannot be opened. */
export function csvFile(path: string): CsvSource {
  const descriptor = openSync(path, "r");
  return {
    stream: () => createReadStream(path, { fd: descriptor, autoClose: false, start: 0 }),
    slice: (from, to) => {
      const bytes = Buffer.alloc(to - from);
      let read = 0;
      while (read < bytes.length) {
        const got = readSync(descriptor, bytes, read, bytes.length - read, from + read);
        if (got === 0) throw new Error("The file became shorter while it was read");
        read += got;
      }
      return bytes;
    },
    close: () => closeSync(descriptor),
  };
}

/** Text that is in memory already, as a form sends it. */
export function csvText(text: string | Uint8Array): CsvSource {
  const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : Buffer.from(text);
  return { stream: () => Readable.from([bytes]), slice: (from, to) => bytes.subarray(from, to), close: () => undefined };
}

/** SHA-256 of the whole source, hex, and whether it is UTF-8. */
export async function inspectSource(source: CsvSource): Promise<{ digest: string; utf8: boolean }> {
  const hash = createHash("sha256");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let utf8 = true;
  for await (const chunk of source.stream() as AsyncIterable<Buffer>) {
    hash.update(chunk);
    try {
      if (utf8) decoder.decode(chunk, { stream: true });
    } catch {
      utf8 = false;
    }
  }
  try {
    if (utf8) decoder.decode();
  } catch {
    utf8 = false;
  }
  return { digest: hash.digest("hex"), utf8 };
}
