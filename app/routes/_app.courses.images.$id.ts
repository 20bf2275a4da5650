import { findImage } from "#modules/learning/public.server.ts";
import { page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";

/** A picture of a lesson. It never changes under its address, is no document, and runs nothing. */
export const loader = page("learning.read", async ({ params }) => {
  const image = await findImage(params["id"] ?? "");
  if (image === null) throw notFound();
  return new Response(new Uint8Array(image.data), {
    headers: {
      ...{ "Content-Type": image.type, "Content-Length": String(image.data.byteLength), "Content-Disposition": "inline", "X-Content-Type-Options": "nosniff" },
      ...{ "Content-Security-Policy": "default-src 'none'; sandbox", "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "private, max-age=31536000, immutable" },
    },
  });
});
