// Applies the fixes of every rule to a folder of schemas and looks at what they leave.
//
//   node build/fix-corpus.mjs CLI.dll FOLDER [--show N] [--only TEXT] [--keep]
//
// CLI.dll is the built src/PrismaLint.Cli. FOLDER holds schemas: with a manifest.tsv (columns id, files) those that it names, without
// one each *.prisma below it. Each schema is copied, formatted as Prisma does where Prisma can read it, and fixed: with the safe
// fixes, then with the unsafe ones too. Of each of the two it is asked:
//   accepted   Prisma's validator (both lines) accepts what it accepted before, and reports no more errors than before
//   stable     fixing once more changes nothing
//   apart      the edits of a fix, as --format json lists them, do not overlap
//   comments   all comments are still there, but for those of a line whose member a fix removed
//   aligned    Prisma's formatter changes no line that a fix wrote
//   passes     three passes are enough: --verbosity detailed says how many were made
// Exit code 1 where an answer is no.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
