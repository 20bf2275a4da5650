import { Refusal } from "#platform/http/refusal.ts";

/** The largest picture that is taken, in bytes, and the longest edge that is kept, in pixels. */
export const MOST_BYTES = 2 * 1024 * 1024;
const LONGEST_EDGE = 1600;
/** Pixels a file may unfold to: a small file that unpacks into a huge picture is refused before it is read. */
const MOST_PIXELS = 40_000_000;
const TAKEN: readonly string[] = ["png", "jpeg", "webp"];

export interface Picture {
  readonly type: "image/webp";
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

const fault = (code: string, params: Readonly<Record<string, unknown>> = {}) => new Refusal("invalid_input", { errors: [{ path: "file", code, params }] });

/**
 * A picture as it is kept: recognised by what is in it whatever it is called, turned upright, no edge longer than 1,600
 * pixels, encoded anew without anything that came along (place, camera, comments).
 * Refuses 422 at `file`: `required`, `image_too_large`, `image_type`, `image_broken`.
 */
export async function readPicture(file: Uint8Array): Promise<Picture> {
  if (file.byteLength === 0) throw fault("required");
  if (file.byteLength > MOST_BYTES) throw fault("image_too_large", { limit: MOST_BYTES / 1024 / 1024 });
  const { default: sharp } = await import("sharp");
  const options = { limitInputPixels: MOST_PIXELS, failOn: "error" } as const;
  const format = await sharp(file, options).metadata().then(({ format: found }) => found, () => null);
  if (format === null || !TAKEN.includes(format)) throw fault("image_type");
  try {
    const { data, info } = await sharp(file, options).autoOrient().resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: "inside", withoutEnlargement: true }).webp({ quality: 82 }).toBuffer({ resolveWithObject: true });
    return { type: "image/webp", data, width: info.width, height: info.height };
  } catch {
    throw fault("image_broken");
  }
}
