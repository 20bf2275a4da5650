-- What leaders wrote themselves can be erased with their name: reasons, and commitments in their own words. Figures, what was
-- promised from the library, and who agreed stay as they are.

DROP TRIGGER "LeadCommitment_agreed_is_fixed";

CREATE TRIGGER "LeadCommitment_agreed_is_fixed" BEFORE UPDATE ON "LeadCommitment"
WHEN OLD."agreedAt" IS NOT NULL AND (
  NEW."source" IS NOT OLD."source" OR NEW."quantity" IS NOT OLD."quantity" OR NEW."agreedAt" IS NOT OLD."agreedAt" OR NEW."agreedById" IS NOT OLD."agreedById"
  OR ((NEW."textVi" IS NOT OLD."textVi" OR NEW."textEn" IS NOT OLD."textEn") AND NOT (OLD."libraryCode" IS NULL AND NEW."textVi" = '–' AND NEW."textEn" = '–'))
)
BEGIN
  SELECT RAISE(ABORT, 'LeadCommitment: what was agreed stays as it was');
END;

DROP TRIGGER "LeadCommitment_closed_is_fixed";

CREATE TRIGGER "LeadCommitment_closed_is_fixed" BEFORE UPDATE ON "LeadCommitment"
WHEN (SELECT "closedAt" FROM "LeadCycle" WHERE "id" = OLD."cycleId") IS NOT NULL AND (
  NEW."id" IS NOT OLD."id" OR NEW."cycleId" IS NOT OLD."cycleId" OR NEW."personId" IS NOT OLD."personId" OR NEW."position" IS NOT OLD."position"
  OR NEW."source" IS NOT OLD."source" OR NEW."quantity" IS NOT OLD."quantity" OR NEW."libraryCode" IS NOT OLD."libraryCode"
  OR NEW."publishedAt" IS NOT OLD."publishedAt" OR NEW."agreedAt" IS NOT OLD."agreedAt" OR NEW."agreedById" IS NOT OLD."agreedById" OR NEW."missedAt" IS NOT OLD."missedAt"
  OR (NEW."missedReason" IS NOT OLD."missedReason" AND NEW."missedReason" IS NOT NULL)
  OR ((NEW."textVi" IS NOT OLD."textVi" OR NEW."textEn" IS NOT OLD."textEn") AND NOT (OLD."libraryCode" IS NULL AND NEW."textVi" = '–' AND NEW."textEn" = '–'))
)
BEGIN
  SELECT RAISE(ABORT, 'LeadCommitment: its cycle is closed');
END;

DROP TRIGGER "LeadReview_is_fixed";

CREATE TRIGGER "LeadReview_is_fixed" BEFORE UPDATE ON "LeadReview"
WHEN NEW."id" IS NOT OLD."id"
   OR NEW."cycleId" IS NOT OLD."cycleId"
   OR NEW."personId" IS NOT OLD."personId"
   OR NEW."managerId" IS NOT OLD."managerId"
   OR NEW."titles" IS NOT OLD."titles"
   OR NEW."departmentCode" IS NOT OLD."departmentCode"
   OR NEW."siteCode" IS NOT OLD."siteCode"
   OR NEW."teamSize" IS NOT OLD."teamSize"
   OR NEW."at" IS NOT OLD."at"
   OR (NEW."content" IS NOT OLD."content" AND NOT (
     NEW."personName" = ''
     AND json_extract(NEW."content", '$.ledger') IS json_extract(OLD."content", '$.ledger')
     AND json_extract(NEW."content", '$.sayDo') IS json_extract(OLD."content", '$.sayDo')
     AND json_extract(NEW."content", '$.from') IS json_extract(OLD."content", '$.from')
     AND json_extract(NEW."content", '$.to') IS json_extract(OLD."content", '$.to')
     AND json_array_length(NEW."content", '$.commitments') = json_array_length(OLD."content", '$.commitments')
   ))
   OR (NEW."personName" IS NOT OLD."personName" AND NEW."personName" <> '')
   OR (NEW."managerName" IS NOT OLD."managerName" AND NEW."managerName" <> '')
BEGIN
  SELECT RAISE(ABORT, 'LeadReview: a closed review cannot be changed');
END;
