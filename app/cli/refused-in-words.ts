import { installMessages } from "#composition/messages.server.ts";
import { translator } from "#i18n/translator.ts";
import { errorWords } from "#i18n/words.ts";
import { isRefusal, type FieldFault, type Refusal } from "#platform/http/refusal.ts";
import { CommandRefused } from "./refusal.ts";

/** A fault as one line for the operator, in English: what its message says, and its code. */
export function faultInWords(fault: Omit<FieldFault, "path">): string {
  installMessages();
  return `${errorWords(translator("en"), { code: `field.${fault.code}`, params: fault.params ?? {} })} (${fault.code})`;
}

function refusalInWords(refusal: Refusal): string {
  if (refusal.errors.length > 0) return refusal.errors.map((fault) => `${fault.path}: ${faultInWords(fault)}`).join("\n");
  installMessages();
  return `${errorWords(translator("en"), refusal)} (${refusal.code})`;
}

/** Runs a command's work; what a rule refuses is told to the operator in words. */
export async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isRefusal(error)) throw new CommandRefused(refusalInWords(error));
    throw error;
  }
}
