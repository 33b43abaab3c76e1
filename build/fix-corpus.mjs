// Applies every fix to the schemas of a folder and looks at what is left.
//
//   node build/fix-corpus.mjs CLI.dll FOLDER [--only TEXT] [--show N] [--passes N] [--preset strict|all]
//
// CLI.dll is the built src/PrismaLint.Cli. FOLDER: the schemas that its manifest.tsv names (columns id, files), or else each
// *.prisma below it. Each schema is copied, formatted as Prisma does where Prisma reads it, and fixed: with the safe fixes of all
// rules, then with the unsafe ones too, those of the preset given (strict by default: the policies of `all` contradict each
// other, a name in the singular and a table named after its model, and take up to four passes to come to rest). After each of the two:
//   accepted   Prisma's validator, of the line that the schema is for, finds no more errors than before
//   stable     fixing once more changes nothing
//   taken      no finding is left that offers such a fix, unless schemas share the file: one that only does harm is no fix
//   passes     no more passes than N, 3 by default, were taken
//   comments   every comment is there as often as before, but for those behind an attribute of a block or a property that is gone
//   aligned    Prisma's formatter changes nothing in what was formatted before
// and of the findings before: the edits of one fix do not overlap (apart).
// Then the folder is copied and fixed as a whole, so that schemas meet that share files:
//   shared     fixing it once more changes nothing
// Prints how many schemas answer no, with the first N of each; exit code 1 if any does.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';

const VALIDATORS = {
  6: '6.19.0-26.2ba551f319ab1df4bc874a89965d8b3641056773',
  7: '8.1.0-2.59be4fda12412a79eeb9c2ae727b6aa723593323',
};
const FORMATTING = JSON.stringify({ textDocument: { uri: 'file:/schema.prisma' }, options: { tabSize: 2, insertSpaces: true } });

const { positionals: [cli, folder], values } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    show: { type: 'string', default: '5' },
    passes: { type: 'string', default: '3' },
    preset: { type: 'string', default: 'strict' },
  },
});
if (!cli || !folder) {
  console.error('node build/fix-corpus.mjs CLI.dll FOLDER [--only TEXT] [--show N] [--passes N] [--preset strict|all]');
  process.exit(2);
}
const engines = { 6: validator(6), 7: validator(7) };
const work = mkdtempSync(join(tmpdir(), 'fix-corpus-'));
const failures = new Map();
const figures = {};

const cases = [...schemas()].filter(({ id }) => id.includes(values.only)).map(prepare);
const targets = `@${join(work, 'targets.rsp')}`;
writeFileSync(targets.slice(1), cases.map(({ target }) => `"${target}"`).join('\n'));
let preset = 'all';
checkApart();
for (const step of ['safe', 'unsafe']) {
  preset = step === 'safe' ? 'all' : values.preset;
  const before = cases.map(read);
  figures[step] = fix(step);
  const after = cases.map(read);
  checkTaken(step);
  fix(step);
  cases.forEach((one, i) => {
    checkAccepted(one.id, step, before[i], after[i]);
    checkComments(one.id, step, before[i], after[i]);
    if (one.isRead)
      checkAligned(one.id, step, after[i]);
    checkStable(one.id, step, after[i], read(one));
  });
}

checkShared();
rmSync(work, { recursive: true });
console.log(`${cases.length} schemas, ${figures.safe.fixes} safe fixes in ${figures.safe.passes} passes, then ${figures.unsafe.fixes} with the unsafe ones in ${figures.unsafe.passes}`);
for (const question of ['apart', 'accepted', 'stable', 'taken', 'passes', 'comments', 'aligned', 'shared']) {
  const found = failures.get(question) ?? [];
  console.log(`${question.padEnd(9)} ${found.length === 0 ? 'yes' : `no in ${new Set(found.map(failure => failure.id)).size} schemas`}`);
  for (const { id, step, text } of found.slice(0, +values.show))
    console.log(`    ${id} (${step}): ${text}`);
}
process.exit(failures.size === 0 ? 0 : 1);

