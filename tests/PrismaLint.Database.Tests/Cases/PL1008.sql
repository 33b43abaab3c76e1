-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "users" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "old_users" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "old_users_pkey" PRIMARY KEY ("id")
);
