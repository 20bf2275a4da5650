-- The last line of defence, in the database itself. The gateway never runs into these; a fault in code or a hand on the file does.

CREATE TRIGGER "AuditEvent_no_update" BEFORE UPDATE ON "AuditEvent"
BEGIN
  SELECT RAISE(ABORT, 'AuditEvent is append-only');
END;

CREATE TRIGGER "AuditEvent_no_delete" BEFORE DELETE ON "AuditEvent"
BEGIN
  SELECT RAISE(ABORT, 'AuditEvent is append-only');
END;

CREATE TRIGGER "AuditCheckpoint_no_update" BEFORE UPDATE ON "AuditCheckpoint"
BEGIN
  SELECT RAISE(ABORT, 'AuditCheckpoint is append-only');
END;

CREATE TRIGGER "AuditCheckpoint_no_delete" BEFORE DELETE ON "AuditCheckpoint"
BEGIN
  SELECT RAISE(ABORT, 'AuditCheckpoint is append-only');
END;

CREATE TRIGGER "BudgetEntry_no_update" BEFORE UPDATE ON "BudgetEntry"
BEGIN
  SELECT RAISE(ABORT, 'BudgetEntry is append-only');
END;

CREATE TRIGGER "BudgetEntry_no_delete" BEFORE DELETE ON "BudgetEntry"
BEGIN
  SELECT RAISE(ABORT, 'BudgetEntry is append-only');
END;

-- REPLACE and upserts would slip past a delete trigger; the audit chain takes its next number only.
CREATE TRIGGER "AuditEvent_gapless" BEFORE INSERT ON "AuditEvent"
WHEN NEW."seq" <> (SELECT coalesce(max("seq"), 0) + 1 FROM "AuditEvent")
BEGIN
  SELECT RAISE(ABORT, 'AuditEvent: the next number is taken, without gaps');
END;

CREATE TRIGGER "AuditPersonalValue_erase_only" BEFORE UPDATE ON "AuditPersonalValue"
WHEN NEW."id" IS NOT OLD."id"
  OR NEW."seq" IS NOT OLD."seq"
  OR NEW."field" IS NOT OLD."field"
  OR NEW."ownerKind" IS NOT OLD."ownerKind"
  OR NEW."ownerId" IS NOT OLD."ownerId"
  OR NEW."value" IS NOT NULL
  OR NEW."salt" IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'AuditPersonalValue: a value can only be erased');
END;

CREATE TRIGGER "AuditPersonalValue_no_delete" BEFORE DELETE ON "AuditPersonalValue"
BEGIN
  SELECT RAISE(ABORT, 'AuditPersonalValue: a value can only be erased');
END;

CREATE TRIGGER "PolicyVersion_published_is_fixed" BEFORE UPDATE ON "PolicyVersion"
WHEN OLD."state" = 'published'
 AND (NEW."state" IS NOT OLD."state"
   OR NEW."version" IS NOT OLD."version"
   OR NEW."document" IS NOT OLD."document"
   OR NEW."contentHash" IS NOT OLD."contentHash"
   OR NEW."effectiveFrom" IS NOT OLD."effectiveFrom"
   OR NEW."publishedAt" IS NOT OLD."publishedAt"
   OR NEW."publishedById" IS NOT OLD."publishedById")
BEGIN
  SELECT RAISE(ABORT, 'PolicyVersion: a published version cannot be changed');
END;

CREATE TRIGGER "PolicyVersion_published_stays" BEFORE DELETE ON "PolicyVersion"
WHEN OLD."state" = 'published'
BEGIN
  SELECT RAISE(ABORT, 'PolicyVersion: a published version cannot be deleted');
END;

CREATE TRIGGER "Decision_core_is_fixed" BEFORE UPDATE ON "Decision"
WHEN NEW."id" IS NOT OLD."id"
   OR NEW."number" IS NOT OLD."number"
   OR NEW."personId" IS NOT OLD."personId"
   OR NEW."managerId" IS NOT OLD."managerId"
   OR NEW."siteCode" IS NOT OLD."siteCode"
   OR NEW."departmentCode" IS NOT OLD."departmentCode"
   OR NEW."serviceName" IS NOT OLD."serviceName"
   OR NEW."gesture" IS NOT OLD."gesture"
   OR NEW."reason" IS NOT OLD."reason"
   OR NEW."channel" IS NOT OLD."channel"
   OR NEW."proactive" IS NOT OLD."proactive"
   OR NEW."amount" IS NOT OLD."amount"
   OR NEW."currency" IS NOT OLD."currency"
   OR NEW."caseRef" IS NOT OLD."caseRef"
   OR NEW."customerId" IS NOT OLD."customerId"
   OR NEW."customerRef" IS NOT OLD."customerRef"
   OR NEW."orderRef" IS NOT OLD."orderRef"
   OR NEW."caseGroup" IS NOT OLD."caseGroup"
   OR NEW."facts" IS NOT OLD."facts"
   OR NEW."policyVersion" IS NOT OLD."policyVersion"
   OR NEW."rule" IS NOT OLD."rule"
   OR NEW."role" IS NOT OLD."role"
   OR NEW."outcome" IS NOT OLD."outcome"
   OR NEW."reasonCode" IS NOT OLD."reasonCode"
   OR NEW."byChoice" IS NOT OLD."byChoice"
   OR NEW."limit" IS NOT OLD."limit"
   OR NEW."room" IS NOT OLD."room"
   OR NEW."binding" IS NOT OLD."binding"
   OR NEW."explanation" IS NOT OLD."explanation"
   OR NEW."decidedAt" IS NOT OLD."decidedAt"
   OR NEW."sequence" IS NOT OLD."sequence"
BEGIN
  SELECT RAISE(ABORT, 'Decision: a recorded fact cannot be changed');
END;

CREATE TRIGGER "Decision_no_delete" BEFORE DELETE ON "Decision"
BEGIN
  SELECT RAISE(ABORT, 'Decision: a decision cannot be deleted');
END;

CREATE TRIGGER "BudgetCounter_new_within_limit" BEFORE INSERT ON "BudgetCounter"
WHEN NEW."consumed" < 0 OR NEW."consumed" > NEW."limit"
BEGIN
  SELECT RAISE(ABORT, 'BudgetCounter: consumed lies outside 0 to limit');
END;

-- A limit lowered below what is consumed is allowed; rising above the limit never is.
CREATE TRIGGER "BudgetCounter_within_limit" BEFORE UPDATE ON "BudgetCounter"
WHEN NEW."consumed" < 0 OR (NEW."consumed" > NEW."limit" AND NEW."consumed" > OLD."consumed")
BEGIN
  SELECT RAISE(ABORT, 'BudgetCounter: consumed lies outside 0 to limit');
END;

-- A unique index takes two nulls for different: one role without a scope reference is held once.
CREATE UNIQUE INDEX "RoleAssignment_once" ON "RoleAssignment" ("personId", "role", "scopeKind", coalesce("scopeRef", ''));
