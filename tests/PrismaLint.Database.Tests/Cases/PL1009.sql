-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Measurement" (
    "id" INTEGER NOT NULL,
    "averageTemperatureOfTheOutsideAirDuringTheLastTwentyFourHoursInKelvin" INTEGER NOT NULL,

    CONSTRAINT "Measurement_pkey" PRIMARY KEY ("id")
);
