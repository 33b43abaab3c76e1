// Compares what PrismaLint finds in migrations with what squawk finds: per file, which kinds of finding there are.
//
//   node build/compare-squawk.mjs CLI [--files N] [--seed N] [--show N]
//
// Migrations come from a seeded generator: each alters tables that an earlier migration made, which is what squawk assumes of every
// table that a file does not make. Needs Node and npm; squawk is fetched once from npm into a folder of the system's temporary
// files. Differences that docs/from-squawk.md announces are recognised and counted apart; any other is printed, and the exit code is 1.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const VERSION = '2.66.0';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { files: { type: 'string', default: '400' }, seed: { type: 'string', default: '1' }, show: { type: 'string', default: '10' } },
});
const cli = resolve(positionals[0] ?? 'src/PrismaLint.Cli/bin/Debug/net10.0/PrismaLint.Cli.dll');

// The rule here that says what a rule there says.
const RULES = {
  'require-concurrent-index-creation': 'PL9001',
  'require-concurrent-index-deletion': 'PL9001',
  'require-concurrent-reindex': 'PL9001',
  'require-concurrent-partition-detach': 'PL9001',
  'ban-concurrent-index-creation-in-transaction': 'PL9002',
  'adding-required-field': 'PL9003',
  'adding-not-nullable-field': 'PL9003+4',
  'constraint-missing-not-valid': 'PL9005',
  'adding-foreign-key-constraint': 'PL9005',
  'disallowed-unique-constraint': 'PL9005',
  'renaming-column': 'PL9007',
  'renaming-table': 'PL9007',
  'ban-drop-column': 'PL9006+7',
  'ban-drop-table': 'PL9006+7',
  'ban-drop-not-null': 'PL9007',
  'ban-truncate-cascade': 'PL9007',
  'changing-column-type': 'PL9008',
  'adding-field-with-default': 'PL9009',
  'adding-serial-primary-key-field': 'PL9005',
  'transaction-nesting': 'PL9014',
  'ban-uncommitted-transaction': 'PL9014',
};

const home = join(tmpdir(), `prismalint-squawk-${VERSION}`);
if (!existsSync(join(home, 'node_modules', 'squawk-cli'))) {
  mkdirSync(home, { recursive: true });
  execFileSync('npm', ['install', '--prefix', home, '--no-audit', '--no-fund', `squawk-cli@${VERSION}`], { stdio: ['ignore', 'ignore', 'inherit'] });
}
const squawk = join(home, 'node_modules', '.bin', 'squawk');

let state = Number(values.seed) >>> 0 || 1;
const random = (n) => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % n;
};
const pick = (list) => list[random(list.length)];

const BEFORE = `CREATE TYPE "Role" AS ENUM ('USER', 'ADMIN');
CREATE TABLE "User" ("id" SERIAL NOT NULL, "email" TEXT, "name" VARCHAR(20) NOT NULL, "views" INTEGER NOT NULL, "at" TIMESTAMP(3), "role" "Role" NOT NULL, CONSTRAINT "User_pkey" PRIMARY KEY ("id"));
CREATE TABLE "Post" ("id" SERIAL NOT NULL, "userId" INTEGER, "title" TEXT NOT NULL, "body" TEXT, CONSTRAINT "Post_pkey" PRIMARY KEY ("id"));
CREATE TABLE "Log" ("id" SERIAL NOT NULL, "text" TEXT NOT NULL) PARTITION BY RANGE ("id");
CREATE TABLE "Log_1" ("id" SERIAL NOT NULL, "text" TEXT NOT NULL);
CREATE INDEX "User_name_idx" ON "User" ("name");
CREATE INDEX "Post_title_idx" ON "Post" ("title");
`;

