-- CreateTable
CREATE TABLE "Organisation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "addressForm" TEXT NOT NULL DEFAULT 'bạn',
    "hours" TEXT NOT NULL,
    "holidays" TEXT NOT NULL DEFAULT '[]',
    "labels" TEXT NOT NULL DEFAULT '{}',
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "requireTotp" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Department" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "parentCode" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true
);

-- CreateTable
CREATE TABLE "Site" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "departmentCode" TEXT,
    "channel" TEXT,
    "hours" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameFolded" TEXT NOT NULL,
    "nameSort" TEXT NOT NULL,
    "departmentCode" TEXT,
    "siteCode" TEXT,
    "level" INTEGER,
    "startedOn" TEXT,
    "managerId" TEXT,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "addressForm" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "deactivatedAt" DATETIME,
    "erasedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Person_departmentCode_fkey" FOREIGN KEY ("departmentCode") REFERENCES "Department" ("code") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Person_siteCode_fkey" FOREIGN KEY ("siteCode") REFERENCES "Site" ("code") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Person_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoleAssignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "scopeKind" TEXT NOT NULL,
    "scopeRef" TEXT,
    CONSTRAINT "RoleAssignment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "standInId" TEXT,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Absence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Absence_standInId_fkey" FOREIGN KEY ("standInId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Course" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Qualification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Qualification_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Credential" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "passwordHash" TEXT,
    "passwordSetAt" DATETIME,
    "totpSecret" TEXT,
    "totpEnabledAt" DATETIME,
    "totpLastStep" INTEGER,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Credential_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "publicId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "provedAt" DATETIME NOT NULL,
    "complete" BOOLEAN NOT NULL DEFAULT true,
    "userAgent" TEXT,
    "address" TEXT
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "personId" TEXT,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "personId" TEXT,
    "serviceName" TEXT,
    "scopes" TEXT,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "revokedAt" DATETIME,
    "lastUsedAt" DATETIME
);

-- CreateTable
CREATE TABLE "IdempotentAnswer" (
    "tokenId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "location" TEXT,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("tokenId", "path", "key")
);

-- CreateTable
CREATE TABLE "Customer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ref" TEXT NOT NULL,
    "name" TEXT,
    "nameFolded" TEXT,
    "phoneCipher" TEXT,
    "phoneHash" TEXT,
    "phoneLast" TEXT,
    "tier" TEXT,
    "lifetimeValue" BIGINT,
    "currency" TEXT,
    "addressForm" TEXT,
    "personId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "erasedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Purchase" (
    "orderRef" TEXT NOT NULL PRIMARY KEY,
    "customerId" TEXT,
    "purchasedAt" DATETIME NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "channel" TEXT,
    CONSTRAINT "Purchase_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CustomerNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "customerId" TEXT NOT NULL,
    "byId" TEXT,
    "text" TEXT NOT NULL,
    "isContact" BOOLEAN NOT NULL DEFAULT true,
    "at" DATETIME NOT NULL,
    CONSTRAINT "CustomerNote_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CustomerPromise" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "customerId" TEXT NOT NULL,
    "decisionId" TEXT,
    "text" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "keeperId" TEXT NOT NULL,
    "byId" TEXT,
    "at" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "closedAt" DATETIME,
    "closedById" TEXT,
    "note" TEXT,
    "remindedAt" DATETIME,
    CONSTRAINT "CustomerPromise_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ThreadLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fromKind" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "toKind" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "byId" TEXT,
    "at" DATETIME NOT NULL,
    "automatic" BOOLEAN NOT NULL,
    "note" TEXT
);

-- CreateTable
CREATE TABLE "PolicyVersion" (
    "version" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "state" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "createdById" TEXT,
    "submittedAt" DATETIME,
    "submittedById" TEXT,
    "submitNote" TEXT,
    "publishedAt" DATETIME,
    "publishedById" TEXT,
    "publishNote" TEXT,
    "effectiveFrom" DATETIME
);

