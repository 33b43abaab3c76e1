// Compares PrismaLint's validation with Prisma's own validator (its WASM build from npm) on schemas made here.
//
//   node build/conformance.mjs CLI.dll [--line 6|7] [--mutants N] [--seed N] [--show N]
//
// CLI.dll is the built src/PrismaLint.Cli. The schemas: the samples, mutants of them, every native type on every scalar
// and provider, every attribute with usual arguments at every place and provider. Prints, per group and per kind of
// message of Prisma's, how many verdicts and error lines agree. Exit code 1 where a verdict differs.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const VALIDATORS = {
  6: '6.19.0-26.2ba551f319ab1df4bc874a89965d8b3641056773',
  7: '8.1.0-2.59be4fda12412a79eeb9c2ae727b6aa723593323',
};
const PROVIDERS = ['postgresql', 'mysql', 'sqlite', 'sqlserver', 'mongodb', 'cockroachdb', null];
const SCALARS = ['String', 'Boolean', 'Int', 'BigInt', 'Float', 'Decimal', 'DateTime', 'Json', 'Bytes'];
const NATIVE_TYPES = `Text VarChar VarChar(10) Char(5) Bit(3) Bit(1) VarBit(3) Uuid Xml Inet Citext Boolean Integer SmallInt Oid BigInt
  DoublePrecision Real Decimal Decimal(10,2) Decimal(2,10) Money Timestamp(3) Timestamp(9) Timestamptz(3) Date Time(3) Timetz(3) Json JsonB ByteA
  TinyText MediumText LongText TinyInt UnsignedTinyInt Int UnsignedInt UnsignedSmallInt MediumInt UnsignedMediumInt Year UnsignedBigInt Float
  Double DateTime(3) Binary(3) VarBinary(3) Blob TinyBlob MediumBlob LongBlob NVarChar(10) NVarChar(Max) NChar(4) NText UniqueIdentifier
  Float(20) SmallMoney DateTime2 SmallDateTime DateTimeOffset Image VarBinary(Max) String ObjectId Bool Long BinData String(10)
  CatalogSingleChar Int4 Int2 Int8 Float8 Float4 Bytes`.split(/\s+/);
const ATTRIBUTES = ['id', 'unique', 'default', 'updatedAt', 'relation', 'map', 'ignore', 'shardKey', 'index', 'fulltext', 'schema', 'db.Text', 'foo'];
const ARGUMENTS = ['', '()', '("x")', '(map: "x")', '([b])', '(fields: [b])', '(b)', '(name: "n")', '(autoincrement())', '(now())', '(uuid())',
  '(1)', '(sort: Desc)', '(length: 3)', '(clustered: true)', '(fields: [b], map: "m")', '(fields: [b], type: Hash)'];
const PLACES = {
  required: a => `model A {\n  k ID\n  b Int\n  f Int @${a}\n}`,
  optional: a => `model A {\n  k ID\n  b Int\n  f String? @${a}\n}`,
  list: a => `model A {\n  k ID\n  b Int\n  f String[] @${a}\n}`,
  moment: a => `model A {\n  k ID\n  b Int\n  f DateTime @${a}\n}`,
  enum: a => `model A {\n  k ID\n  b Int\n  f E @${a}\n}\nenum E {\n  b\n}`,
  relation: a => `model A {\n  k ID\n  b Int\n  r A? @relation("s", fields: [b], references: [k]) @${a}\n  q A[] @relation("s")\n}`,
  unsupported: a => `model A {\n  k ID\n  b Int\n  f Unsupported("x") @${a}\n}`,
  model: a => `model A {\n  k ID\n  b Int\n  @@${a}\n}`,
  keyless: a => `model A {\n  b Int\n  f Int\n  @@${a}\n}`,
  value: a => `model A {\n  k ID\n  b Int\n}\nenum E {\n  b @${a}\n}`,
  enumBlock: a => `model A {\n  k ID\n  b Int\n}\nenum E {\n  b\n  @@${a}\n}`,
  composite: a => `model A {\n  k ID\n  b Int\n}\ntype T {\n  b Int @${a}\n}`,
  compositeBlock: a => `model A {\n  k ID\n  b Int\n}\ntype T {\n  b Int\n  @@${a}\n}`,
  view: a => `model A {\n  k ID\n  b Int\n}\nview V {\n  b Int @${a}\n}`,
  viewBlock: a => `model A {\n  k ID\n  b Int\n}\nview V {\n  b Int\n  @@${a}\n}`,
};

const { positionals: [cli], values } = parseArgs({
  allowPositionals: true,
  options: {
    line: { type: 'string', default: '7' },
    mutants: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '5' },
  },
});
const line = values.line;
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const datasource = provider => provider ? `datasource db {\n  provider = "${provider}"\n${line === '6' ? '  url = env("X")\n' : ''}}\n` : '';
const idOf = provider => provider === 'mongodb' ? 'Int @id @map("_id")' : 'Int @id';

function* nativeTypes() {
  for (const provider of PROVIDERS)
    for (const type of NATIVE_TYPES)
      for (const scalar of SCALARS)
        yield `${datasource(provider)}model A {\n  k ${idOf(provider)}\n  f ${scalar} @db.${type}\n}\n`;
}

function* attributes() {
  const generator = 'generator g {\n  provider = "x"\n  previewFeatures = ["views", "shardKeys"]\n}\n';
  for (const provider of PROVIDERS)
    for (const attribute of ATTRIBUTES)
      for (const list of ARGUMENTS)
        for (const place of Object.values(PLACES))
          yield `${datasource(provider)}${generator}${place(attribute + list).replace('ID', idOf(provider))}\n`;
}

