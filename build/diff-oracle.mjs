// Compares `prismalint diff` with the migrations that Prisma's schema engine writes: schemas are edited by chance, one to four edits at a
// time, and each pair goes to both. Whatever the engine's SQL touches must be an effect of one of our changes, and each effect that we
// claim must be in its SQL; where it drops a table or column, one of our changes must lose data.
//
//   dotnet build src/PrismaLint.Cli
//   node build/diff-oracle.mjs [--pairs 300] [--seed 1] [--tool PATH-OF-PrismaLint.Cli.dll] [--verbose]
//
// Needs Node, npm and the .NET SDK. The exit code is 1 where the two disagree.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { loadEngine } from './diff-oracle/engine.mjs';
import { generator } from './diff-oracle/random.mjs';
import { BASES, edit, write } from './diff-oracle/schemas.mjs';
import { effectsOf } from './diff-oracle/statements.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values: options } = parseArgs({
  options: {
    pairs: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    tool: { type: 'string', default: join(root, 'src/PrismaLint.Cli/bin/Debug/net10.0/PrismaLint.Cli.dll') },
    verbose: { type: 'boolean', default: false },
  },
});

const run = promisify(execFile);
const migrate = await loadEngine();
const random = generator(Number(options.seed));
const folder = mkdtempSync(join(tmpdir(), 'prismalint-diff-'));
const total = { pairs: 0, empty: 0, effects: 0, missed: 0, unfounded: 0, losses: 0, refused: 0, changes: 0, kinds: new Map() };
const wrong = [];

try {
  const pairs = [];
  while (pairs.length < Number(options.pairs)) {
    const pair = await makePair();
    if (pair) pairs.push(pair);
    else total.refused++;
  }
  let next = 0;
  await Promise.all(Array.from({ length: Math.min(3, availableParallelism()) }, async () => {
    while (next < pairs.length) await compare(pairs[next], next++);
  }));
} finally {
  rmSync(folder, { recursive: true });
}

for (const line of wrong.sort((a, b) => a.index - b.index)) console.log(line.text);
console.log(`${total.pairs} pairs (${total.empty} without SQL, ${total.refused} drafts refused by Prisma), ${total.changes} changes of ${total.kinds.size} kinds`);
console.log(`${total.effects} effects in the engine's SQL, ${total.missed} missed, ${total.unfounded} claimed without SQL, ${total.losses} drops not called a loss; ${wrong.length} pairs differ`);
if (options.verbose) console.log([...total.kinds].sort().map(([kind, count]) => `  ${kind} ${count}`).join('\n'));
process.exit(wrong.length > 0 ? 1 : 0);

async function makePair() {
  const base = BASES[Math.floor(random() * BASES.length)];
  let schema = base;
  const kinds = [];
  // Pairs start from what others edited before them, now and then.
  let before = base;
  for (let i = 0, count = 1 + Math.floor(random() * 4); i < count; i++) {
    try {
      const [kind, edited] = edit(schema, random);
      await migrate(null, write(edited));
      schema = edited;
      kinds.push(kind);
    } catch {
      // Prisma refuses it, or there is nothing to edit.
    }
  }
  if (kinds.length === 0) return null;
  if (random() < 0.3) [before, schema] = [schema, before];
  const [old, fresh] = [write(before), write(schema)];
  try {
    return { old, fresh, kinds, sql: await migrate(old, fresh) };
  } catch {
    return null;
  }
}

async function compare(pair, index) {
  const [oldFile, newFile] = ['old', 'new'].map((name) => join(folder, `${index}-${name}.prisma`));
  writeFileSync(oldFile, pair.old);
  writeFileSync(newFile, pair.fresh);
  const theirs = effectsOf(pair.sql);
  let changes;
  try {
    const { stdout } = await run('dotnet', [options.tool, 'diff', oldFile, newFile, '--format', 'json'], { maxBuffer: 1 << 26 });
    ({ changes } = JSON.parse(stdout));
  } catch (error) {
    wrong.push({ index, text: `#${index} ${pair.kinds.join(', ')}: ${error.stderr || error.message}\n` });
    return;
  }
  total.pairs++;
  total.changes += changes.length;
  for (const change of changes) total.kinds.set(change.kind, (total.kinds.get(change.kind) ?? 0) + 1);
  if (theirs.effects.size === 0) total.empty++;
  const ours = changes.flatMap((change) => change.effects.map((effect) => ({ ...effect, change })));
  const missed = [...theirs.effects].filter((text) => !ours.some((effect) => agrees(text, effect)));
  const unfounded = ours.filter((effect) => ![...theirs.effects].some((text) => agrees(text, effect)) && !goesWithTable(effect, theirs));
  const losses = [...theirs.effects].filter((text) => /^(table|column) drop /.test(text) && !ours.some((effect) => agrees(text, effect) && effect.change.class === 'data-loss'));
  total.effects += theirs.effects.size;
  total.missed += missed.length;
  total.unfounded += unfounded.length;
  total.losses += losses.length;
  if (missed.length + unfounded.length + losses.length === 0) return;
  const lines = [`#${index} ${pair.kinds.join(', ')}`];
  for (const text of missed) lines.push(`  missed:    ${text}`);
  for (const effect of unfounded) lines.push(`  unfounded: ${effect.object} ${effect.action} ${effect.name} (${effect.change.kind} ${effect.change.object})`);
  for (const text of losses) lines.push(`  no loss:   ${text}`);
  if (options.verbose) lines.push(pair.old, '→', pair.fresh, pair.sql);
  wrong.push({ index, text: `${lines.join('\n')}\n` });
}

function agrees(text, { object, action, name }) {
  const [theirObject, theirAction, ...rest] = text.split(' ');
  const theirName = rest.join(' ');
  if (theirAction !== action && !(theirObject === 'constraint' && object === 'primary-key' && theirAction === 'drop' && action === 'alter')) return false;
  // A statement about a constraint does not say of which kind it is, and one about an index not of which table.
  if (theirObject === 'constraint') return object === 'foreign-key' ? theirName === name : object === 'primary-key' && theirName.startsWith(`${name}.`);
  if (theirName.startsWith('*.')) return object === 'index' && name.split('.').at(-1) === theirName.slice(2);
  return theirObject === object && theirName === name;
}

// What stands in a table that is created or dropped as a whole needs no statement of its own.
function goesWithTable(effect, { created, dropped }) {
  return effect.object !== 'table' && [...created, ...dropped].some((table) => effect.name === table || effect.name.startsWith(`${table}.`));
}