-- CreateTable
CREATE TABLE "PolicyEditor" (
    "version" INTEGER NOT NULL,
    "personId" TEXT NOT NULL,

    PRIMARY KEY ("version", "personId"),
    CONSTRAINT "PolicyEditor_version_fkey" FOREIGN KEY ("version") REFERENCES "PolicyVersion" ("version") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PolicyAcknowledgement" (
    "version" INTEGER NOT NULL,
    "personId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("version", "personId"),
    CONSTRAINT "PolicyAcknowledgement_version_fkey" FOREIGN KEY ("version") REFERENCES "PolicyVersion" ("version") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "managerId" TEXT,
    "siteCode" TEXT,
    "departmentCode" TEXT,
    "serviceName" TEXT,
    "gesture" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "proactive" BOOLEAN NOT NULL,
    "amount" BIGINT,
    "currency" TEXT,
    "caseRef" TEXT,
    "customerId" TEXT,
    "customerRef" TEXT,
    "orderRef" TEXT,
    "caseGroup" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "policyVersion" INTEGER NOT NULL,
    "rule" TEXT,
    "role" TEXT,
    "outcome" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reasonCode" TEXT NOT NULL,
    "byChoice" BOOLEAN NOT NULL DEFAULT false,
    "escalateReason" TEXT,
    "limit" BIGINT,
    "room" BIGINT,
    "binding" TEXT,
    "explanation" TEXT NOT NULL,
    "note" TEXT,
    "evidence" TEXT NOT NULL DEFAULT '[]',
    "felt" TEXT,
    "address" TEXT,
    "externalRef" TEXT,
    "decidedAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "approvedAmount" BIGINT,
    "approvedById" TEXT,
    "givenAt" DATETIME,
    "givenById" TEXT,
    "result" TEXT,
    "csat" INTEGER,
    "resultNote" TEXT,
    "resultAt" DATETIME,
    "repeatContactAt" DATETIME,
    "boughtAgainAt" DATETIME,
    "sequence" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Approval" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "decisionId" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "approverId" TEXT NOT NULL,
    "onBehalfOfId" TEXT,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "answeredAt" DATETIME,
    "amount" BIGINT,
    "note" TEXT,
    "say" TEXT,
    "explanation" TEXT,
    CONSTRAINT "Approval_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BudgetCounter" (
    "budget" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "window" TEXT NOT NULL,
    "consumed" BIGINT NOT NULL,
    "limit" BIGINT NOT NULL,

    PRIMARY KEY ("budget", "subject", "window")
);

-- CreateTable
CREATE TABLE "BudgetEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "decisionId" TEXT NOT NULL,
    "budget" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "window" TEXT,
    "kind" TEXT NOT NULL,
    "delta" BIGINT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "NumberSequence" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "next" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "type" TEXT NOT NULL,
    "schema" INTEGER NOT NULL,
    "actorId" TEXT,
    "via" TEXT,
    "requestId" TEXT,
    "address" TEXT,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "AuditPersonalValue" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "seq" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "salt" TEXT,
    "value" TEXT,
    "ownerKind" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "AuditCheckpoint" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "hash" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "signature" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "points" INTEGER NOT NULL,
    "expireAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "uniqueKey" TEXT,
    "payload" TEXT NOT NULL,
    "runAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" DATETIME,
    "doneAt" DATETIME,
    "lastError" TEXT
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "channel" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "nextTryAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sentAt" DATETIME,
    "lastError" TEXT
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "params" TEXT NOT NULL,
    "href" TEXT,
    "createdAt" DATETIME NOT NULL,
    "readAt" DATETIME
);

-- CreateTable
CREATE TABLE "Setting" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Person_managerId_idx" ON "Person"("managerId");

-- CreateIndex
CREATE INDEX "Person_siteCode_idx" ON "Person"("siteCode");

-- CreateIndex
CREATE INDEX "Person_departmentCode_idx" ON "Person"("departmentCode");

-- CreateIndex
CREATE INDEX "Person_nameSort_idx" ON "Person"("nameSort");

-- CreateIndex
CREATE INDEX "RoleAssignment_role_idx" ON "RoleAssignment"("role");

-- CreateIndex
CREATE UNIQUE INDEX "RoleAssignment_personId_role_scopeKind_scopeRef_key" ON "RoleAssignment"("personId", "role", "scopeKind", "scopeRef");

-- CreateIndex
CREATE INDEX "Absence_personId_idx" ON "Absence"("personId");

-- CreateIndex
CREATE INDEX "Qualification_course_idx" ON "Qualification"("course");

