/** What signing in writes into the audit trail. */
export type SignInEvent =
  | { readonly type: "sign-in.succeeded"; readonly schema: 1; readonly data: { readonly secondFactor: "none" | "due" | "code" | "recovery-code" } }
  | { readonly type: "sign-in.refused"; readonly schema: 1; readonly data: { readonly at: "password" | "code" | "proof" } }
  | { readonly type: "sign-in.proved"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "session.ended"; readonly schema: 1; readonly data: { readonly sessions: number; readonly why: "signed-out" | "everywhere" | "one" | "others" | "limit" | "administrator" } }
  | { readonly type: "password.changed"; readonly schema: 1; readonly data: { readonly how: "own" | "invitation" | "reset" | "setup"; readonly sessionsEnded: number } }
  | { readonly type: "second-factor.set-up"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "second-factor.removed"; readonly schema: 1; readonly data: { readonly by: "self" | "administrator" } }
  | { readonly type: "recovery-codes.made"; readonly schema: 1; readonly data: { readonly codes: number } }
  | { readonly type: "sign-in-link.created"; readonly schema: 1; readonly data: { readonly kind: "invitation" | "reset"; readonly emailed: boolean } }
  | { readonly type: "sign-in-link.asked"; readonly schema: 1; readonly data: Record<string, never> }
  | {
      readonly type: "token.created";
      readonly schema: 1;
      readonly data: { readonly owner: "person" | "service"; readonly scopes: readonly string[] | null; readonly expiresAt: string | null };
    }
  | { readonly type: "token.revoked"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "setup.done"; readonly schema: 1; readonly data: { readonly invited: boolean } };
