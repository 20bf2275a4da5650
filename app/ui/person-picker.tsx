import { X } from "lucide-react";
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Avatar } from "./avatar.tsx";
import { classes } from "./classes.ts";
import { FieldErrors, FieldHint, type FieldProps, OptionalMark, useFieldWiring } from "./field.tsx";
import { CONTROL } from "./inputs.tsx";
import { useHydrated } from "./use-hydrated.ts";

export interface PersonOption {
  /** What the form posts. */
  readonly id: string;
  readonly name: string;
  /** Role or place, to tell namesakes apart. */
  readonly detail?: string | null;
}

export interface PersonPickerProps extends FieldProps {
  /** Everyone who may be chosen, sorted as they should appear; without scripts they make a plain list. */
  options: readonly PersonOption[];
  /** Answers `?q=…` with JSON `PersonOption[]`, for when `options` holds only the likeliest. */
  searchUrl?: string;
}

/** Folds a name for comparing: no marks, đ→d, lower case. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
}

const SHOWN = 8;

/** Options that hold every typed word, or what the address answers (the newest question wins). */
function useMatches(options: readonly PersonOption[], query: string, searchUrl: string | undefined): readonly PersonOption[] {
  const [found, setFound] = useState<{ query: string; people: readonly PersonOption[] } | null>(null);
  useEffect(() => {
    if (!searchUrl || query.trim() === "") return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const address = `${searchUrl}${searchUrl.includes("?") ? "&" : "?"}q=${encodeURIComponent(query)}`;
      fetch(address, { signal: stop.signal, headers: { Accept: "application/json" } })
        .then((response) => (response.ok ? (response.json() as Promise<PersonOption[]>) : []))
        .then((people) => setFound({ query, people }), () => undefined);
    }, 200);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [query, searchUrl]);
  return useMemo(() => {
    if (searchUrl && found?.query === query) return found.people.slice(0, SHOWN);
    const parts = fold(query).split(/\s+/).filter(Boolean);
    return options.filter((option) => parts.every((part) => fold(`${option.name} ${option.detail ?? ""}`).includes(part))).slice(0, SHOWN);
  }, [options, query, searchUrl, found]);
}

/** Finds one person by name, with or without marks. Without scripts it is a plain list. */
export function PersonPicker({ options, searchUrl, ...props }: PersonPickerProps) {
  const { t } = useTranslation("ui");
  const wiring = useFieldWiring({ ...props, hint: props.hint ?? t("field.typeToFind") });
  const hydrated = useHydrated();
  return (
    <div className={classes("flex flex-col gap-1.5", props.className)}>
      <label htmlFor={wiring.id} className={props.hideLabel ? "sr-only" : "font-semibold"}>
        {props.label}
        {props.optional && <OptionalMark />}
      </label>
      {(props.hint || hydrated) && <FieldHint id={wiring.hintId}>{props.hint ?? t("field.typeToFind")}</FieldHint>}
      {hydrated ? (
        <Combobox options={options} searchUrl={searchUrl} wiring={wiring} />
      ) : (
        <select id={wiring.id} name={wiring.name} defaultValue={wiring.defaultValue} required={wiring.required} aria-invalid={wiring.invalid || undefined} aria-describedby={wiring.invalid ? wiring.errorId : undefined} className={CONTROL}>
          <option value="">{t("field.choose")}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
              {option.detail ? ` – ${option.detail}` : ""}
            </option>
          ))}
        </select>
      )}
      <FieldErrors id={wiring.errorId} texts={wiring.errorTexts} />
    </div>
  );
}

function Combobox({ options, searchUrl, wiring }: { options: readonly PersonOption[]; searchUrl: string | undefined; wiring: ReturnType<typeof useFieldWiring> }) {
  const { t } = useTranslation("ui");
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<PersonOption | null>(() => options.find((option) => option.id === wiring.defaultValue) ?? null);
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const matches = useMatches(options, query, searchUrl);

  const choose = (option: PersonOption | null) => {
    setChosen(option);
    setQuery("");
    setOpen(false);
    if (option === null) requestAnimationFrame(() => input.current?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const option = matches[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((matches.length + active + (open ? step : 0)) % Math.max(1, matches.length));
    } else if (event.key === "Enter" && open && option) {
      event.preventDefault();
      choose(option);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      setOpen(false);
    }
  };

  if (chosen) {
    return (
      <div className="flex min-h-target items-center gap-3 rounded-control border border-control bg-surface py-1 pl-3">
        <input type="hidden" name={wiring.name} value={chosen.id} />
        <Avatar name={chosen.name} />
        <span className="min-w-0 flex-1">
          {chosen.name}
          {chosen.detail && <span className="block text-sm text-muted">{chosen.detail}</span>}
        </span>
        <button type="button" id={wiring.id} onClick={() => choose(null)} aria-label={`${t("action.change")}: ${chosen.name}`} className="grid size-target place-items-center rounded-control text-muted hover:text-ink">
          <X aria-hidden className="size-5" />
        </button>
      </div>
    );
  }
  return (
    <div className="relative">
      <input type="hidden" name={wiring.name} value="" />
      <input
        ref={input}
        id={wiring.id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && matches[active] ? `${listId}-${active}` : undefined}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.invalid || undefined}
        aria-required={wiring.required || undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        className={CONTROL}
      />
      <ul id={listId} role="listbox" aria-label={t("action.search")} hidden={!open || matches.length === 0} className="absolute inset-x-0 top-full z-30 mt-1 max-h-80 overflow-y-auto rounded-control border border-line bg-surface p-1 shadow-raised">
        {matches.map((option, index) => (
          // Keys reach the options through the input (aria-activedescendant), as the combobox pattern asks.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={option.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
            className={classes("flex min-h-target cursor-pointer items-center gap-3 rounded-control px-2 py-1", index === active && "bg-accent-soft")}
          >
            <Avatar name={option.name} />
            <span className="min-w-0">
              {option.name}
              {option.detail && <span className="block text-sm text-muted">{option.detail}</span>}
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className={open && query !== "" && matches.length === 0 ? "mt-1.5 text-sm text-muted" : "sr-only"}>
        {open && query !== "" ? (matches.length === 0 ? t("field.noMatch") : t("field.matches", { count: matches.length })) : ""}
      </p>
    </div>
  );
}
