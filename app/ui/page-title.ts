import { useMatches, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { words } from "#i18n/words.ts";
import { useErrorTitle } from "./error-page.tsx";

/**
 * What a route says about its page: `export const handle: PageHandle<typeof loader's data> = { title: "empowerment:decide.title" }`.
 * Words stay in the messages, so titles follow the language.
 */
export interface PageHandle<Data = never> {
  /** Full message key. */
  readonly title: string;
  readonly titleParams?: (data: Data) => Readonly<Record<string, unknown>>;
  /** How many things wait, shown before the title: `(3) Đang chờ tôi`. */
  readonly count?: (data: Data) => number;
}

/** The document's title: of the error the root shows, else from the deepest matched route that names one. */
export function useDocumentTitle(): string {
  const { t } = useTranslation("ui");
  const product = t("product");
  const error = useRouteError();
  const errorTitle = useErrorTitle(error);
  const match = useMatches().findLast((each) => typeof (each.handle as Partial<PageHandle> | undefined)?.title === "string");
  if (error !== undefined && error !== null) return `${errorTitle} · ${product}`;
  if (!match || match.data === undefined || match.data === null) return product;
  const handle = match.handle as PageHandle<unknown>;
  const [namespace = "", code = ""] = handle.title.split(":");
  const title = words(t, `${namespace}:`, { code, params: handle.titleParams?.(match.data) ?? {} }, "ui:product");
  const count = handle.count?.(match.data) ?? 0;
  return `${count > 0 ? `(${count}) ` : ""}${title} · ${product}`;
}
