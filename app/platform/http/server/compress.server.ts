import compression from "compression";
import type { RequestHandler } from "express";

/**
 * Whether the answer to a request may be compressed: not where another site set the request off, since whoever chooses
 * a part of an address and sees how long the answer is could guess what else the page holds (BREACH).
 * @param fetchSite its `Sec-Fetch-Site`; absent for programs and for browsers that do not send it
 */
export function mayCompress(fetchSite: string | undefined): boolean {
  return fetchSite === undefined || fetchSite === "same-origin" || fetchSite === "none";
}

/** Compresses text of a kilobyte and more as the client takes it; what is compressed by itself (fonts, pictures) is left alone. */
export const compressAnswers: RequestHandler = compression({
  filter: (req, res) => mayCompress(req.get("Sec-Fetch-Site")) && compression.filter(req, res),
});