let serial = 0;
const fresh = () => `n${++serial}`;
const STATEMENTS = [
  () => `CREATE INDEX "${fresh()}" ON "Post" ("title");`,
  () => `CREATE UNIQUE INDEX "${fresh()}" ON "User" ("email");`,
  () => `CREATE INDEX CONCURRENTLY "${fresh()}" ON "Post" ("title");`,
  () => 'DROP INDEX "User_name_idx";',
  () => 'DROP INDEX CONCURRENTLY "User_name_idx";',
  () => 'REINDEX TABLE "Post";',
  () => 'REINDEX TABLE CONCURRENTLY "Post";',
  () => 'ALTER TABLE "Log" DETACH PARTITION "Log_1";',
  () => `ALTER TABLE "Post" ADD COLUMN "${fresh()}" TEXT;`,
  () => `ALTER TABLE "Post" ADD COLUMN "${fresh()}" TEXT NOT NULL;`,
  () => `ALTER TABLE "Post" ADD COLUMN "${fresh()}" INTEGER NOT NULL DEFAULT 0;`,
  () => `ALTER TABLE "Post" ADD COLUMN "${fresh()}" UUID NOT NULL DEFAULT gen_random_uuid();`,
  () => `ALTER TABLE "Post" ADD COLUMN "${fresh()}" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;`,
  () => `ALTER TABLE "Post" ADD COLUMN "${fresh()}" TEXT GENERATED ALWAYS AS (lower("title")) STORED;`,
  () => 'ALTER TABLE "User" ALTER COLUMN "email" SET NOT NULL;',
  () => 'ALTER TABLE "User" ALTER COLUMN "name" DROP NOT NULL;',
  () => 'ALTER TABLE "User" ALTER COLUMN "views" SET DATA TYPE BIGINT;',
  () => 'ALTER TABLE "User" ALTER COLUMN "name" SET DATA TYPE VARCHAR(40);',
  () => 'ALTER TABLE "User" ALTER COLUMN "name" SET DATA TYPE TEXT;',
  () => `ALTER TABLE "Post" ADD CONSTRAINT "${fresh()}" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;`,
  () => `ALTER TABLE "Post" ADD CONSTRAINT "${fresh()}" FOREIGN KEY ("userId") REFERENCES "User"("id") NOT VALID;`,
  () => `ALTER TABLE "Post" ADD CONSTRAINT "${fresh()}" CHECK (length("title") > 0);`,
  () => `ALTER TABLE "Post" ADD CONSTRAINT "${fresh()}" CHECK (length("title") > 0) NOT VALID;`,
  () => `ALTER TABLE "User" ADD CONSTRAINT "${fresh()}" UNIQUE ("email");`,
  () => 'ALTER TABLE "Post" RENAME COLUMN "title" TO "headline";',
  () => `ALTER TABLE "Post" RENAME TO "${fresh()}";`,
  () => 'ALTER TABLE "Post" DROP COLUMN "body";',
  () => 'DROP TABLE "Log_1";',
  () => 'TRUNCATE TABLE "Log" CASCADE;',
  () => { const t = fresh(); return `CREATE TABLE "${t}" ("id" SERIAL NOT NULL PRIMARY KEY, "a" TEXT NOT NULL);\nCREATE INDEX "${fresh()}" ON "${t}" ("a");\nALTER TABLE "${t}" ADD COLUMN "b" TEXT NOT NULL;`; },
  () => `ALTER TYPE "Role" ADD VALUE '${fresh()}';`,
  () => 'UPDATE "Post" SET "body" = \'\' WHERE "body" IS NULL;',
  () => 'BEGIN;',
  () => 'COMMIT;',
];

