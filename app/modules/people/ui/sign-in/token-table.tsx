import { useTranslation } from "react-i18next";
import { Badge, EmptyState } from "#ui/feedback.tsx";
import { ConfirmDialog } from "#ui/dialog.tsx";
import { Table } from "#ui/table.tsx";
import { DateTime, RelativeTime } from "#ui/time.tsx";

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly string[] | null;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly state: "living" | "expired" | "revoked";
}

const TONES = { living: "good", expired: "neutral", revoked: "neutral" } as const;

/** Access tokens, each revocable while it lives. */
export function TokenTable({ tokens }: { tokens: readonly TokenRow[] }) {
  const { t } = useTranslation("sign-in");
  return (
    <Table
      caption={t("tokens.title")}
      rows={tokens}
      rowKey={(token) => token.id}
      empty={<EmptyState title={t("tokens.none")} />}
      columns={[
        { key: "name", header: t("tokens.name"), names: true, cell: (token) => token.name },
        { key: "prefix", header: t("tokens.prefix"), cell: (token) => <code>{token.prefix}</code> },
        { key: "scopes", header: t("tokens.scopes"), cell: (token) => token.scopes?.join(", ") ?? t("tokens.allScopes") },
        { key: "expires", header: t("tokens.expires"), cell: (token) => (token.expiresAt ? <DateTime iso={token.expiresAt} /> : t("tokens.noExpiry")) },
        { key: "used", header: t("tokens.lastUsed"), cell: (token) => (token.lastUsedAt ? <RelativeTime iso={token.lastUsedAt} /> : t("tokens.neverUsed")) },
        { key: "state", header: t("tokens.state"), cell: (token) => <Badge tone={TONES[token.state]}>{t(`tokens.states.${token.state}`)}</Badge> },
        {
          key: "revoke",
          header: t("tokens.revoke"),
          cell: (token) =>
            token.state === "living" && (
              <ConfirmDialog trigger={t("tokens.revoke")} triggerVariant="quiet" title={t("tokens.revokeTitle", { name: token.name })} description={t("tokens.revokeHint")} confirm={t("tokens.revoke")}>
                <input type="hidden" name="intent" value="revoke" />
                <input type="hidden" name="id" value={token.id} />
              </ConfirmDialog>
            ),
        },
      ]}
    />
  );
}
