-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "AnEnumWithANameThatIsLongerThanTheSixtyThreeBytesOfAnIdentifierInThere" AS ENUM ('ONE', 'TWO');

-- CreateTable
CREATE TABLE "überschriftenverzeichniseinträgeänderungsübersichtsgrößenübermaß" (
    "id" INTEGER NOT NULL,
    "größenänderungsverzeichniseintragsnummernkreisübersichtsfeldüber" TEXT NOT NULL,
    "short" TEXT NOT NULL,
    "aVeryLongNameOfAColumnThatNobodyWouldWriteButThatPrismaTakesAnyway" SERIAL NOT NULL,

    CONSTRAINT "überschriftenverzeichniseinträgeänderungsübersichtsgr_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kindübersichten_größenänderungsverzeichnis" (
    "id" INTEGER NOT NULL,
    "eltern_überschriften_größenänderungsverzeichnis_nummer" INTEGER NOT NULL,

    CONSTRAINT "kindübersichten_größenänderungsverzeichnis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AModelWithANameThatIsAlmostAsLongAsTheOtherOneInThisFile" (
    "id" INTEGER NOT NULL,
    "kind" "AnEnumWithANameThatIsLongerThanTheSixtyThreeBytesOfAnIdentifierInThere" NOT NULL,

    CONSTRAINT "AModelWithANameThatIsAlmostAsLongAsTheOtherOneInThisFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_AModelWithANameThatIsAlmostAsLongAsTheOtherOneInThisFileToÜber" (
    "A" INTEGER NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_AModelWithANameThatIsAlmostAsLongAsTheOtherOneInThisFi_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "überschriftenverzeichniseinträgeänderungsübersichtsgrö_key" ON "überschriftenverzeichniseinträgeänderungsübersichtsgrößenübermaß"("größenänderungsverzeichniseintragsnummernkreisübersichtsfeldüber");

-- CreateIndex
CREATE INDEX "überschriftenverzeichniseinträgeänderungsübersichtsgrö_idx" ON "überschriftenverzeichniseinträgeänderungsübersichtsgrößenübermaß"("größenänderungsverzeichniseintragsnummernkreisübersichtsfeldüber", "short");

-- CreateIndex
CREATE UNIQUE INDEX "kindübersichten_größenänderungsverzeichnis_eltern_über_key" ON "kindübersichten_größenänderungsverzeichnis"("eltern_überschriften_größenänderungsverzeichnis_nummer", "id");

-- CreateIndex
CREATE INDEX "AModelWithANameThatIsAlmostAsLongAsTheOtherOneInThisFile_ki_idx" ON "AModelWithANameThatIsAlmostAsLongAsTheOtherOneInThisFile"("kind");

-- CreateIndex
CREATE INDEX "_AModelWithANameThatIsAlmostAsLongAsTheOtherOneInThisFi_B_index" ON "_AModelWithANameThatIsAlmostAsLongAsTheOtherOneInThisFileToÜber"("B");

-- AddForeignKey
ALTER TABLE "kindübersichten_größenänderungsverzeichnis" ADD CONSTRAINT "kindübersichten_größenänderungsverzeichnis_eltern_übe_fkey" FOREIGN KEY ("eltern_überschriften_größenänderungsverzeichnis_nummer") REFERENCES "überschriftenverzeichniseinträgeänderungsübersichtsgrößenübermaß"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AModelWithANameThatIsAlmostAsLongAsTheOtherOneInThisFileToÜber" ADD CONSTRAINT "_AModelWithANameThatIsAlmostAsLongAsTheOtherOneInThisFil_A_fkey" FOREIGN KEY ("A") REFERENCES "AModelWithANameThatIsAlmostAsLongAsTheOtherOneInThisFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_AModelWithANameThatIsAlmostAsLongAsTheOtherOneInThisFileToÜber" ADD CONSTRAINT "_AModelWithANameThatIsAlmostAsLongAsTheOtherOneInThisFil_B_fkey" FOREIGN KEY ("B") REFERENCES "überschriftenverzeichniseinträgeänderungsübersichtsgrößenübermaß"("id") ON DELETE CASCADE ON UPDATE CASCADE;
