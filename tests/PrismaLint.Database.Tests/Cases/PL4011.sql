-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Token" (
    "id" UUID NOT NULL,
    "short" VARCHAR(20) NOT NULL,
    "label" VARCHAR(3) NOT NULL DEFAULT 'abcdefghij',
    "weight" SMALLINT NOT NULL DEFAULT 99999,

    CONSTRAINT "Token_pkey" PRIMARY KEY ("id")
);
