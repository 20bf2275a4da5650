import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { showToast } from "./toast.tsx";
import { useHydrated } from "./use-hydrated.ts";

/** Copies a text; without scripts there is nothing to press, so the text itself must stand beside it. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation("ui");
  const [copied, setCopied] = useState(false);
  if (!useHydrated()) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => showToast(t("toast.copyFailed")),
    );
  return (
    <>
      <Button type="button" icon={copied ? Check : Copy} onClick={() => void copy()}>
        {copied ? t("action.copied") : (label ?? t("action.copy"))}
      </Button>
      <span role="status" className="sr-only">{copied ? t("toast.copied") : ""}</span>
    </>
  );
}
