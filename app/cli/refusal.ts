/** A command called in a way it does not understand: exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** A command that will not do what is asked; the message is the reason, for the operator: exit code 1. */
export class CommandRefused extends Error {
  override name = "CommandRefused";
}
