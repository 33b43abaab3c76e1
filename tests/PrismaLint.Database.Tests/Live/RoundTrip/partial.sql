-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Status" AS ENUM ('OPEN', 'closed order');

-- CreateTable
CREATE TABLE "Order" (
    "id" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "status" "Status" NOT NULL,
    "status2" "Status" NOT NULL,
    "priority" INTEGER NOT NULL,
    "isOpen" BOOLEAN NOT NULL,
    "note" VARCHAR(20),
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Order_status_idx" ON "Order"("status") WHERE (status = 'OPEN' AND priority > 5);

-- CreateIndex
CREATE INDEX "in_list" ON "Order"("priority") WHERE (status IN ('OPEN', 'closed order') OR note LIKE 'a%');

-- CreateIndex
CREATE INDEX "Order_isOpen_idx" ON "Order"("isOpen") WHERE ("isOpen" = true);

-- CreateIndex
CREATE INDEX "Order_status2_idx" ON "Order"("status2") WHERE ("isOpen" != false AND "note" IS NOT NULL);

-- CreateIndex
CREATE INDEX "noted" ON "Order"("note") WHERE ("note" = 'it''s');

-- CreateIndex
CREATE INDEX "between" ON "Order"("note", "priority") WHERE (priority BETWEEN 1 AND 9 and note <> '');

-- CreateIndex
CREATE INDEX "since" ON "Order"("deletedAt") WHERE ("deletedAt" > '2020-01-01'::timestamp);

-- CreateIndex
CREATE UNIQUE INDEX "Order_number_key" ON "Order"("number") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "Order_number_priority_key" ON "Order"("number", "priority") WHERE ("deletedAt" IS NULL);
