/** The HTTP status of every refusal code (contracts.md §3). A module's own code that is not listed answers 422. */
const STATUS = {
  malformed_json: 400,
  unauthenticated: 401,
  forbidden: 403,
  insufficient_scope: 403,
  own_draft: 403,
  cross_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  state_changed: 409,
  verdict_changed: 409,
  no_policy_in_force: 409,
  idempotency_key_reused: 409,
  length_required: 411,
  precondition_failed: 412,
  too_large: 413,
  unsupported_media_type: 415,
  invalid_input: 422,
  duty_missing: 422,
  actor_required: 422,
  rate_limited: 429,
  unexpected: 500,
  busy: 503,
} as const;

export type KnownCode = keyof typeof STATUS;

/** One fault of an input: dotted path (`rules.3.limit.perCase`, empty for the whole), code, parameters for its words. */
export interface FieldFault {
  readonly path: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

interface RefusalDetails {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldFault[];
  /** For a code that the table does not know. */
  readonly status?: number;
  /** Further members of the problem document, such as the new verdict of `verdict_changed`. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** Seconds until trying again makes sense (429, 503). */
  readonly retryAfter?: number;
}

export function statusOf(code: string): number {
  return (STATUS as Readonly<Record<string, number>>)[code] ?? 422;
}

const brand = Symbol.for("tam.refusal");

/**
 * What was asked is not done, for a reason the asker can understand: a code with parameters, never words.
 * Thrown by loaders, actions, API handlers and commands; the wrappers turn it into a page, a form's answer or a problem document.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly [brand] = true;
  readonly params: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldFault[];
  readonly status: number;
  readonly members: Readonly<Record<string, unknown>>;
  readonly retryAfter: number | null;

  constructor(
    readonly code: KnownCode | (string & {}),
    details: RefusalDetails = {},
  ) {
    super(code);
    this.params = details.params ?? {};
    this.errors = details.errors ?? [];
    this.status = details.status ?? statusOf(code);
    this.members = details.members ?? {};
    this.retryAfter = details.retryAfter ?? null;
  }
}

/** Tells a Refusal by its brand: the server's own modules and the built routes may hold two copies of the class. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && brand in error;
}

/** 422 `invalid_input` with its faults. */
export function invalidInput(...errors: readonly FieldFault[]): Refusal {
  return new Refusal("invalid_input", { errors });
}

export function notFound(): Refusal {
  return new Refusal("not_found");
}
