-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Doc" (
    "id" INTEGER NOT NULL,
    "a" INTEGER NOT NULL,
    "b" INTEGER,
    "code" TEXT NOT NULL,
    "name" VARCHAR(50) NOT NULL,
    "tags" TEXT[],
    "data" JSONB NOT NULL,
    "bits" VARBIT(8) NOT NULL,
    "host" INET NOT NULL,
    "uuid" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "zoned" TIMESTAMPTZ NOT NULL,
    "amount" DECIMAL(65,30) NOT NULL,

    CONSTRAINT "Doc_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Old" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Old_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoId" (
    "a" INTEGER NOT NULL,
    "b" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "doc code" ON "Doc"("code");

-- CreateIndex
CREATE INDEX "Doc_a_b_idx" ON "Doc"("a" DESC, "b");

-- CreateIndex
CREATE INDEX "by name" ON "Doc"("name");

-- CreateIndex
CREATE INDEX "Doc_code_idx" ON "Doc" USING HASH ("code");

-- CreateIndex
CREATE INDEX "Doc_tags_idx" ON "Doc" USING GIN ("tags");

-- CreateIndex
CREATE INDEX "Doc_data_idx" ON "Doc" USING GIN ("data");

-- CreateIndex
CREATE INDEX "data_path" ON "Doc" USING GIN ("data" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "Doc_host_idx" ON "Doc" USING GIST ("host" inet_ops);

-- CreateIndex
CREATE INDEX "name_sp" ON "Doc" USING SPGIST ("name");

-- CreateIndex
CREATE INDEX "Doc_a_idx" ON "Doc" USING BRIN ("a" int4_minmax_multi_ops);

-- CreateIndex
CREATE INDEX "Doc_at_zoned_idx" ON "Doc" USING BRIN ("at" timestamp_minmax_ops, "zoned" timestamptz_bloom_ops);

-- CreateIndex
CREATE INDEX "bits" ON "Doc" USING BRIN ("bits" varbit_minmax_ops);

-- CreateIndex
CREATE INDEX "uuids" ON "Doc" USING BRIN ("uuid" uuid_bloom_ops);

-- CreateIndex
CREATE INDEX "amounts" ON "Doc" USING BRIN ("amount" numeric_minmax_ops);

-- CreateIndex
CREATE INDEX "code_like" ON "Doc"("code" text_pattern_ops);

-- CreateIndex
CREATE UNIQUE INDEX "Doc_a_b_key" ON "Doc"("a", "b" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "b_a" ON "Doc"("b", "a");

-- CreateIndex
CREATE UNIQUE INDEX "Old_name_key" ON "Old"("name");

-- CreateIndex
CREATE UNIQUE INDEX "NoId_a_b_key" ON "NoId"("a", "b");
