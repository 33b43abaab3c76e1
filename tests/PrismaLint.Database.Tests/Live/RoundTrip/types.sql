-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Kind" AS ENUM ('SMALL', 'LARGE');

-- CreateTable
CREATE TABLE "Plain" (
    "id" INTEGER NOT NULL,
    "string" TEXT NOT NULL,
    "boolean" BOOLEAN NOT NULL,
    "int" INTEGER NOT NULL,
    "bigInt" BIGINT NOT NULL,
    "float" DOUBLE PRECISION NOT NULL,
    "decimal" DECIMAL(65,30) NOT NULL,
    "dateTime" TIMESTAMP(3) NOT NULL,
    "json" JSONB NOT NULL,
    "bytes" BYTEA NOT NULL,
    "optional" TEXT,
    "moment" TIMESTAMP(3),

    CONSTRAINT "Plain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Native" (
    "id" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "varChar" VARCHAR NOT NULL,
    "varChar20" VARCHAR(20) NOT NULL,
    "char" CHAR NOT NULL,
    "char5" CHAR(5) NOT NULL,
    "bit" BIT NOT NULL,
    "bit8" BIT(8) NOT NULL,
    "varBit" VARBIT NOT NULL,
    "varBit8" VARBIT(8) NOT NULL,
    "uuid" UUID NOT NULL,
    "xml" XML NOT NULL,
    "inet" INET NOT NULL,
    "boolean" BOOLEAN NOT NULL,
    "integer" INTEGER NOT NULL,
    "smallInt" SMALLINT NOT NULL,
    "oid" OID NOT NULL,
    "double" DOUBLE PRECISION NOT NULL,
    "real" REAL NOT NULL,
    "decimal" DECIMAL NOT NULL,
    "decimal10" DECIMAL(10,2) NOT NULL,
    "money" MONEY NOT NULL,
    "timestamp" TIMESTAMP NOT NULL,
    "timestamp0" TIMESTAMP(0) NOT NULL,
    "timestamp6" TIMESTAMP(6) NOT NULL,
    "zoned" TIMESTAMPTZ NOT NULL,
    "zoned3" TIMESTAMPTZ(3) NOT NULL,
    "date" DATE NOT NULL,
    "time" TIME NOT NULL,
    "time3" TIME(3) NOT NULL,
    "timeZoned" TIMETZ NOT NULL,
    "timeZoned6" TIMETZ(6) NOT NULL,
    "json" JSON NOT NULL,
    "jsonB" JSONB NOT NULL,
    "byteA" BYTEA NOT NULL,

    CONSTRAINT "Native_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lists" (
    "id" INTEGER NOT NULL,
    "strings" TEXT[],
    "names" VARCHAR(40)[],
    "ints" INTEGER[],
    "smalls" SMALLINT[],
    "bigs" BIGINT[],
    "floats" DOUBLE PRECISION[],
    "decimals" DECIMAL(8,3)[],
    "booleans" BOOLEAN[],
    "moments" TIMESTAMPTZ(6)[],
    "dates" TIMESTAMP(3)[],
    "jsons" JSONB[],
    "bytes" BYTEA[],
    "uuids" UUID[],
    "kinds" "Kind"[],

    CONSTRAINT "Lists_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Foreign" (
    "id" INTEGER NOT NULL,
    "point" point,
    "circle" circle NOT NULL,
    "search" tsvector,
    "span" tstzrange,
    "range" int4range,
    "address" macaddr,
    "wait" interval NOT NULL,
    "block" cidr,
    "parts" interval(3),
    "boxes" box[],

    CONSTRAINT "Foreign_pkey" PRIMARY KEY ("id")
);
