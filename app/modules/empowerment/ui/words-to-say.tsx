import { Quote } from "lucide-react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "#ui/copy-button.tsx";
import type { Bilingual } from "../view-models.ts";

/** Words a clerk can read aloud to the customer, in the reader's language, the other one beneath. */
export function WordsToSay({ say }: { say: Bilingual }) {
  const { t, i18n } = useTranslation(["decide", "ui"]);
  const first = i18n.language === "en" ? "en" : "vi";
  const other = first === "en" ? "vi" : "en";
  if (say[first] === "" && say[other] === "") return null;
  return (
    <figure className="flex flex-col gap-2 rounded-card border-l-4 border-heart bg-sunken p-4">
      <figcaption className="flex items-center gap-2 text-sm font-semibold text-muted">
        <Quote aria-hidden className="size-4 text-heart" />
        {t("verdict.say")}
      </figcaption>
      <blockquote lang={first} className="text-lg">
        {say[first] || say[other]}
      </blockquote>
      {say[first] !== "" && say[other] !== "" && (
        <details>
          <summary lang={other} className="inline-flex min-h-target cursor-pointer items-center text-sm text-muted underline underline-offset-4">
            {t(`ui:shell.languages.${other}`)}
          </summary>
          <p lang={other}>{say[other]}</p>
        </details>
      )}
      <div>
        <CopyButton text={say[first] || say[other]} />
      </div>
    </figure>
  );
}
