-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "User" (
    "id" INTEGER NOT NULL,
    "email" TEXT NOT NULL,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" INTEGER NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "Mail_address_idx" ON "Mail"("address");

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_address_fkey" FOREIGN KEY ("address") REFERENCES "User"("email") ON DELETE RESTRICT ON UPDATE CASCADE;
