import { installCatalogue } from "#i18n/catalogue.ts";
import { messages as en } from "./messages.en.ts";
import { messages as vi } from "./messages.vi.ts";

/** Makes both languages known to `translator` and to the pages; each server-side process root calls it at its start. */
export function installMessages(): void {
  installCatalogue({ vi, en });
}
