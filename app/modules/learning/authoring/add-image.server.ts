import { createHash } from "node:crypto";
import { demand, type Asked } from "#platform/acting.server.ts";
import { db } from "#platform/db.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import type { Text } from "../domain/content.ts";
import { readPicture } from "./picture.server.ts";
import { recordEvent } from "./record-event.server.ts";

/** Pictures one course may have. */
const MOST_IMAGES = 60;

/**
 * Adds a picture to a course; the same picture again is kept once.
 * Refuses: `forbidden`; `not_found`; 409 `too_many_images`; 422 at `file` for what is no picture or too large.
 */
export async function addImage(code: string, { file, alt }: { readonly file: Uint8Array; readonly alt: Text }, asked: Asked, remember?: (tx: Tx, id: string) => Promise<void> | void): Promise<string> {
  demand(asked, "courses.edit");
  const { type, data, width, height } = await readPicture(file);
  const id = createHash("sha256").update(data).digest("hex").slice(0, 32);
  await transaction(async (tx) => {
    if ((await tx.find("LearningCourse", { code })) === null) throw notFound();
    await remember?.(tx, id);
    if ((await tx.find("LearningCourseImage", { course: code, imageId: id })) !== null) return;
    if ((await tx.count("LearningCourseImage", { course: code })) >= MOST_IMAGES) throw new Refusal("too_many_images", { status: 409, params: { limit: MOST_IMAGES } });
    if ((await tx.find("LearningImage", { id })) === null) {
      await tx.insert("LearningImage", { id, type, data: data.toString("base64"), width, height, size: data.byteLength, altVi: alt.vi, altEn: alt.en, uploadedById: asked.actor?.personId ?? null, at: asked.now });
    }
    await tx.insert("LearningCourseImage", { course: code, imageId: id, at: asked.now });
    await recordEvent(tx, { kind: "course", id: code }, { type: "course.image-added", schema: 1, data: { code, imageId: id, size: data.byteLength } }, asked);
  });
  return id;
}

/** A picture as it is sent; null for one there is not. */
export async function findImage(id: string): Promise<{ readonly type: string; readonly data: Buffer } | null> {
  const row = await db.learningImage.findUnique({ where: { id }, select: { type: true, data: true } });
  return row === null ? null : { type: row.type, data: Buffer.from(row.data, "base64") };
}
