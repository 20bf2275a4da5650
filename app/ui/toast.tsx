import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Toaster as Sonner, toast } from "sonner";
import { words } from "#i18n/words.ts";
import { Banner } from "./feedback.tsx";
import { useHydrated } from "./use-hydrated.ts";

/** A short message of the previous act: a full message key such as `people:saved`, and its parameters. */
export interface ToastView {
  readonly key: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Shows a short message at once, for acts done without leaving the page. */
export function showToast(text: string): void {
  toast(text);
}

/**
 * The place where short messages appear, one at a time. They are in nobody's way: presses go through them to what lies
 * beneath, and the next press anywhere takes them away. The shell renders it once.
 */
export function Toaster() {
  const { t } = useTranslation("ui");
  useEffect(() => {
    const dismiss = () => void toast.dismiss();
    // Before the page's own listeners, so that a message a press brings about stays.
    document.addEventListener("click", dismiss, { capture: true });
    return () => document.removeEventListener("click", dismiss, { capture: true });
  }, []);
  return (
    <Sonner
      position="bottom-center"
      offset={{ bottom: "5.5rem" }}
      mobileOffset={{ bottom: "5.5rem" }}
      style={{ fontFamily: "inherit" }}
      duration={6000}
      visibleToasts={1}
      containerAriaLabel={t("toast.region")}
      toastOptions={{
        closeButton: true,
        closeButtonAriaLabel: t("toast.close"),
        unstyled: true,
        classNames: {
          toast: "pointer-events-none flex w-full items-center gap-3 rounded-card border border-line bg-surface p-4 pr-6 text-ink shadow-raised",
          title: "font-semibold",
          closeButton: "pointer-events-auto absolute -top-2 -right-2 grid size-7 place-items-center rounded-full border border-line bg-surface text-muted",
        },
      }}
    />
  );
}

/** The toast that came with the page: a status line without scripts, a toast with them. */
export function FlashToast({ flash }: { flash: ToastView | null }) {
  const { t } = useTranslation("ui");
  const hydrated = useHydrated();
  const [namespace = "", key = ""] = (flash?.key ?? "").split(":");
  const text = flash ? words(t, `${namespace}:`, { code: key, params: flash.params ?? {} }, "ui:state.saved") : "";
  useEffect(() => {
    if (text) toast(text, { id: text });
  }, [flash, text]);
  if (hydrated || !text) return null;
  return <Banner tone="good" live="status">{text}</Banner>;
}
