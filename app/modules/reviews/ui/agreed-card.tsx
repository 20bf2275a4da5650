import { useTranslation } from "react-i18next";
import { LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/layout.tsx";
import { proofOf, PROOF_SOURCES } from "../domain/say-do.ts";
import { useWords } from "./use-words.ts";

interface Props {
  commitments: readonly { readonly id: string; readonly source: string; readonly quantity: number; readonly textVi: string; readonly textEn: string }[];
}

/** Commitments of a cycle that can no longer be changed. */
export function AgreedCard({ commitments }: Props) {
  const { t } = useTranslation("leading");
  const { local, amount } = useWords();
  return (
    <Card title={t("commitments.title")}>
      <p className="text-muted">{t("write.agreed")}</p>
      <ol className="flex list-decimal flex-col gap-3 pl-5">
        {commitments.map(({ id, source, quantity, textVi, textEn }) => {
          const proof = PROOF_SOURCES.find((one) => one === source);
          return (
            <li key={id}>
              <span className="block font-semibold">{local({ vi: textVi, en: textEn })}</span>
              {proof !== undefined && <span className="text-muted">{t(`commitments.${proofOf(proof).bound}`, { amount: amount(proofOf(proof).unit, quantity) })} · {t(`source.${proof}`)}</span>}
            </li>
          );
        })}
      </ol>
      <LinkButton to="/leading" className="self-start">{t("write.toMonth")}</LinkButton>
    </Card>
  );
}