const folder = mkdtempSync(join(tmpdir(), 'prismalint-squawk-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const write = (path, text) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

// Each file stands on the same tables, so each has a history of its own.
const scripts = new Map();
for (let i = 0; i < Number(values.files); i++) {
  const home = join(folder, `p${i}`);
  const text = Array.from({ length: 1 + random(3) }, () => pick(STATEMENTS)()).join('\n') + '\n';
  const script = join(home, 'migrations', '20240201000000_new', 'migration.sql');
  write(join(home, 'schema.prisma'), 'datasource db {\n  provider = "postgresql"\n  url = env("DATABASE_URL")\n}\n\nmodel Note {\n  id Int @id\n}\n');
  write(join(home, 'migrations', 'migration_lock.toml'), 'provider = "postgresql"\n');
  write(join(home, 'migrations', '20240101000000_before', 'migration.sql'), BEFORE);
  write(script, text);
  scripts.set(script, text);
}

const read = (command, args) => spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;
const theirs = new Map();
// Prisma sends a script as one transaction.
for (const finding of JSON.parse(read(squawk, ['--reporter', 'json', '--assume-in-transaction', ...scripts.keys()]) || '[]')) {
  if (RULES[finding.rule_name]) theirs.set(finding.file, (theirs.get(finding.file) ?? new Set()).add(RULES[finding.rule_name]));
}
const mine = new Map();
for (const finding of JSON.parse(read('dotnet', [cli, 'check', folder, '--format', 'json', '--migrations', 'new'])).diagnostics) {
  if (finding.id.startsWith('PL9') && finding.file.endsWith('migration.sql')) mine.set(finding.file, (mine.get(finding.file) ?? new Set()).add(finding.id));
}

let same = 0;
const known = {};
const unknown = [];
for (const [script, text] of scripts) {
  const differences = compare(theirs.get(script) ?? new Set(), mine.get(script) ?? new Set());
  if (differences.length === 0) same++;
  for (const difference of differences) {
    const why = explain(difference, text);
    if (why) known[why] = (known[why] ?? 0) + 1;
    else unknown.push({ difference, text });
  }
}

// A name of theirs may stand for one of two of ours: PL9003+4.
function idsOf(name) {
  const [first, second] = name.split('+');
  return second ? [first, first.slice(0, -1) + second] : [first];
}

function compare(theirs, mine) {
  const differences = [];
  for (const name of theirs) {
    if (!idsOf(name).some((id) => mine.has(id))) differences.push(`only squawk: ${name}`);
  }
  const covered = new Set([...theirs].flatMap(idsOf));
  const counterparts = new Set(Object.values(RULES).flatMap(idsOf));
  for (const id of mine) {
    if (counterparts.has(id) && !covered.has(id)) differences.push(`only prismalint: ${id}`);
  }
  return differences;
}

// What docs/from-squawk.md says.
function explain(difference, text) {
  if (difference === 'only prismalint: PL9007' && /TRUNCATE|DROP NOT NULL/.test(text)) return 'statements that squawk leaves';
  if (difference === 'only squawk: PL9005' && /UNIQUE INDEX/.test(text)) return 'a unique index is an index';
  if (difference.endsWith('PL9014') && /BEGIN|COMMIT/.test(text)) return 'what counts as a transaction that does not come out even';
  if (difference.endsWith('PL9002')) return 'the transaction that a file is';
  if (difference === 'only prismalint: PL9001' && /REINDEX|DETACH/.test(text)) return 'maintenance that squawk leaves';
  if (difference === 'only squawk: PL9008' && /VARCHAR\(40\)|TYPE TEXT/.test(text)) return 'changes of type that only the catalog notices';
  if (difference === 'only squawk: PL9003' && /CREATE TABLE/.test(text)) return 'a required column of a table that the same file makes';
  if (difference === 'only squawk: PL9001' && text.split('DROP INDEX').length > 2) return 'an index that is gone already';
  if (difference === 'only squawk: PL9001' && /COMMIT/.test(text) && /CREATE TABLE/.test(text)) return 'a table that the same file makes, behind a COMMIT';
  return null;
}

console.log(`${same} of ${scripts.size} files agree; squawk ${VERSION}`);
for (const [why, count] of Object.entries(known)) console.log(`  ${count} × ${why}`);
for (const { difference, text } of unknown.slice(0, Number(values.show))) console.log(`${difference}\n${text.replace(/^/gm, '    ')}`);
if (unknown.length > 0) {
  console.log(`${unknown.length} differences that the page does not announce`);
  process.exit(1);
}
