import { Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { useHydrated } from "#ui/use-hydrated.ts";
import { type CodedName, type LocalName } from "../view-models.ts";
import { QrCode } from "./qr-code.tsx";
import { useName } from "./use-name.ts";

export interface PosterProps {
  poster: { readonly touchpoint: CodedName; readonly site: CodedName | null; readonly organisation: string };
  address: string;
  qr: string;
}

const place = (name: (words: LocalName) => string, { site, touchpoint }: PosterProps["poster"]) => (site ? name(site.name) : name(touchpoint.name));

/** One page of A5 to put on the counter: what it is for, the code, and how little it asks. */
export function Poster({ poster, address, qr }: PosterProps) {
  const { t } = useTranslation("listening");
  const name = useName();
  const hydrated = useHydrated();
  return (
    <>
      <div className="no-print flex flex-wrap gap-2">
        {hydrated && <Button type="button" icon={Printer} variant="primary" onClick={() => window.print()}>{t("poster.print")}</Button>}
        <CopyButton text={address} label={t("poster.copy")} />
      </div>
      <article className="poster flex flex-col items-center gap-5 rounded-card border border-line p-6 text-center sm:p-10">
        <p className="text-xl font-semibold">{poster.organisation}</p>
        <h2 className="max-w-[20ch] text-3xl text-balance">{t("poster.heading")}</h2>
        <QrCode svg={qr} label={t("poster.qr")} className="size-64 sm:size-72" />
        <p className="text-lg font-semibold">{t("poster.scan")}</p>
        <p>{t("poster.noAccount")}</p>
        <p className="text-sm [overflow-wrap:anywhere]">
          {t("poster.address")}: {address}
        </p>
        <p className="text-sm">{place(name, poster)}</p>
      </article>
    </>
  );
}
