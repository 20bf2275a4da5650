import type { Locale } from "#i18n/locale.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { findingViews } from "./design/findings.server.ts";
import type { FindingView } from "./design/view-models.ts";
import { inspectPolicy } from "./domain/parse-policy.ts";

/**
 * What lint finds in a document that is no version, as in a file, in this organisation and in words. Refuses:
 * `invalid_input` with every fault of its shape and meaning; codes the organisation lacks are findings.
 */
export async function lintDocument(input: unknown, locale: Locale): Promise<FindingView[]> {
  const { document, faults } = inspectPolicy(input);
  if (document === null) throw new Refusal("invalid_input", { errors: faults.map(({ path, code, params }) => ({ path, code, params })) });
  return findingViews(document, locale);
}
