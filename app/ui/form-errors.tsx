import { TriangleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

/** One fault as the wrapper of actions sends it (platform/http, RefusalView). */
export interface FaultView {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export interface RefusalLike {
  readonly code: string;
  readonly message: string;
  readonly errors: readonly FaultView[];
}

/** The words of the faults at one field, for `<Field errors={errorsAt(refusal, "amount")}>`. */
export function errorsAt(refusal: RefusalLike | null | undefined, path: string): string[] {
  return (refusal?.errors ?? []).filter((fault) => fault.path === path).map((fault) => fault.message);
}

export interface FormErrorsProps {
  /** What the action refused; nothing is shown while there is none. */
  refusal?: RefusalLike | null | undefined;
  /** Element ids of fields by path, to jump to; a path that is left out is shown as text. */
  fields?: Readonly<Record<string, string>>;
  /** What fields are called by path, said before the fault where several share one message. */
  names?: Readonly<Record<string, string>>;
}

/** The summary above a form after an error: takes the focus once, names each fault, links to its field. */
export function FormErrors({ refusal, fields = {}, names = {} }: FormErrorsProps) {
  const { t } = useTranslation("ui");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal) box.current?.focus();
  }, [refusal]);
  if (!refusal) return null;
  const several = refusal.errors.length > 0;
  const said = ({ path, message }: FaultView) => (names[path] === undefined ? message : `${names[path]}: ${message}`);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="flex gap-3 rounded-card border-2 border-bad bg-bad-soft p-4">
      <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-bad" />
      <div className="min-w-0">
        <p className="font-semibold">{several ? t("form.errorTitle", { count: refusal.errors.length }) : refusal.message}</p>
        {several && (
          <ul className="mt-1 list-disc pl-5">
            {refusal.errors.map((fault) => (
              <li key={`${fault.path} ${fault.code}`}>
                {fields[fault.path] ? <a href={`#${fields[fault.path]}`} className="underline underline-offset-2">{said(fault)}</a> : said(fault)}
              </li>
            ))}
          </ul>
        )}
        <p className="mt-1 text-sm">{t("form.errorHint")}</p>
      </div>
    </div>
  );
}
