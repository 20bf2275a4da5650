-- Scorecards, their periods and closed sheets, rewards, and findings that are let stand.

-- CreateTable
CREATE TABLE "Scorecard" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subjectKind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "items" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "byId" TEXT
);

-- CreateTable
CREATE TABLE "ScorecardPeriod" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "startDay" TEXT NOT NULL,
    "endDay" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "openedById" TEXT,
    "closedAt" DATETIME,
    "closedById" TEXT
);

-- CreateTable
CREATE TABLE "ScorecardSheet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "periodId" TEXT NOT NULL,
    "scorecardId" TEXT NOT NULL,
    "personId" TEXT,
    "personName" TEXT NOT NULL,
    "managerId" TEXT,
    "managerName" TEXT NOT NULL,
    "departmentCode" TEXT,
    "siteCode" TEXT,
    "content" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "ScorecardSheet_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ScorecardPeriod" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ScorecardSheet_scorecardId_fkey" FOREIGN KEY ("scorecardId") REFERENCES "Scorecard" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ScorecardAppeal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sheetId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "answer" TEXT,
    "answeredById" TEXT,
    "answeredAt" DATETIME,
    CONSTRAINT "ScorecardAppeal_sheetId_fkey" FOREIGN KEY ("sheetId") REFERENCES "ScorecardSheet" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PayShare" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "role" TEXT NOT NULL,
    "percent" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" TEXT
);

-- CreateTable
CREATE TABLE "RewardKind" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "amount" BIGINT,
    "currency" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true
);

-- CreateTable
CREATE TABLE "Reward" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kindCode" TEXT NOT NULL,
    "amount" BIGINT,
    "currency" TEXT,
    "personId" TEXT NOT NULL,
    "managerId" TEXT,
    "reason" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "note" TEXT,
    "announce" TEXT,
    "announcedAt" DATETIME,
    CONSTRAINT "Reward_kindCode_fkey" FOREIGN KEY ("kindCode") REFERENCES "RewardKind" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "KpiSuppression" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "findingKey" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "untilDay" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" TEXT,
    "liftedAt" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "Scorecard_subjectKind_subject_key" ON "Scorecard"("subjectKind", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "ScorecardPeriod_kind_startDay_key" ON "ScorecardPeriod"("kind", "startDay");

-- CreateIndex
CREATE INDEX "ScorecardSheet_personId_at_idx" ON "ScorecardSheet"("personId", "at");

-- CreateIndex
CREATE INDEX "ScorecardSheet_managerId_at_idx" ON "ScorecardSheet"("managerId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ScorecardSheet_periodId_scorecardId_personId_key" ON "ScorecardSheet"("periodId", "scorecardId", "personId");

-- CreateIndex
CREATE INDEX "ScorecardAppeal_toId_answeredAt_idx" ON "ScorecardAppeal"("toId", "answeredAt");

-- CreateIndex
CREATE INDEX "ScorecardAppeal_sheetId_idx" ON "ScorecardAppeal"("sheetId");

-- CreateIndex
CREATE INDEX "PayShare_role_at_idx" ON "PayShare"("role", "at");

-- CreateIndex
CREATE INDEX "Reward_personId_proposedAt_idx" ON "Reward"("personId", "proposedAt");

-- CreateIndex
CREATE INDEX "Reward_state_proposedAt_idx" ON "Reward"("state", "proposedAt");

-- CreateIndex
CREATE INDEX "KpiSuppression_findingKey_at_idx" ON "KpiSuppression"("findingKey", "at");


-- A closed period stays closed and as it was; only names can be erased. A reward is approved by somebody else than who proposed it and who gets it.

CREATE TRIGGER "ScorecardPeriod_closed_is_fixed" BEFORE UPDATE ON "ScorecardPeriod"
WHEN OLD."closedAt" IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'ScorecardPeriod: a closed period cannot be changed');
END;

CREATE TRIGGER "ScorecardPeriod_no_delete" BEFORE DELETE ON "ScorecardPeriod"
BEGIN
  SELECT RAISE(ABORT, 'ScorecardPeriod: a period is closed, never deleted');
END;

CREATE TRIGGER "ScorecardSheet_is_fixed" BEFORE UPDATE ON "ScorecardSheet"
WHEN NEW."id" IS NOT OLD."id"
   OR NEW."periodId" IS NOT OLD."periodId"
   OR NEW."scorecardId" IS NOT OLD."scorecardId"
   OR NEW."personId" IS NOT OLD."personId"
   OR NEW."managerId" IS NOT OLD."managerId"
   OR NEW."departmentCode" IS NOT OLD."departmentCode"
   OR NEW."siteCode" IS NOT OLD."siteCode"
   OR NEW."content" IS NOT OLD."content"
   OR NEW."at" IS NOT OLD."at"
   OR (NEW."personName" IS NOT OLD."personName" AND NEW."personName" <> '')
   OR (NEW."managerName" IS NOT OLD."managerName" AND NEW."managerName" <> '')
BEGIN
  SELECT RAISE(ABORT, 'ScorecardSheet: a closed scorecard cannot be changed');
END;

CREATE TRIGGER "ScorecardSheet_no_delete" BEFORE DELETE ON "ScorecardSheet"
BEGIN
  SELECT RAISE(ABORT, 'ScorecardSheet: a closed scorecard cannot be deleted');
END;

CREATE TRIGGER "PayShare_no_update" BEFORE UPDATE ON "PayShare"
BEGIN
  SELECT RAISE(ABORT, 'PayShare is append-only');
END;

CREATE TRIGGER "PayShare_no_delete" BEFORE DELETE ON "PayShare"
BEGIN
  SELECT RAISE(ABORT, 'PayShare is append-only');
END;

CREATE TRIGGER "Reward_core_is_fixed" BEFORE UPDATE ON "Reward"
WHEN NEW."id" IS NOT OLD."id"
   OR NEW."kindCode" IS NOT OLD."kindCode"
   OR NEW."amount" IS NOT OLD."amount"
   OR NEW."currency" IS NOT OLD."currency"
   OR NEW."personId" IS NOT OLD."personId"
   OR NEW."proposedById" IS NOT OLD."proposedById"
   OR NEW."proposedAt" IS NOT OLD."proposedAt"
   OR (OLD."state" <> 'proposed' AND (NEW."state" IS NOT OLD."state" OR NEW."decidedById" IS NOT OLD."decidedById"))
BEGIN
  SELECT RAISE(ABORT, 'Reward: who gets what, and what was decided, cannot be changed');
END;

CREATE TRIGGER "Reward_four_eyes" BEFORE UPDATE ON "Reward"
WHEN NEW."state" <> 'proposed' AND (NEW."decidedById" IS NULL OR NEW."decidedById" = OLD."proposedById" OR NEW."decidedById" = OLD."personId")
BEGIN
  SELECT RAISE(ABORT, 'Reward: decided by somebody who neither proposed nor gets it');
END;

CREATE TRIGGER "Reward_begins_proposed" BEFORE INSERT ON "Reward"
WHEN NEW."state" <> 'proposed' OR NEW."proposedById" = NEW."personId"
BEGIN
  SELECT RAISE(ABORT, 'Reward: proposed first, and never for oneself');
END;

CREATE TRIGGER "Reward_no_delete" BEFORE DELETE ON "Reward"
BEGIN
  SELECT RAISE(ABORT, 'Reward: a reward is never deleted');
END;
