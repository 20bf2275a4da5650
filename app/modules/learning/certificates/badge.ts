import type { Text } from "../domain/content.ts";

/** The context of Open Badges 3.0 (1EdTech, https://www.imsglobal.org/spec/ob/v3p0) after that of Verifiable Credentials 2.0. */
const CONTEXT = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];

export interface BadgeFacts {
  /** Address of the installation, no slash at its end. */
  readonly base: string;
  readonly organisation: string;
  /** The unguessable id of the certificate. */
  readonly token: string;
  readonly course: { readonly code: string; readonly version: number; readonly title: Text; readonly summary: Text };
  readonly skill: Text | null;
  readonly verified: boolean;
  readonly holder: { readonly name: string; readonly emailHash: string; readonly salt: string };
  readonly givenAt: Date;
  /** First instant it no longer holds; null: for ever. */
  readonly endsAt: Date | null;
}

/** The schema of Open Badges 3.0 for such a credential. */
const SCHEMA = { id: "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json", type: "1EdTechJsonSchemaValidator2019" };

const inBoth = ({ vi, en }: Text): string => (vi === en || en === "" ? vi : `${vi} / ${en}`);

/** Who issues, as the address of the issuer shows it and each badge repeats it. */
export function issuerProfile(base: string, organisation: string) {
  return { id: `${base}/badges/issuer`, type: ["Profile"], name: organisation, url: base };
}

/** The Open Badges 3.0 credential of a certificate: what it says of whom, and nothing of what was written on the way there. */
export function badgeCredential({ base, organisation, token, course, skill, verified, holder, givenAt, endsAt }: BadgeFacts) {
  const id = `${base}/badges/${token}`;
  const observed = verified ? { vi: "Đã học xong, thực hành với khách và được người quan sát xác nhận đạt.", en: "Completed, practised with a customer and signed off by an observer." } : { vi: "Đã học xong mọi bài của khóa.", en: "Completed every lesson of the course." };
  return {
    "@context": CONTEXT,
    id,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: inBoth(course.title),
    issuer: issuerProfile(base, organisation),
    validFrom: givenAt.toISOString(),
    ...(endsAt === null ? {} : { validUntil: endsAt.toISOString() }),
    credentialSchema: [SCHEMA],
    credentialStatus: { id: `${id}/status#0`, type: "BitstringStatusListEntry", statusPurpose: "revocation", statusListIndex: "0", statusListCredential: `${id}/status` },
    credentialSubject: {
      type: ["AchievementSubject"],
      identifier: [
        { type: "IdentityObject", identityType: "name", hashed: false, identityHash: holder.name },
        { type: "IdentityObject", identityType: "emailAddress", hashed: true, identityHash: `sha256$${holder.emailHash}`, salt: holder.salt },
      ],
      achievement: {
        id: `${base}/learn/${course.code}#v${course.version}`,
        type: ["Achievement"],
        achievementType: "Course",
        name: inBoth(course.title),
        description: inBoth(course.summary),
        version: String(course.version),
        criteria: { narrative: inBoth(observed) },
        ...(skill === null ? {} : { tag: [inBoth(skill)] }),
      },
    },
  };
}

interface StatusFacts {
  readonly base: string;
  readonly organisation: string;
  readonly token: string;
  /** The list: base64url of a gzipped bitstring, `u` before it. */
  readonly encodedList: string;
  readonly at: Date;
}

/** What says whether a badge was revoked (W3C Bitstring Status List 1.0): a list of its own, so that no list names another badge. */
export function statusCredential({ base, organisation, token, encodedList, at }: StatusFacts) {
  const id = `${base}/badges/${token}/status`;
  return {
    "@context": [CONTEXT[0]],
    id,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: { id: issuerProfile(base, organisation).id },
    validFrom: at.toISOString(),
    credentialSubject: { id: `${id}#list`, type: "BitstringStatusList", statusPurpose: "revocation", encodedList },
  };
}