function* samples() {
  const below = folder => readdirSync(folder).sort().flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? (['bin', 'obj', 'node_modules'].includes(name) ? [] : below(path)) : name.endsWith('.prisma') ? [path] : [];
  });
  for (const path of below(join(root, 'samples'))) {
    const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
    yield line === '6' && !/^\s*url\s*=/m.test(text) ? text.replace(/(datasource \w+ \{\n)/, '$1  url = env("X")\n') : text;
  }
}

// Small slips of the hand, seeded: the same seed gives the same mutants.
function* mutants(bases, count, seed) {
  let state = seed >>> 0 || 1;
  const random = limit => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 4294967296 * limit); };
  const words = ['Int', 'String?', 'Json', '@unique', '@id', '@map("x")', '@default(now())', '@default(1)', '[]', '?', '(', ')', ',', 'id', 'Missing', '@@index([id])', 'onDelete: SetNull'];
  for (let i = 0; i < count; i++) {
    const lines = bases[i % bases.length].split('\n');
    for (let slips = 1 + random(2); slips > 0; slips--) {
      const at = random(lines.length);
      const tokens = lines[at].split(/(\s+)/);
      switch (random(5)) {
        case 0: lines.splice(at, 1); break;
        case 1: lines.splice(at, 0, lines[random(lines.length)]); break;
        case 2: tokens.splice(random(tokens.length), 1); lines[at] = tokens.join(''); break;
        case 3: tokens[random(tokens.length)] = words[random(words.length)]; lines[at] = tokens.join(''); break;
        default: lines[at] += ' ' + words[random(words.length)];
      }
    }
    yield lines.join('\n');
  }
}

function validator() {
  const home = join(tmpdir(), `prismalint-validator-${line}`);
  if (!existsSync(join(home, 'node_modules/@prisma/prisma-schema-wasm'))) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{"private":true}');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', `@prisma/prisma-schema-wasm@${VALIDATORS[line]}`],
      { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return createRequire(join(home, 'package.json'))('@prisma/prisma-schema-wasm');
}

const lineAt = (text, offset) => { let n = 1; for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) n++; return n; };
const kindOf = message => message.replace(/"[^"]*"|`[^`]*`/g, '…').replace(/\d+/g, '0').slice(0, 76);

const wasm = validator();
const bases = [...samples()];
const groups = {
  samples: bases,
  mutants: [...mutants(bases, +values.mutants, +values.seed)],
  'native types': [...nativeTypes()],
  attributes: [...attributes()],
};
const rows = new Map();
let differing = 0, shown = 0;
console.log(`Prisma ${line}`.padEnd(16), 'schemas  invalid  verdict  missed  invented    lines');
for (const [group, texts] of Object.entries(groups)) {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  const paths = texts.map((text, i) => { const path = join(folder, `${i}.prisma`); writeFileSync(path, text); return path; });
  const ours = new Map(paths.map(path => [path, new Set()]));
  for (let i = 0; i < paths.length; i += 2000) {
    const list = join(folder, `${i}.rsp`);
    writeFileSync(list, paths.slice(i, i + 2000).map(path => `"${path}"`).join('\n'));
    const run = spawnSync('dotnet', [cli, 'check', '--format', 'json', '--preset', 'none', '--prisma-version', line, `@${list}`],
      { maxBuffer: 1 << 30, encoding: 'utf8' });
    if (run.status !== 0 && run.status !== 1)
      throw new Error(`exit code ${run.status}: ${run.stderr.slice(0, 300)}`);
    for (const found of JSON.parse(run.stdout).diagnostics)
      if (found.severity === 'error') ours.get(found.file).add(found.start.line);
  }
  let invalid = 0, missed = 0, invented = 0, sameLines = 0;
  texts.forEach((text, i) => {
    const theirs = JSON.parse(wasm.lint(JSON.stringify([['a.prisma', text]]))).filter(found => !found.is_warning);
    const mine = ours.get(paths[i]);
    const lines = new Set(theirs.map(found => lineAt(text, found.start)));
    invalid += theirs.length > 0;
    missed += theirs.length > 0 && mine.size === 0;
    invented += theirs.length === 0 && mine.size > 0;
    sameLines += lines.size === mine.size && [...lines].every(at => mine.has(at));
    for (const found of theirs) {
      const row = rows.get(kindOf(found.text)) ?? { all: 0, agreed: 0 };
      row.all++;
      row.agreed += mine.has(lineAt(text, found.start));
      rows.set(kindOf(found.text), row);
    }
    if ((theirs.length > 0) !== (mine.size > 0) && shown++ < +values.show)
      console.log(`  differs: ${paths[i]}: Prisma says ${theirs.length > 0 ? theirs[0].text.slice(0, 120) : 'valid'}`);
  });
  differing += missed + invented;
  const share = n => (100 * n / texts.length).toFixed(2).padStart(7) + '%';
  console.log(group.padEnd(16), String(texts.length).padStart(7), String(invalid).padStart(8), share(texts.length - missed - invented),
    String(missed).padStart(7), String(invented).padStart(9), share(sameLines));
}
console.log(`\n${rows.size} kinds of messages; those whose lines do not all agree:`);
for (const [kind, row] of [...rows].filter(([, row]) => row.agreed < row.all).sort((a, b) => (b[1].all - b[1].agreed) - (a[1].all - a[1].agreed)).slice(0, 40))
  console.log(`${String(row.agreed).padStart(7)} of ${String(row.all).padStart(6)}  ${kind}`);
process.exit(differing === 0 ? 0 : 1);
