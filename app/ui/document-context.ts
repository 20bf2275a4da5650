import { createContext, useContext } from "react";

/** What the document needs of the response it came with. */
export interface DocumentFacts {
  /** Of the content security policy; empty in the browser, which hides it. */
  readonly nonce: string;
  /** Names this response in the server's log; shown on error pages. */
  readonly requestId: string | null;
}

const DocumentContext = createContext<DocumentFacts>({ nonce: "", requestId: null });

export const DocumentProvider = DocumentContext.Provider;

export function useDocumentFacts(): DocumentFacts {
  return useContext(DocumentContext);
}

/** The nonce for script elements. */
export function useNonce(): string {
  return useDocumentFacts().nonce;
}
