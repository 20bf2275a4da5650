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
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly state: "living" | "expired" | "revoked";
}

const TONES = { living: "good", expired: "neutral", revoked: "neutral" } as const;

interface TokenTableProps {
  readonly tokens: readonly TokenRow[];
  /** Those of programs are listed with who made them. */
  readonly owner: "self" | "service";
  readonly mayRevoke: boolean;
}

/** Access tokens, each revocable while it lives. */
export function TokenTable({ tokens, owner, mayRevoke }: TokenTableProps) {
  const { t } = useTranslation("sign-in");
  const own = owner === "self";
  return (
    <Table
      caption={t(own ? "tokens.title" : "tokens.servicesTitle")}
      rows={tokens}
      rowKey={(token) => token.id}
      empty={<EmptyState title={t("tokens.none")}>{!own && mayRevoke && t("tokens.noneHint")}</EmptyState>}
      columns={[
        { key: "name", header: t(own ? "tokens.name" : "tokens.service"), names: true, cell: (token) => token.name },
        { key: "prefix", header: t("tokens.prefix"), cell: (token) => <code>{token.prefix}</code> },
        { key: "scopes", header: t("tokens.scopes"), cell: (token) => token.scopes?.join(", ") ?? t("tokens.allScopes") },
        ...(own
          ? []
          : [
              {
                key: "made",
                header: t("tokens.made"),
                cell: (token: TokenRow) => (
                  <>
                    <DateTime iso={token.createdAt} /> {token.createdBy ?? t("tokens.byOperator")}
                  </>
                ),
              },
            ]),
        { key: "expires", header: t("tokens.expires"), cell: (token) => (token.expiresAt ? <DateTime iso={token.expiresAt} /> : t("tokens.noExpiry")) },
        { key: "used", header: t("tokens.lastUsed"), cell: (token) => (token.lastUsedAt ? <RelativeTime iso={token.lastUsedAt} /> : t("tokens.neverUsed")) },
        { key: "state", header: t("tokens.state"), cell: (token) => <Badge tone={TONES[token.state]}>{t(`tokens.states.${token.state}`)}</Badge> },
        ...(mayRevoke
          ? [
              {
                key: "revoke",
                header: t("tokens.revoke"),
                cell: (token: TokenRow) =>
                  token.state === "living" && (
                    <ConfirmDialog trigger={t("tokens.revoke")} triggerVariant="quiet" title={t("tokens.revokeTitle", { name: token.name })} description={t("tokens.revokeHint")} confirm={t("tokens.revoke")}>
                      <input type="hidden" name="intent" value="revoke" />
                      <input type="hidden" name="id" value={token.id} />
                    </ConfirmDialog>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
