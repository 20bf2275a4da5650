import type { LocaleMessages } from "#i18n/catalogue.ts";
import type { Instant, MoneyValue } from "#i18n/format.ts";
import type { Locale } from "#i18n/locale.ts";
import type { messages as vi } from "./messages.vi.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "ui";
    resources: typeof vi;
    strictInterpolationChecks: true;
    /** Filled in by the runtime, see i18n/overlay.ts. */
    defaultVariables: { you: string; role: Record<string, string>; term: Record<string, string> };
    interpolationFormatTypeMap: {
      capital: string;
      money: MoneyValue;
      moneycompact: MoneyValue;
      number: number;
      percent: number;
      date: Instant;
      time: Instant;
      datetime: Instant;
      minutes: number;
      list: readonly string[];
    };
  }
}

/** The messages of one language alone, as its own download: for the browser. */
export async function loadMessages(locale: Locale): Promise<LocaleMessages> {
  const { messages } = locale === "en" ? await import("./messages.en.ts") : await import("./messages.vi.ts");
  return messages;
}
