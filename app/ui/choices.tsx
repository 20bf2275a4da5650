import { Check } from "lucide-react";
import { type InputHTMLAttributes, type ReactNode, forwardRef, useId } from "react";
import { classes } from "./classes.ts";
import { FieldErrors, FieldHint, type FieldProps, OptionalMark, useFieldWiring } from "./field.tsx";

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  /** A second line, such as what may still be given. */
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

export interface ChipsProps extends Omit<FieldProps, "defaultValue"> {
  options: readonly Choice[];
  /** The chosen value (values for CheckChips). */
  selected?: string | readonly string[] | undefined;
  /** `tiles` puts chips into a grid of equal, larger targets; `words` sets short ones close together, to save a row on the phone. */
  layout?: "chips" | "tiles" | "words";
  /** `pressed` tells a finger or a mouse from the arrows of the keyboard, which walk through the choices. */
  onChange?: (value: string, checked: boolean, pressed: boolean) => void;
}

const FACE =
  "chip-face flex h-full min-h-target min-w-target items-center justify-center gap-2 rounded-control border border-control bg-surface px-4 py-2 text-ink transition-colors peer-hover:bg-sunken";

const LAYOUTS = { chips: "flex flex-wrap gap-2", tiles: "grid grid-cols-2 gap-2 sm:grid-cols-3", words: "flex flex-wrap gap-1.5 sm:gap-2" } as const;
const FACES = { chips: "", tiles: "justify-start px-3", words: "px-2 text-sm sm:px-4 sm:text-base" } as const;

function ChipGroup({ kind, options, selected, layout = "chips", onChange, ...props }: ChipsProps & { kind: "radio" | "checkbox" }) {
  const wiring = useFieldWiring(props as FieldProps);
  const before = selected ?? props.field?.initialValue ?? props.field?.defaultValue;
  const chosen = new Set(Array.isArray(before) ? (before as string[]) : before === undefined || before === null || before === "" ? [] : [String(before)]);
  return (
    <fieldset
      aria-describedby={wiring.describedBy}
      className={classes("flex min-w-0 flex-col gap-2", props.className)}
    >
      <legend id={wiring.id} tabIndex={-1} className={props.hideLabel ? "sr-only" : "mb-1.5 font-semibold"}>
        {props.label}
        {props.optional && <OptionalMark />}
      </legend>
      {props.hint && <FieldHint id={wiring.hintId}>{props.hint}</FieldHint>}
      <div className={LAYOUTS[layout]}>
        {options.map((option, index) => (
          <div key={option.value} className="relative">
            <input
              type={kind}
              id={`${wiring.id}-${index}`}
              name={wiring.name}
              value={option.value}
              defaultChecked={chosen.has(option.value)}
              disabled={option.disabled}
              required={kind === "radio" && wiring.required}
              onChange={(event) => onChange?.(option.value, event.currentTarget.checked, (event.nativeEvent as UIEvent).detail > 0)}
              className="chip-input peer absolute inset-0 m-0 size-full cursor-pointer opacity-0"
            />
            <label htmlFor={`${wiring.id}-${index}`} className={classes(FACE, FACES[layout])}>
              <span className="min-w-0">
                {option.hint ? <span className="block font-semibold">{option.label}</span> : option.label}
                {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
              </span>
              <span aria-hidden className="chip-tick absolute -top-1.5 -right-1.5 hidden size-5 place-items-center rounded-full bg-accent text-on-accent">
                <Check className="size-3.5" strokeWidth={3} />
              </span>
            </label>
          </div>
        ))}
      </div>
      <FieldErrors id={wiring.errorId} texts={wiring.errorTexts} />
    </fieldset>
  );
}

/** One of several, each a tap target. Plain radio buttons underneath. */
export function RadioChips(props: ChipsProps) {
  return <ChipGroup kind="radio" {...props} />;
}

/** Any of several, each a tap target. Plain checkboxes underneath; the form posts one value per ticked chip. */
export function CheckChips(props: ChipsProps) {
  return <ChipGroup kind="checkbox" {...props} />;
}

export interface TickProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "type"> {
  label: ReactNode;
  hint?: ReactNode;
}

/** One yes-or-no with its label beside it. */
export const Checkbox = forwardRef<HTMLInputElement, TickProps>(function Checkbox({ label, hint, className, id, ...props }, ref) {
  const madeId = useId();
  const ownId = id ?? madeId;
  return (
    <div className={classes("flex min-h-target items-start gap-3 py-2", className)}>
      <input ref={ref} type="checkbox" id={ownId} aria-describedby={hint ? `${ownId}-hint` : undefined} className="mt-0.5 size-6 shrink-0 cursor-pointer accent-accent" {...props} />
      <div>
        <label htmlFor={ownId} className="cursor-pointer">{label}</label>
        {hint && <FieldHint id={`${ownId}-hint`}>{hint}</FieldHint>}
      </div>
    </div>
  );
});

/** A setting that is on or off; a checkbox with the role of a switch, so it works in a form without scripts. */
export const Switch = forwardRef<HTMLInputElement, TickProps>(function Switch({ label, hint, className, id, ...props }, ref) {
  const madeId = useId();
  const ownId = id ?? madeId;
  return (
    <div className={classes("flex min-h-target items-center justify-between gap-4 py-1", className)}>
      <div>
        <label htmlFor={ownId} className="cursor-pointer font-semibold">{label}</label>
        {hint && <FieldHint id={`${ownId}-hint`}>{hint}</FieldHint>}
      </div>
      <span className="relative inline-block h-target w-14 shrink-0">
        <input ref={ref} type="checkbox" role="switch" id={ownId} aria-describedby={hint ? `${ownId}-hint` : undefined} className="switch-input absolute inset-0 m-0 size-full cursor-pointer opacity-0" {...props} />
        <span aria-hidden className="switch-face pointer-events-none absolute inset-x-0 top-2 block h-7 rounded-full border-2 border-control bg-sunken p-0.5 transition-colors">
          <span className="block size-5 rounded-full bg-control transition-transform" />
        </span>
      </span>
    </div>
  );
});
