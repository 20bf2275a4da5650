-- DropIndex
DROP INDEX "ThreadLink_toKind_toId_idx";

-- CreateIndex
CREATE INDEX "ThreadLink_fromKind_fromId_relation_at_idx" ON "ThreadLink"("fromKind", "fromId", "relation", "at");

-- CreateIndex
CREATE INDEX "ThreadLink_toKind_toId_relation_at_idx" ON "ThreadLink"("toKind", "toId", "relation", "at");
