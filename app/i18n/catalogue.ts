import type { Locale } from "./locale.ts";

/** A tree of messages: one namespace, or a part of one. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** All namespaces of one language. */
export type LocaleMessages = Readonly<Record<string, MessageTree>>;

/**
 * The shape a translation must have: the keys of the Vietnamese original, each a string. A key ending in `_other`
 * (Vietnamese has one plural form) also asks for `_one`.
 */
export type Messages<T> = { readonly [K in keyof T]: T[K] extends string ? string : Messages<T[K]> } & {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]: string;
};

let installed: Readonly<Record<Locale, LocaleMessages>> | null = null;

/** Hands the joined messages of composition to the layers below it; each process root (web entry, server, command line, test set-up) calls it once. */
export function installCatalogue(catalogue: Readonly<Record<Locale, LocaleMessages>>): void {
  installed = catalogue;
}

/** The messages of one language. Throws when no process root has installed them. */
export function messagesOf(locale: Locale): LocaleMessages {
  if (!installed) throw new Error("no message catalogue: the process root must call installCatalogue first");
  return installed[locale];
}
