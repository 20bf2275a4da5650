-- Values with their observable behaviours, recognition and what belongs to it.

-- CreateTable
CREATE TABLE "CoreValue" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "CoreValueVersion" (
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "meaningVi" TEXT NOT NULL,
    "meaningEn" TEXT NOT NULL,
    "behaviours" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" TEXT,

    PRIMARY KEY ("code", "version"),
    CONSTRAINT "CoreValueVersion_code_fkey" FOREIGN KEY ("code") REFERENCES "CoreValue" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NightWorker" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "byId" TEXT
);

-- CreateTable
CREATE TABLE "Recognition" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "giverId" TEXT NOT NULL,
    "giverManagerId" TEXT,
    "giverDepartment" TEXT,
    "valueCode" TEXT NOT NULL,
    "valueVersion" INTEGER NOT NULL,
    "behaviour" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stateAt" DATETIME NOT NULL,
    "automatic" BOOLEAN NOT NULL DEFAULT false,
    "at" DATETIME NOT NULL,
    "editedAt" DATETIME,
    "withdrawnAt" DATETIME,
    "hiddenAt" DATETIME
);

-- CreateTable
CREATE TABLE "RecognitionRecipient" (
    "recognitionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "managerId" TEXT,
    "departmentCode" TEXT,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("recognitionId", "personId"),
    CONSTRAINT "RecognitionRecipient_recognitionId_fkey" FOREIGN KEY ("recognitionId") REFERENCES "Recognition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RecognitionEvidence" (
    "recognitionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "refId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "settledAt" DATETIME,

    PRIMARY KEY ("recognitionId", "kind", "refId"),
    CONSTRAINT "RecognitionEvidence_recognitionId_fkey" FOREIGN KEY ("recognitionId") REFERENCES "Recognition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RecognitionAddOn" (
    "recognitionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "message" TEXT,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("recognitionId", "personId"),
    CONSTRAINT "RecognitionAddOn_recognitionId_fkey" FOREIGN KEY ("recognitionId") REFERENCES "Recognition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RecognitionComment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "recognitionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "RecognitionComment_recognitionId_fkey" FOREIGN KEY ("recognitionId") REFERENCES "Recognition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RecognitionReaction" (
    "recognitionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("recognitionId", "personId", "kind"),
    CONSTRAINT "RecognitionReaction_recognitionId_fkey" FOREIGN KEY ("recognitionId") REFERENCES "Recognition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RecognitionReport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "recognitionId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "words" TEXT,
    "said" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "answeredById" TEXT,
    "answeredAt" DATETIME,
    CONSTRAINT "RecognitionReport_recognitionId_fkey" FOREIGN KEY ("recognitionId") REFERENCES "Recognition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RecognitionNudge" (
    "kind" TEXT NOT NULL,
    "refId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "managerId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("kind", "refId")
);

-- CreateIndex
CREATE INDEX "Recognition_at_id_idx" ON "Recognition"("at", "id");

-- CreateIndex
CREATE INDEX "Recognition_giverId_at_idx" ON "Recognition"("giverId", "at");

-- CreateIndex
CREATE INDEX "RecognitionRecipient_personId_at_idx" ON "RecognitionRecipient"("personId", "at");

-- CreateIndex
CREATE INDEX "RecognitionRecipient_managerId_at_idx" ON "RecognitionRecipient"("managerId", "at");

-- CreateIndex
CREATE INDEX "RecognitionEvidence_kind_refId_idx" ON "RecognitionEvidence"("kind", "refId");

-- CreateIndex
CREATE INDEX "RecognitionEvidence_kind_outcome_idx" ON "RecognitionEvidence"("kind", "outcome");

-- CreateIndex
CREATE INDEX "RecognitionAddOn_personId_idx" ON "RecognitionAddOn"("personId");

-- CreateIndex
CREATE INDEX "RecognitionComment_recognitionId_at_idx" ON "RecognitionComment"("recognitionId", "at");

-- CreateIndex
CREATE INDEX "RecognitionComment_personId_idx" ON "RecognitionComment"("personId");

-- CreateIndex
CREATE INDEX "RecognitionReaction_personId_idx" ON "RecognitionReaction"("personId");

-- CreateIndex
CREATE INDEX "RecognitionReport_state_at_idx" ON "RecognitionReport"("state", "at");

-- CreateIndex
CREATE INDEX "RecognitionReport_recognitionId_idx" ON "RecognitionReport"("recognitionId");

-- CreateIndex
CREATE INDEX "RecognitionNudge_personId_at_idx" ON "RecognitionNudge"("personId", "at");


-- The words of a value stay as they were saved; what a recognition says of whom, of which value and on which evidence is frozen.

CREATE TRIGGER "CoreValueVersion_no_update" BEFORE UPDATE ON "CoreValueVersion"
BEGIN
  SELECT RAISE(ABORT, 'CoreValueVersion is append-only');
END;

CREATE TRIGGER "CoreValueVersion_no_delete" BEFORE DELETE ON "CoreValueVersion"
BEGIN
  SELECT RAISE(ABORT, 'CoreValueVersion is append-only');
END;

CREATE TRIGGER "Recognition_core_is_fixed" BEFORE UPDATE ON "Recognition"
WHEN NEW."id" IS NOT OLD."id"
   OR NEW."giverId" IS NOT OLD."giverId"
   OR NEW."giverManagerId" IS NOT OLD."giverManagerId"
   OR NEW."giverDepartment" IS NOT OLD."giverDepartment"
   OR NEW."valueCode" IS NOT OLD."valueCode"
   OR NEW."valueVersion" IS NOT OLD."valueVersion"
   OR NEW."behaviour" IS NOT OLD."behaviour"
   OR NEW."visibility" IS NOT OLD."visibility"
   OR NEW."automatic" IS NOT OLD."automatic"
   OR NEW."at" IS NOT OLD."at"
BEGIN
  SELECT RAISE(ABORT, 'Recognition: people, value, behaviour and visibility cannot be changed');
END;

CREATE TRIGGER "Recognition_no_delete" BEFORE DELETE ON "Recognition"
BEGIN
  SELECT RAISE(ABORT, 'Recognition: a recognition is withdrawn, never deleted');
END;

CREATE TRIGGER "RecognitionRecipient_no_update" BEFORE UPDATE ON "RecognitionRecipient"
BEGIN
  SELECT RAISE(ABORT, 'RecognitionRecipient: people cannot be changed');
END;

CREATE TRIGGER "RecognitionRecipient_no_delete" BEFORE DELETE ON "RecognitionRecipient"
BEGIN
  SELECT RAISE(ABORT, 'RecognitionRecipient: people cannot be changed');
END;

CREATE TRIGGER "RecognitionRecipient_never_self" BEFORE INSERT ON "RecognitionRecipient"
WHEN NEW."personId" = (SELECT "giverId" FROM "Recognition" WHERE "id" = NEW."recognitionId")
BEGIN
  SELECT RAISE(ABORT, 'RecognitionRecipient: nobody recognises themselves');
END;

CREATE TRIGGER "RecognitionEvidence_is_fixed" BEFORE UPDATE ON "RecognitionEvidence"
WHEN NEW."recognitionId" IS NOT OLD."recognitionId"
   OR NEW."kind" IS NOT OLD."kind"
   OR NEW."refId" IS NOT OLD."refId"
BEGIN
  SELECT RAISE(ABORT, 'RecognitionEvidence: evidence cannot be changed, only its outcome');
END;

CREATE TRIGGER "RecognitionEvidence_no_delete" BEFORE DELETE ON "RecognitionEvidence"
BEGIN
  SELECT RAISE(ABORT, 'RecognitionEvidence: evidence cannot be changed, only its outcome');
END;
