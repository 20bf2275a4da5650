import { endsSoon, isValid } from "./domain/validity.ts";
import type { Text } from "./domain/content.ts";
import type { CertificateLine } from "./view-models.ts";

/** What is read of a certificate for a list. */
export const CERTIFICATE = { id: true, personId: true, course: true, version: true, verified: true, validFrom: true, validTo: true, revokedAt: true } as const;

interface Stored {
  readonly id: string;
  readonly course: string;
  readonly version: number;
  readonly verified: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly revokedAt: Date | null;
}

/** A certificate as it stands on a local day. */
export function certificateLine({ revokedAt, ...row }: Stored, title: Text, today: string): CertificateLine {
  const held = { ...row, revoked: revokedAt !== null };
  const state = held.revoked ? "revoked" : endsSoon(held, today) ? "ends_soon" : isValid(held, today) ? "valid" : "expired";
  const { id, course, version, verified, validFrom, validTo } = row;
  return { id, course, title, version, verified, validFrom, validTo, state };
}