function below(path) {
  return readdirSync(path).sort().flatMap(name => {
    const inner = join(path, name);
    return statSync(inner).isDirectory() ? below(inner) : name.endsWith('.prisma') ? [inner] : [];
  });
}

function* schemas() {
  const manifest = join(folder, 'manifest.tsv');
  if (!existsSync(manifest)) {
    for (const path of below(folder))
      yield { id: relative(folder, path), files: [path] };
    return;
  }
  const [head, ...rows] = readFileSync(manifest, 'utf8').trimEnd().split('\n').map(row => row.split('\t'));
  for (const row of rows) {
    const id = row[head.indexOf('id')];
    yield { id, files: +row[head.indexOf('files')] > 1 ? below(join(folder, id)) : [join(folder, id + '.prisma')] };
  }
}

function prepare({ id, files }, index) {
  const home = join(work, String(index));
  const base = files.length > 1 ? join(folder, id) : dirname(files[0]);
  const paths = files.map(file => join(home, relative(base, file)));
  const formatted = format(files.map((file, i) => [paths[i], readFileSync(file, 'utf8')]));
  for (const [path, text] of formatted.files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return { id, paths, target: files.length > 1 ? home : paths[0], isRead: formatted.isRead };
}

function read({ paths }) {
  return paths.map(path => [path, readFileSync(path, 'utf8')]);
}

function run(target, ...options) {
  const done = spawnSync('dotnet', [cli, 'check', target, '--preset', preset, '--fail-on', 'never', ...options], { maxBuffer: 1 << 30, encoding: 'utf8' });
  if (done.status !== 0)
    throw new Error(`exit code ${done.status}: ${done.stderr.slice(0, 300)}`);
  return done;
}

// The number of fixes and of passes.
function fix(step, target = targets) {
  const { stderr, stdout } = run(target, '--verbosity', 'detailed', '--output', join(work, 'report'), step === 'safe' ? '--fix' : '--fix-unsafe');
  const said = /(\d+) fix(?:es)? applied in \d+ files?, in (\d+) pass/.exec(stderr + stdout);
  if (said && +said[2] > +values.passes)
    fail('passes', 'all', step, `${said[2]} passes`);
  return { fixes: said ? +said[1] : 0, passes: said ? +said[2] : 0 };
}

function checkTaken(step) {
  const { schemas: all, diagnostics } = JSON.parse(run(targets, '--format', 'json').stdout);
  for (const found of diagnostics) {
    const offer = found.fixes.find(({ safety }) => safety === 'safe' || step === 'unsafe');
    // Schemas that share a file need not agree.
    if (offer && !found.suppressed && all.filter(({ files }) => files.includes(found.file)).length === 1)
      fail('taken', nameOf(found.file), step, `${found.id} at ${found.start.line}: ${offer.title}`);
  }
}

function nameOf(file) {
  return cases.find(({ paths }) => paths.includes(file))?.id ?? file;
}

function checkApart() {
  for (const found of JSON.parse(run(targets, '--format', 'json').stdout).diagnostics) {
    for (const { title, edits } of found.fixes) {
      const sorted = [...edits].sort((a, b) => a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start || a.end - b.end);
      sorted.forEach((edit, i) => {
        const previous = sorted[i - 1];
        if (previous?.file === edit.file && (edit.start < previous.end || (edit.start === previous.start && edit.end === previous.end)))
          fail('apart', nameOf(found.file), found.id, title);
      });
    }
  }
}

function checkShared() {
  const copy = join(work, 'whole');
  cpSync(folder, copy, { recursive: true });
  const texts = () => Object.fromEntries(below(copy).map(path => [path, readFileSync(path, 'utf8')]));
  fix('unsafe', copy);
  const before = texts();
  fix('unsafe', copy);
  for (const [path, text] of Object.entries(texts()))
    if (text !== before[path])
      fail('shared', relative(copy, path), 'unsafe', 'changes once more');
}

// Of the lines of Prisma, the one that the schema is written for: which one finds less in it. A contract is for neither.
function checkAccepted(id, step, before, after) {
  if (before.some(([, text]) => /^\s*\/\/ use prisma/.test(text)))
    return;
  const counts = Object.fromEntries([6, 7].map(line => [line, errors(line, before).length]));
  for (const line of [6, 7].filter(line => counts[line] === Math.min(...Object.values(counts)))) {
    const is = errors(line, after);
    if (is.length > counts[line])
      fail('accepted', id, step, `Prisma ${line}: ${is.at(-1).text.replace(/\s+/g, ' ')}`);
  }
}

function checkComments(id, step, before, after) {
  const left = comments(after);
  for (const [comment, count] of comments(before)) {
    const missing = count - (left.get(comment) ?? 0);
    if (missing <= 0)
      continue;
    // An attribute of a block or a property that is gone has taken its comment along; nothing else may.
    const lines = new Set(after.flatMap(([, text]) => text.split('\n').map(line => line.trim())));
    const excused = before.flatMap(([, text]) => text.split('\n').map(line => line.trim()))
      .filter(line => /^(?:@@|\w+\s*=)/.test(line) && line.endsWith(comment) && !lines.has(line)).length;
    if (missing > excused)
      fail('comments', id, step, comment.slice(0, 120));
  }
}

// Comments, by their text: outside of strings, to the end of the line; or between slash and star.
function comments(files) {
  const counts = new Map();
  for (const [, text] of files) {
    for (const [found] of text.matchAll(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\//g)) {
      const comment = found.trimEnd();
      if (!comment.startsWith('"'))
        counts.set(comment, (counts.get(comment) ?? 0) + 1);
    }
  }
  return counts;
}

function checkAligned(id, step, after) {
  const again = new Map(format(after).files);
  for (const [path, text] of after) {
    const ours = text.split('\n'), theirs = again.get(path).split('\n');
    const at = ours.findIndex((line, i) => line !== theirs[i]);
    if (at >= 0)
      fail('aligned', id, step, `line ${at + 1}: \`${ours[at]}\` should be \`${theirs[at]}\``);
  }
}

function checkStable(id, step, after, again) {
  after.forEach(([path, text], i) => {
    if (again[i][1] === text)
      return;
    const ours = text.split('\n'), theirs = again[i][1].split('\n');
    const at = ours.findIndex((line, j) => line !== theirs[j]);
    fail('stable', id, step, `line ${at + 1}: \`${ours[at]}\` becomes \`${theirs[at]}\``);
  });
}

// The formatter gives up in silence on what it cannot read; then nothing is asked of the layout.
function format(files) {
  const one = texts => JSON.parse(engines[7].format(JSON.stringify(texts), FORMATTING));
  try {
    const once = one(files), twice = one(once);
    return { files: twice, isRead: errors(7, files).every(error => !/error parsing|not a valid (?:field|model|enum)|This line is (?:not|invalid)/i.test(error.text)) };
  } catch {
    return { files, isRead: false };
  }
}

function errors(line, files) {
  return JSON.parse(engines[line].lint(JSON.stringify(files))).filter(found => !found.is_warning);
}

function fail(question, id, step, text) {
  if (!failures.has(question))
    failures.set(question, []);
  failures.get(question).push({ id, step, text });
}

function validator(line) {
  const home = join(tmpdir(), `prismalint-validator-${line}`);
  if (!existsSync(join(home, 'node_modules/@prisma/prisma-schema-wasm'))) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{"private":true}');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', `@prisma/prisma-schema-wasm@${VALIDATORS[line]}`],
      { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return createRequire(join(home, 'package.json'))('@prisma/prisma-schema-wasm');
}
