import { Link, type LinkProps } from "@remix-run/react";
import { LoaderCircle, type LucideIcon } from "lucide-react";
import { type ButtonHTMLAttributes, type ReactNode, forwardRef } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "./classes.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "normal" | "large";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent border-transparent hover:bg-accent-strong",
  secondary: "bg-surface text-ink border-control hover:bg-sunken",
  quiet: "bg-transparent text-accent border-transparent hover:bg-accent-soft",
  danger: "bg-bad text-on-bad border-transparent hover:bg-bad-strong",
};

/** The look of a button for elements that must be something else (a summary, a file label). */
export function buttonClasses(variant: ButtonVariant = "secondary", size: ButtonSize = "normal", className?: string): string {
  return classes(
    "inline-flex min-h-target min-w-target items-center justify-center gap-2 rounded-control border px-4 py-2 text-center font-semibold no-underline",
    "cursor-pointer transition-colors aria-disabled:cursor-progress aria-disabled:opacity-75 disabled:cursor-not-allowed disabled:opacity-60",
    size === "large" && "min-h-14 px-6 py-3 text-lg",
    VARIANTS[variant],
    className,
  );
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: LucideIcon;
  /** Work is under way: shows a spinner, says so, and a second press does nothing. */
  pending?: boolean;
}

/** A button of a form (default type submit). Its text names the act: "Hoàn 450.000 ₫", not "OK". */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant = "secondary", size, icon: Icon, pending = false, className, children, onClick, type = "submit", ...rest },
  ref,
) {
  const { t } = useTranslation("ui");
  return (
    <button
      ref={ref}
      type={type}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
      className={buttonClasses(variant, size, className)}
      {...rest}
    >
      {pending ? (
        <LoaderCircle aria-hidden className="size-5 shrink-0 animate-spin" />
      ) : (
        Icon && <Icon aria-hidden className="size-5 shrink-0" />
      )}
      <span>{children}</span>
      {pending && <span className="sr-only">{t("shell.working")}</span>}
    </button>
  );
});

export interface LinkButtonProps extends LinkProps {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: LucideIcon;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ variant = "secondary", size, icon: Icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link className={buttonClasses(variant, size, className)} {...rest}>
      {Icon && <Icon aria-hidden className="size-5 shrink-0" />}
      <span>{children}</span>
    </Link>
  );
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  icon: LucideIcon;
  /** What it does; read aloud and shown on hover. */
  label: string;
  variant?: ButtonVariant;
  children?: ReactNode;
}

/** A button with a picture alone; `children` may add a mark such as a count. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { icon: Icon, label, variant = "quiet", className, children, type = "button", ...rest },
  ref,
) {
  return (
    <button ref={ref} type={type} aria-label={label} title={label} className={buttonClasses(variant, "normal", classes("px-2", className))} {...rest}>
      <Icon aria-hidden className="size-5" />
      {children}
    </button>
  );
});
