-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "State" AS ENUM ('draft', 'draft');

-- CreateTable
CREATE TABLE "Post" (
    "id" INTEGER NOT NULL,
    "state" "State" NOT NULL,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);
