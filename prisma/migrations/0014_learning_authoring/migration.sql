-- HR's side of learning: what a version changed, pictures, courses proposed for retirement.

-- AlterTable
ALTER TABLE "LearningCourseVersion" ADD COLUMN "note" TEXT;

-- CreateTable
CREATE TABLE "LearningImage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "altVi" TEXT NOT NULL,
    "altEn" TEXT NOT NULL,
    "uploadedById" TEXT,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "LearningCourseImage" (
    "course" TEXT NOT NULL,
    "imageId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("course", "imageId"),
    CONSTRAINT "LearningCourseImage_course_fkey" FOREIGN KEY ("course") REFERENCES "LearningCourse" ("code") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LearningCourseImage_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "LearningImage" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LearningRetirement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "course" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "found" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "openKey" TEXT,
    "proposedAt" DATETIME NOT NULL,
    "decidedAt" DATETIME,
    "decidedById" TEXT,
    "reason" TEXT
);

-- CreateIndex
CREATE UNIQUE INDEX "LearningRetirement_openKey_key" ON "LearningRetirement"("openKey");

-- CreateIndex
CREATE INDEX "LearningRetirement_course_proposedAt_idx" ON "LearningRetirement"("course", "proposedAt");

CREATE TRIGGER "LearningImage_is_fixed" BEFORE UPDATE ON "LearningImage"
WHEN NEW."id" IS NOT OLD."id"
   OR NEW."data" IS NOT OLD."data"
   OR NEW."type" IS NOT OLD."type"
BEGIN
  SELECT RAISE(ABORT, 'LearningImage: a picture cannot be changed');
END;

CREATE TRIGGER "LearningRetirement_is_fixed" BEFORE UPDATE ON "LearningRetirement"
WHEN NEW."id" IS NOT OLD."id"
   OR NEW."course" IS NOT OLD."course"
   OR NEW."version" IS NOT OLD."version"
   OR NEW."found" IS NOT OLD."found"
   OR NEW."proposedAt" IS NOT OLD."proposedAt"
   OR OLD."state" <> 'open'
BEGIN
  SELECT RAISE(ABORT, 'LearningRetirement: what was proposed and answered cannot be changed');
END;

CREATE TRIGGER "LearningRetirement_no_delete" BEFORE DELETE ON "LearningRetirement"
BEGIN
  SELECT RAISE(ABORT, 'LearningRetirement: a proposal is never deleted');
END;
