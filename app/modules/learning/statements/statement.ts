import { createHash } from "node:crypto";
import type { Text } from "../domain/content.ts";

/** A statement of xAPI 1.0.3 (https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md), as far as it is made here. */
export interface Statement {
  readonly id: string;
  readonly version: "1.0.3";
  readonly actor: { readonly objectType: "Agent"; readonly account: { readonly homePage: string; readonly name: string } };
  readonly verb: { readonly id: string; readonly display: Text };
  readonly object: { readonly objectType: "Activity"; readonly id: string; readonly definition: { readonly type: string; readonly name: Text; readonly interactionType?: "choice" } };
  readonly result?: {
    readonly completion?: boolean;
    readonly success?: boolean;
    readonly response?: string;
    readonly duration?: string;
    readonly score?: { readonly raw: number; readonly min?: number; readonly max?: number };
    readonly extensions?: Readonly<Record<string, number | string>>;
  };
  readonly context: {
    readonly registration: string;
    readonly platform: string;
    readonly contextActivities?: { readonly parent: readonly { readonly objectType: "Activity"; readonly id: string }[] };
  };
  readonly timestamp: string;
}

const VERBS = {
  initialized: { id: "http://adlnet.gov/expapi/verbs/initialized", display: { vi: "bắt đầu", en: "initialized" } },
  completed: { id: "http://adlnet.gov/expapi/verbs/completed", display: { vi: "học xong", en: "completed" } },
  answered: { id: "http://adlnet.gov/expapi/verbs/answered", display: { vi: "trả lời", en: "answered" } },
  responded: { id: "http://adlnet.gov/expapi/verbs/responded", display: { vi: "chọn", en: "responded" } },
} as const;
export type Verb = keyof typeof VERBS;

const TYPES = { course: "http://adlnet.gov/expapi/activities/course", lesson: "http://adlnet.gov/expapi/activities/lesson", interaction: "http://adlnet.gov/expapi/activities/cmi.interaction" } as const;

const NAMESPACE = Buffer.from("8f1a2c7e5b0d4c3e9a6f7d2b1c0e4a58", "hex");

/** A UUID (version 5, RFC 4122 §4.3) that the same act always has: a statement exported twice is the same statement. */
export function statementId(name: string): string {
  const bytes = createHash("sha1").update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export interface Act {
  /** What names this act for ever: the kind and id of its row. */
  readonly key: string;
  readonly verb: Verb;
  readonly activity: keyof typeof TYPES;
  /** Below `/learn/`: course, lesson, node or question. */
  readonly path: readonly string[];
  readonly name: Text;
  readonly at: Date;
  readonly attemptId: string;
  readonly result?: Statement["result"];
}

export interface Place {
  readonly base: string;
  /** Names one person and says nothing about who it is. */
  readonly pseudonym: string;
}

/** Seconds as an ISO 8601 duration. */
export const duration = (ms: number): string => `PT${(Math.round(ms / 10) / 100).toFixed(2)}S`;

/** One act as a statement: the activity is what was done itself, its parent what that stands in. */
export function statementOf({ key, verb, activity, path, name, at, attemptId, result }: Act, { base, pseudonym }: Place): Statement {
  const address = (parts: readonly string[]) => `${base}/learn/${parts.map(encodeURIComponent).join("/")}`;
  return {
    id: statementId(key),
    version: "1.0.3",
    actor: { objectType: "Agent", account: { homePage: base, name: pseudonym } },
    verb: VERBS[verb],
    object: { objectType: "Activity", id: address(path), definition: { type: TYPES[activity], name, ...(activity === "interaction" ? { interactionType: "choice" as const } : {}) } },
    ...(result === undefined ? {} : { result }),
    context: { registration: attemptId, platform: "Tâm", ...(path.length > 1 ? { contextActivities: { parent: [{ objectType: "Activity" as const, id: address(path.slice(0, -1)) }] } } : {}) },
    timestamp: at.toISOString(),
  };
}
