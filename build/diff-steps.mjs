// Runs the steps of `prismalint diff` on a real PostgreSQL server: for each schema edited by chance, a database is made as Prisma makes it
// of the old schema, and every statement of every step must run. Rows are not there: this is about names, types and order.
//
//   node build/diff-steps.mjs --host 127.0.0.1 --port 5432 --user postgres [--pairs 60] [--seed 1] [--tool PATH-OF-PrismaLint.Cli.dll]
//
// Needs psql, and a server on which databases called prismalint_steps and prismalint_steps_template may come and go. The extensions citext
// and pg_stat_statements must be installable. The exit code is 1 where a statement fails.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadEngine } from './diff-oracle/engine.mjs';
import { generator } from './diff-oracle/random.mjs';
import { BASES, edit, write } from './diff-oracle/schemas.mjs';

const { values: options } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '5432' },
    user: { type: 'string', default: 'postgres' },
    pairs: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    tool: { type: 'string', default: resolve(dirname(fileURLToPath(import.meta.url)), '../src/PrismaLint.Cli/bin/Debug/net10.0/PrismaLint.Cli.dll') },
  },
});
const [DATABASE, TEMPLATE] = ['prismalint_steps', 'prismalint_steps_template'];

const migrate = await loadEngine();
const random = generator(Number(options.seed));
const folder = mkdtempSync(join(tmpdir(), 'prismalint-steps-'));
const kinds = new Set();
let [statements, failed] = [0, 0];
try {
  execute('postgres', `DROP DATABASE IF EXISTS ${TEMPLATE}`);
  execute('postgres', `CREATE DATABASE ${TEMPLATE}`);
  execute(TEMPLATE, 'CREATE EXTENSION citext; CREATE EXTENSION pg_stat_statements');
  for (let i = 0; i < Number(options.pairs); ) if (await tryPair(i)) i++;
} finally {
  execute('postgres', `DROP DATABASE IF EXISTS ${DATABASE}`);
  execute('postgres', `DROP DATABASE IF EXISTS ${TEMPLATE}`);
  rmSync(folder, { recursive: true });
}
console.log(`${options.pairs} pairs, ${statements} steps with statements of ${kinds.size} kinds of change, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

async function tryPair(index) {
  const base = BASES[Math.floor(random() * BASES.length)];
  let kind, before, after, created;
  try {
    const [name, edited] = edit(base, random);
    [kind, before, after] = [name, write(base), write(edited)];
    if (random() < 0.3) [before, after] = [after, before];
    created = await migrate(null, before);
    await migrate(null, after);
  } catch {
    return false;
  }
  const files = ['old', 'new'].map((name) => join(folder, `${name}.prisma`));
  writeFileSync(files[0], before);
  writeFileSync(files[1], after);
  const { changes } = JSON.parse(execFileSync('dotnet', [options.tool, 'diff', ...files, '--format', 'json'], { encoding: 'utf8' }));
  execute('postgres', `DROP DATABASE IF EXISTS ${DATABASE}`);
  execute('postgres', `CREATE DATABASE ${DATABASE} TEMPLATE ${TEMPLATE}`);
  const start = execute(DATABASE, created);
  // Prisma accepts schemas that no server does.
  if (start) return false;
  for (const change of changes.sort((a, b) => order(a.kind) - order(b.kind))) {
    for (const { sql, text } of change.steps) {
      if (!sql || sql.startsWith('\\copy')) continue;
      kinds.add(change.kind);
      statements++;
      // What is left to choose is no value here: there are no rows.
      const error = execute(DATABASE, sql.replaceAll('…', 'NULL'));
      if (!error) continue;
      failed++;
      console.log(`#${index} ${kind}: ${change.kind} ${change.object}: ${text}\n  ${sql.replaceAll('\n', '\n  ')}\n  ${error}\n`);
    }
  }
  return true;
}

// What is new comes before what needs it, and what is gone leaves last.
function order(kind) {
  if (/^(enum|enum-value|model)-added$/.test(kind)) return 0;
  if (/^(join-table-added|field-added|field-probably-renamed|column-renamed)$/.test(kind)) return 1;
  if (kind === 'enum-removed') return 4;
  return kind.endsWith('-removed') ? 3 : 2;
}

function execute(database, sql) {
  const { status, stderr } = spawnSync('psql', ['-h', options.host, '-p', options.port, '-U', options.user, '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', database], { input: sql, encoding: 'utf8' });
  return status === 0 ? null : stderr.trim();
}
