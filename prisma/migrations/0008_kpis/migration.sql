-- CreateTable
CREATE TABLE "Kpi" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "draft" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "targetBy" TEXT,
    "targetValue" REAL,
    "createdAt" DATETIME NOT NULL,
    "createdById" TEXT,
    "updatedAt" DATETIME NOT NULL,
    "retiredAt" DATETIME
);

-- CreateTable
CREATE TABLE "KpiVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kpiId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" TEXT NOT NULL,
    "breaks" BOOLEAN NOT NULL,
    "fromDay" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" TEXT,
    "note" TEXT,
    CONSTRAINT "KpiVersion_kpiId_fkey" FOREIGN KEY ("kpiId") REFERENCES "Kpi" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "KpiObservation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kpiId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "periodStart" TEXT NOT NULL,
    "periodEnd" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,
    "departmentCode" TEXT NOT NULL DEFAULT '',
    "siteCode" TEXT NOT NULL DEFAULT '',
    "n" INTEGER NOT NULL,
    "hits" INTEGER NOT NULL DEFAULT 0,
    "passives" INTEGER NOT NULL DEFAULT 0,
    "detractors" INTEGER NOT NULL DEFAULT 0,
    "total" REAL NOT NULL DEFAULT 0,
    "squares" REAL,
    "histogram" TEXT,
    "source" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" TEXT,
    CONSTRAINT "KpiObservation_kpiId_fkey" FOREIGN KEY ("kpiId") REFERENCES "Kpi" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "KpiCorrection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kpiId" TEXT NOT NULL,
    "observationId" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "saidAt" DATETIME NOT NULL,
    "saidById" TEXT,
    "at" DATETIME NOT NULL,
    "byId" TEXT,
    "reason" TEXT NOT NULL,
    CONSTRAINT "KpiCorrection_kpiId_fkey" FOREIGN KEY ("kpiId") REFERENCES "Kpi" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "KpiTarget" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kpiId" TEXT NOT NULL,
    "previousValue" REAL,
    "previousBy" TEXT,
    "value" REAL,
    "byDay" TEXT,
    "reason" TEXT NOT NULL,
    "improvementId" TEXT,
    "at" DATETIME NOT NULL,
    "byId" TEXT,
    CONSTRAINT "KpiTarget_kpiId_fkey" FOREIGN KEY ("kpiId") REFERENCES "Kpi" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "KpiDaily" (
    "fact" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "siteCode" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "hits" INTEGER NOT NULL DEFAULT 0,
    "passives" INTEGER NOT NULL DEFAULT 0,
    "detractors" INTEGER NOT NULL DEFAULT 0,
    "total" REAL NOT NULL DEFAULT 0,
    "squares" REAL,
    "histogram" TEXT,

    PRIMARY KEY ("fact", "day", "departmentCode", "siteCode")
);

-- CreateTable
CREATE TABLE "KpiRecount" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fact" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    "nextDay" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "askedById" TEXT,
    "endedAt" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "Kpi_code_key" ON "Kpi"("code");

-- CreateIndex
CREATE INDEX "Kpi_status_idx" ON "Kpi"("status");

-- CreateIndex
CREATE UNIQUE INDEX "KpiVersion_kpiId_version_key" ON "KpiVersion"("kpiId", "version");

-- CreateIndex
CREATE INDEX "KpiObservation_kpiId_bucket_idx" ON "KpiObservation"("kpiId", "bucket");

-- CreateIndex
CREATE UNIQUE INDEX "KpiObservation_kpiId_periodStart_periodEnd_departmentCode_siteCode_key" ON "KpiObservation"("kpiId", "periodStart", "periodEnd", "departmentCode", "siteCode");

-- CreateIndex
CREATE INDEX "KpiCorrection_kpiId_at_idx" ON "KpiCorrection"("kpiId", "at");

-- CreateIndex
CREATE INDEX "KpiCorrection_observationId_idx" ON "KpiCorrection"("observationId");

-- CreateIndex
CREATE INDEX "KpiTarget_kpiId_at_idx" ON "KpiTarget"("kpiId", "at");

-- CreateIndex
CREATE INDEX "KpiRecount_state_idx" ON "KpiRecount"("state");

-- CreateIndex
CREATE INDEX "KpiRecount_fact_askedAt_idx" ON "KpiRecount"("fact", "askedAt");



-- What was put into use, moved or corrected stays as it was written.

CREATE TRIGGER "KpiVersion_no_update" BEFORE UPDATE ON "KpiVersion"
BEGIN
  SELECT RAISE(ABORT, 'KpiVersion is append-only');
END;

CREATE TRIGGER "KpiVersion_no_delete" BEFORE DELETE ON "KpiVersion"
BEGIN
  SELECT RAISE(ABORT, 'KpiVersion is append-only');
END;

CREATE TRIGGER "KpiTarget_no_update" BEFORE UPDATE ON "KpiTarget"
BEGIN
  SELECT RAISE(ABORT, 'KpiTarget is append-only');
END;

CREATE TRIGGER "KpiTarget_no_delete" BEFORE DELETE ON "KpiTarget"
BEGIN
  SELECT RAISE(ABORT, 'KpiTarget is append-only');
END;

CREATE TRIGGER "KpiCorrection_no_update" BEFORE UPDATE ON "KpiCorrection"
BEGIN
  SELECT RAISE(ABORT, 'KpiCorrection is append-only');
END;

CREATE TRIGGER "KpiCorrection_no_delete" BEFORE DELETE ON "KpiCorrection"
BEGIN
  SELECT RAISE(ABORT, 'KpiCorrection is append-only');
END;

CREATE TRIGGER "KpiObservation_no_delete" BEFORE DELETE ON "KpiObservation"
BEGIN
  SELECT RAISE(ABORT, 'KpiObservation: a figure is corrected, not deleted');
END;

-- Counts change only once what they said before is kept.
CREATE TRIGGER "KpiObservation_keeps_earlier" BEFORE UPDATE ON "KpiObservation"
WHEN NOT EXISTS (SELECT 1 FROM "KpiCorrection" c WHERE c."observationId" = OLD."id" AND c."saidAt" = OLD."at")
BEGIN
  SELECT RAISE(ABORT, 'KpiObservation: the earlier figure is kept first');
END;

CREATE TRIGGER "KpiObservation_counts" BEFORE INSERT ON "KpiObservation"
WHEN NEW."n" < 0 OR NEW."hits" < 0 OR NEW."passives" < 0 OR NEW."detractors" < 0 OR NEW."periodEnd" < NEW."periodStart"
BEGIN
  SELECT RAISE(ABORT, 'KpiObservation: no counts');
END;
