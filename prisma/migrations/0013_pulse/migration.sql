-- The staff pulse: questions, pulses, who is asked, sealed answers while one is open, answers without a person afterwards.

-- CreateTable
CREATE TABLE "PulseQuestion" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "scale" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "textVi" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" DATETIME NOT NULL,
    "byId" TEXT
);

-- CreateTable
CREATE TABLE "Pulse" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "titleVi" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "kScores" INTEGER NOT NULL,
    "kComments" INTEGER NOT NULL,
    "questions" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "opensOn" TEXT NOT NULL,
    "closesOn" TEXT NOT NULL,
    "remindOn" TEXT,
    "frame" TEXT,
    "invited" INTEGER,
    "turnout" TEXT,
    "closedAt" DATETIME,
    "publicKey" TEXT,
    "createdAt" DATETIME NOT NULL,
    "createdById" TEXT,
    "launchedById" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1
);

-- Rows lie in the order of their key, and none has a number that tells when it came.
-- CreateTable
CREATE TABLE "PulseInvitation" (
    "pulseId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "cell" TEXT NOT NULL,
    "spent" BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY ("pulseId", "personId"),
    CONSTRAINT "PulseInvitation_pulseId_fkey" FOREIGN KEY ("pulseId") REFERENCES "Pulse" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "PulseSealed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "pulseId" TEXT NOT NULL,
    "box" TEXT NOT NULL,
    CONSTRAINT "PulseSealed_pulseId_fkey" FOREIGN KEY ("pulseId") REFERENCES "Pulse" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "PulseAnswer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "pulseId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "cell" TEXT NOT NULL,
    "value" INTEGER,
    "text" TEXT,
    CONSTRAINT "PulseAnswer_pulseId_fkey" FOREIGN KEY ("pulseId") REFERENCES "Pulse" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "PulseAction" (
    "pulseId" TEXT NOT NULL,
    "improvementId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" TEXT,

    PRIMARY KEY ("pulseId", "improvementId"),
    CONSTRAINT "PulseAction_pulseId_fkey" FOREIGN KEY ("pulseId") REFERENCES "Pulse" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Pulse_state_closesOn_idx" ON "Pulse"("state", "closesOn");

-- CreateIndex
CREATE INDEX "PulseInvitation_personId_idx" ON "PulseInvitation"("personId");

-- CreateIndex
CREATE INDEX "PulseSealed_pulseId_idx" ON "PulseSealed"("pulseId");

-- CreateIndex
CREATE INDEX "PulseAnswer_pulseId_question_idx" ON "PulseAnswer"("pulseId", "question");

-- Thresholds have a floor, and what people were told before they answered holds from the launch on.
CREATE TRIGGER "Pulse_threshold_floor_insert" BEFORE INSERT ON "Pulse"
WHEN (NEW."mode" = 'anonymous' AND (NEW."kScores" < 5 OR NEW."kComments" < 8)) OR NEW."kScores" < 3 OR NEW."kComments" < 3
BEGIN
  SELECT RAISE(ABORT, 'Pulse: the threshold is below its floor');
END;

CREATE TRIGGER "Pulse_threshold_floor_update" BEFORE UPDATE ON "Pulse"
WHEN (NEW."mode" = 'anonymous' AND (NEW."kScores" < 5 OR NEW."kComments" < 8)) OR NEW."kScores" < 3 OR NEW."kComments" < 3
BEGIN
  SELECT RAISE(ABORT, 'Pulse: the threshold is below its floor');
END;

CREATE TRIGGER "Pulse_promise_is_fixed" BEFORE UPDATE ON "Pulse"
WHEN OLD."state" <> 'draft'
 AND (NEW."mode" IS NOT OLD."mode"
   OR NEW."kScores" IS NOT OLD."kScores"
   OR NEW."kComments" IS NOT OLD."kComments"
   OR NEW."questions" IS NOT OLD."questions"
   OR NEW."audience" IS NOT OLD."audience"
   OR NEW."frame" IS NOT OLD."frame"
   OR NEW."invited" IS NOT OLD."invited"
   OR NEW."state" = 'draft'
   OR (OLD."state" = 'closed' AND (NEW."state" <> 'closed' OR NEW."closedAt" IS NOT OLD."closedAt" OR NEW."turnout" IS NOT OLD."turnout"))
   OR NEW."closesOn" < OLD."closesOn")
BEGIN
  SELECT RAISE(ABORT, 'Pulse: what was promised at launch is fixed');
END;

CREATE TRIGGER "Pulse_no_delete" BEFORE DELETE ON "Pulse"
WHEN OLD."state" <> 'draft'
BEGIN
  SELECT RAISE(ABORT, 'Pulse: a launched pulse is closed, never deleted');
END;

-- Nobody is taken out of or put into an audience after launch, so that nobody is left alone in a group.
CREATE TRIGGER "PulseInvitation_at_launch_only" BEFORE INSERT ON "PulseInvitation"
WHEN (SELECT "state" FROM "Pulse" WHERE "id" = NEW."pulseId") <> 'draft'
BEGIN
  SELECT RAISE(ABORT, 'PulseInvitation: the audience is fixed at launch');
END;

CREATE TRIGGER "PulseInvitation_no_delete" BEFORE DELETE ON "PulseInvitation"
BEGIN
  SELECT RAISE(ABORT, 'PulseInvitation: the audience is fixed at launch');
END;

CREATE TRIGGER "PulseInvitation_cell_is_fixed" BEFORE UPDATE ON "PulseInvitation"
WHEN NEW."cell" IS NOT OLD."cell" OR NEW."personId" IS NOT OLD."personId" OR NEW."pulseId" IS NOT OLD."pulseId"
BEGIN
  SELECT RAISE(ABORT, 'PulseInvitation: the audience is fixed at launch');
END;

CREATE TRIGGER "PulseSealed_no_update" BEFORE UPDATE ON "PulseSealed"
BEGIN
  SELECT RAISE(ABORT, 'PulseSealed is never changed');
END;

CREATE TRIGGER "PulseAnswer_no_update" BEFORE UPDATE ON "PulseAnswer"
BEGIN
  SELECT RAISE(ABORT, 'PulseAnswer is never changed');
END;

CREATE TRIGGER "PulseAnswer_no_delete" BEFORE DELETE ON "PulseAnswer"
BEGIN
  SELECT RAISE(ABORT, 'PulseAnswer is never changed');
END;
