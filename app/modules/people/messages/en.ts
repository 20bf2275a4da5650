import type { Messages } from "#i18n/catalogue.ts";
import type { vi } from "./vi.ts";

export const en: Messages<typeof vi> = {
  title: "People",
};
