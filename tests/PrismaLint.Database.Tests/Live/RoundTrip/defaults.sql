-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "user_role" AS ENUM ('ADMIN', 'USER', 'guest user');

-- CreateTable
CREATE TABLE "Literals" (
    "id" SERIAL NOT NULL,
    "string" TEXT NOT NULL DEFAULT 'it''s "quoted" and C:\temp',
    "empty" TEXT NOT NULL DEFAULT '',
    "number" TEXT NOT NULL DEFAULT '007',
    "varChar" VARCHAR(20) NOT NULL DEFAULT 'draft',
    "char" CHAR(5) NOT NULL DEFAULT 'ab',
    "uuid" UUID NOT NULL DEFAULT '6f1ed002-ab5b-4d3a-a53f-bb50ee1a4b2c',
    "inet" INET NOT NULL DEFAULT '10.0.0.1',
    "yes" BOOLEAN NOT NULL DEFAULT true,
    "no" BOOLEAN DEFAULT false,
    "zero" INTEGER NOT NULL DEFAULT 0,
    "negative" INTEGER NOT NULL DEFAULT -5,
    "small" SMALLINT NOT NULL DEFAULT 7,
    "big" BIGINT NOT NULL DEFAULT 9007199254740993,
    "bigMinus" BIGINT NOT NULL DEFAULT -9007199254740993,
    "float" DOUBLE PRECISION NOT NULL DEFAULT 0.10,
    "whole" DOUBLE PRECISION NOT NULL DEFAULT 3,
    "minus" DOUBLE PRECISION NOT NULL DEFAULT -1.5,
    "real" REAL NOT NULL DEFAULT 2.5,
    "decimal" DECIMAL(65,30) NOT NULL DEFAULT 12.3400,
    "percent" DECIMAL(5,2) NOT NULL DEFAULT 0,
    "money" MONEY NOT NULL DEFAULT 9.99,
    "moment" TIMESTAMP(3) NOT NULL DEFAULT '2020-01-01 00:00:00 +00:00',
    "fine" TIMESTAMPTZ(6) NOT NULL DEFAULT '2020-06-01 12:30:15.123 +00:00',
    "shifted" TIMESTAMP(3) NOT NULL DEFAULT '2020-06-01 12:30:15 +02:00',
    "day" DATE NOT NULL DEFAULT '2021-03-04 00:00:00 +00:00',
    "json" JSONB NOT NULL DEFAULT '{"b": [1, 2.50, null], "a": "x"}',
    "jsonList" JSONB NOT NULL DEFAULT '[]',
    "plain" JSON NOT NULL DEFAULT '{ "k" : true }',
    "bytes" BYTEA NOT NULL DEFAULT '\x68656c6c6f',
    "role" "user_role" NOT NULL DEFAULT 'ADMIN',
    "mapped" "user_role" NOT NULL DEFAULT 'guest user',

    CONSTRAINT "Literals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Made" (
    "id" TEXT NOT NULL,
    "uuid" UUID NOT NULL,
    "cuid" TEXT NOT NULL,
    "cuid2" TEXT NOT NULL,
    "ulid" TEXT NOT NULL,
    "nanoid" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "zonedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "on" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "at" TIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "both" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "serial" SERIAL NOT NULL,
    "bigSerial" BIGSERIAL NOT NULL,
    "small" SMALLSERIAL NOT NULL,

    CONSTRAINT "Made_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Expressions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cast" TEXT NOT NULL DEFAULT md5(random()::text),
    "tomorrow" TIMESTAMP(3) NOT NULL DEFAULT now() + interval '1 day',
    "later" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP + INTERVAL '90 minutes',
    "sum" INTEGER NOT NULL DEFAULT 1+1,
    "upper" TEXT NOT NULL DEFAULT UPPER('x'),
    "either" TEXT NOT NULL DEFAULT COALESCE(current_setting('app.tenant', true), 'none'),
    "utc" TIMESTAMP(3) NOT NULL DEFAULT timezone('utc', now()),
    "json" JSONB NOT NULL DEFAULT jsonb_build_object('a', 1),
    "text" TEXT NOT NULL DEFAULT 'fixed',
    "casted" TEXT NOT NULL DEFAULT 'fixed'::text,
    "list" TEXT[] DEFAULT ARRAY['a','b']::text[],
    "none" TEXT[] DEFAULT '{}'::text[],
    "called" INTEGER NOT NULL DEFAULT floor(random() * 100)::int,
    "nothing" TEXT,
    "search" tsvector DEFAULT to_tsvector('simple'::regconfig, ''::text),
    "choice" INTEGER NOT NULL DEFAULT CASE WHEN random() < 0.5 THEN 1 ELSE 2 END,

    CONSTRAINT "Expressions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListDefaults" (
    "id" INTEGER NOT NULL,
    "strings" TEXT[] DEFAULT ARRAY['a', 'it''s', 'c,d']::TEXT[],
    "none" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "ints" INTEGER[] DEFAULT ARRAY[1, -2, 3]::INTEGER[],
    "bigs" BIGINT[] DEFAULT ARRAY[9007199254740993]::BIGINT[],
    "floats" DOUBLE PRECISION[] DEFAULT ARRAY[0.5, 1]::DOUBLE PRECISION[],
    "decimals" DECIMAL(65,30)[] DEFAULT ARRAY[1.10, 2]::DECIMAL(65,30)[],
    "booleans" BOOLEAN[] DEFAULT ARRAY[true, false]::BOOLEAN[],
    "moments" TIMESTAMP(3)[] DEFAULT ARRAY['2020-01-01 00:00:00 +00:00']::TIMESTAMP(3)[],
    "roles" "user_role"[] DEFAULT ARRAY['ADMIN', 'guest user']::"user_role"[],
    "noRoles" "user_role"[] DEFAULT ARRAY[]::"user_role"[],
    "jsons" JSONB[] DEFAULT ARRAY['{"a":1}']::JSONB[],
    "bytes" BYTEA[] DEFAULT ARRAY['\x6869']::BYTEA[],

    CONSTRAINT "ListDefaults_pkey" PRIMARY KEY ("id")
);
