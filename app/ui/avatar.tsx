import { avatarInitial } from "#i18n/format.ts";
import { classes } from "./classes.ts";

/** The initial of a given name; a picture beside the name, never instead of it. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  return (
    <span aria-hidden className={classes("grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent", className)}>
      {avatarInitial(name)}
    </span>
  );
}