-- CreateIndex
CREATE UNIQUE INDEX "Qualification_personId_course_validFrom_key" ON "Qualification"("personId", "course", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_personId_codeHash_key" ON "RecoveryCode"("personId", "codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "Session_publicId_key" ON "Session"("publicId");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "OneTimeLink_personId_idx" ON "OneTimeLink"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "ApiToken_personId_idx" ON "ApiToken"("personId");

-- CreateIndex
CREATE INDEX "IdempotentAnswer_createdAt_idx" ON "IdempotentAnswer"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Customer_ref_key" ON "Customer"("ref");

-- CreateIndex
CREATE UNIQUE INDEX "Customer_phoneHash_key" ON "Customer"("phoneHash");

-- CreateIndex
CREATE INDEX "Purchase_customerId_purchasedAt_idx" ON "Purchase"("customerId", "purchasedAt");

-- CreateIndex
CREATE INDEX "CustomerNote_customerId_at_idx" ON "CustomerNote"("customerId", "at");

-- CreateIndex
CREATE INDEX "CustomerPromise_customerId_at_idx" ON "CustomerPromise"("customerId", "at");

-- CreateIndex
CREATE INDEX "CustomerPromise_keeperId_state_dueAt_idx" ON "CustomerPromise"("keeperId", "state", "dueAt");

-- CreateIndex
CREATE INDEX "ThreadLink_toKind_toId_idx" ON "ThreadLink"("toKind", "toId");

-- CreateIndex
CREATE UNIQUE INDEX "ThreadLink_fromKind_fromId_toKind_toId_relation_key" ON "ThreadLink"("fromKind", "fromId", "toKind", "toId", "relation");

-- CreateIndex
CREATE INDEX "PolicyVersion_state_effectiveFrom_idx" ON "PolicyVersion"("state", "effectiveFrom");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_number_key" ON "Decision"("number");

-- CreateIndex
CREATE INDEX "Decision_personId_decidedAt_idx" ON "Decision"("personId", "decidedAt");

-- CreateIndex
CREATE INDEX "Decision_decidedAt_idx" ON "Decision"("decidedAt");

-- CreateIndex
CREATE INDEX "Decision_state_decidedAt_idx" ON "Decision"("state", "decidedAt");

-- CreateIndex
CREATE INDEX "Decision_customerRef_orderRef_decidedAt_idx" ON "Decision"("customerRef", "orderRef", "decidedAt");

-- CreateIndex
CREATE INDEX "Decision_customerId_decidedAt_idx" ON "Decision"("customerId", "decidedAt");

-- CreateIndex
CREATE INDEX "Decision_caseRef_caseGroup_idx" ON "Decision"("caseRef", "caseGroup");

-- CreateIndex
CREATE INDEX "Decision_rule_decidedAt_idx" ON "Decision"("rule", "decidedAt");

-- CreateIndex
CREATE INDEX "Approval_approverId_state_dueAt_idx" ON "Approval"("approverId", "state", "dueAt");

-- CreateIndex
CREATE INDEX "Approval_decisionId_level_idx" ON "Approval"("decisionId", "level");

-- CreateIndex
CREATE INDEX "Approval_state_dueAt_idx" ON "Approval"("state", "dueAt");

-- CreateIndex
CREATE INDEX "BudgetEntry_budget_subject_at_idx" ON "BudgetEntry"("budget", "subject", "at");

-- CreateIndex
CREATE UNIQUE INDEX "BudgetEntry_decisionId_budget_kind_key" ON "BudgetEntry"("decisionId", "budget", "kind");

-- CreateIndex
CREATE INDEX "AuditEvent_type_at_idx" ON "AuditEvent"("type", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectKind_subjectId_idx" ON "AuditEvent"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_at_idx" ON "AuditEvent"("actorId", "at");

-- CreateIndex
CREATE INDEX "AuditPersonalValue_ownerKind_ownerId_idx" ON "AuditPersonalValue"("ownerKind", "ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "AuditPersonalValue_seq_field_key" ON "AuditPersonalValue"("seq", "field");

-- CreateIndex
CREATE UNIQUE INDEX "Job_uniqueKey_key" ON "Job"("uniqueKey");

-- CreateIndex
CREATE INDEX "Job_doneAt_runAt_idx" ON "Job"("doneAt", "runAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_sentAt_nextTryAt_idx" ON "OutboxMessage"("sentAt", "nextTryAt");

-- CreateIndex
CREATE INDEX "Notification_personId_readAt_createdAt_idx" ON "Notification"("personId", "readAt", "createdAt");

