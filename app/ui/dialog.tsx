import { Form, type FormProps, useNavigation } from "@remix-run/react";
import { AlertDialog as RadixAlert } from "radix-ui";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, type ButtonVariant, buttonClasses } from "./button.tsx";
import { useHydrated } from "./use-hydrated.ts";

const OVERLAY = "fixed inset-0 z-40 bg-[rgb(var(--shade)/0.5)]";
const PANEL =
  "fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[92dvh] w-full max-w-lg flex-col gap-4 overflow-y-auto rounded-t-card border border-line bg-surface p-6 shadow-raised sm:inset-y-0 sm:my-auto sm:h-fit sm:rounded-card";

export interface ConfirmDialogProps {
  /** Text of the button that asks. */
  trigger: ReactNode;
  triggerVariant?: ButtonVariant;
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  description?: ReactNode;
  /** Text of the button that does it; names the act. */
  confirm: ReactNode;
  tone?: "danger" | "primary";
  /** Where the form posts; the current route when left out. */
  action?: FormProps["action"];
  /** Hidden inputs, or a field such as a reason. */
  children?: ReactNode;
  pending?: boolean;
}

/** Asks before an act that is hard to undo. Without scripts the question unfolds in place, with the same form. */
export function ConfirmDialog({ trigger, triggerVariant = "secondary", title, description, confirm, tone = "danger", action, children, pending }: ConfirmDialogProps) {
  const { t } = useTranslation("ui");
  const hydrated = useHydrated();
  const [open, setOpen] = useState(false);
  const { state } = useNavigation();
  const before = useRef(state);
  useEffect(() => {
    // What the server answered stands on the page below: a refusal must not hide behind the question.
    if (before.current !== "idle" && state === "idle") setOpen(false);
    before.current = state;
  }, [state]);
  if (!hydrated) {
    return (
      <details className="flex flex-col gap-3">
        <summary className={buttonClasses(triggerVariant, "normal", "self-start")}>{trigger}</summary>
        <Form method="post" action={action} className="mt-3 flex flex-col gap-4 rounded-card border border-line bg-surface p-4">
          <p className="font-semibold">{title}</p>
          {description && <p className="text-muted">{description}</p>}
          {children}
          <Button variant={tone}>{confirm}</Button>
        </Form>
      </details>
    );
  }
  return (
    <RadixAlert.Root open={open} onOpenChange={setOpen}>
      <RadixAlert.Trigger className={buttonClasses(triggerVariant, "normal", "self-start")}>{trigger}</RadixAlert.Trigger>
      <RadixAlert.Portal>
        <RadixAlert.Overlay className={OVERLAY} />
        <RadixAlert.Content className={PANEL} {...(description ? {} : { "aria-describedby": undefined })}>
          <RadixAlert.Title className="text-lg font-semibold">{title}</RadixAlert.Title>
          {description && <RadixAlert.Description className="text-muted">{description}</RadixAlert.Description>}
          <Form method="post" action={action} className="flex flex-col gap-4">
            {children}
            <div className="flex flex-wrap justify-end gap-2">
              <RadixAlert.Cancel className={buttonClasses("secondary")}>{t("action.back")}</RadixAlert.Cancel>
              <Button variant={tone} pending={pending}>{confirm}</Button>
            </div>
          </Form>
        </RadixAlert.Content>
      </RadixAlert.Portal>
    </RadixAlert.Root>
  );
}
