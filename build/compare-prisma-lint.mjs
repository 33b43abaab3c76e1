// Compares what PrismaLint finds under a configuration of prisma-lint with what prisma-lint itself finds: sets of rule and line.
//
//   node build/compare-prisma-lint.mjs [FOLDER …] [--cli FILE] [--schemas N] [--seed N] [--rule NAME] [--show N] [--keep]
//
// Without a folder: the samples, and N schemas from a seeded generator. Each of the 18 rules runs alone with several values of
// its options, and together with others. Needs Node, npm and the .NET SDK; prisma-lint is fetched once from npm into a folder of
// the system's temporary files. The exit code is 1 where under 99.5 % of the files agree; differences that
// docs/from-prisma-lint.md announces are recognised, counted apart and do not count as disagreement.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const VERSION = '0.13.1';
const LEAST_AGREEMENT = 0.995;

const script = fileURLToPath(import.meta.url);
const root = resolve(dirname(script), '..');
const home = join(tmpdir(), `prismalint-prisma-lint-${VERSION}`);

// The rules here that stand for one there.
const RULES = {
  PL1001: 'model-name-pascal-case',
  PL1002: 'field-name-camel-case',
  PL1003: 'enum-name-pascal-case',
  PL1004: 'enum-value-case',
  PL1005: 'model-name-grammatical-number',
  PL1006: 'model-name-mapping-snake-case',
  PL1007: 'field-name-mapping-snake-case',
  PL1013: 'field-name-grammatical-number',
  PL1014: 'model-name-prefix',
  PL1015: 'forbid-field',
  PL2016: 'forbid-required-ignored-field',
  PL3001: 'require-field-index',
  PL3013: 'require-field-index',
  PL4012: 'ban-unbounded-string-type',
  PL4017: 'require-default-empty-arrays',
  PL5010: 'require-field',
  PL5011: 'require-field-type',
  PL5012: 'field-order',
};

// Two rules there are one here.
const SAME = { 'enum-value-snake-case': 'enum-value-case' };

const ALONE = {
  'ban-unbounded-string-type': [undefined, { allowNativeTextType: true }, { allowNativeTextType: false }],
  'enum-name-pascal-case': [undefined, { trimPrefix: 'E' }, { trimPrefix: ['db_', 'Db'], allowList: ['status', 'user_role'] }],
  'enum-value-case': [
    { style: 'snake' },
    { style: 'snake', case: 'upper' },
    { style: 'camel' },
    { style: 'pascal', case: 'upper' },
    { style: 'snake', case: 'upper', allowList: ['active', 'Draft'], trimPrefix: 'X_' },
    { style: 'snake', compoundWords: ['OAuth', 'GraphQL'] },
    { style: 'pascal', compoundWords: ['API', 'SMS'] },
    { style: 'camel', trimPrefix: ['A', 'is_'] },
  ],
  'enum-value-snake-case': [undefined, { case: 'upper' }, { case: 'lower', compoundWords: ['GraphQL'], allowList: ['ADMIN'] }],
  'field-name-camel-case': [undefined, { allowList: ['created_at', 'URL'] }, { allowList: ['/_at$/', 'URL'] }, { trimPrefix: ['_', 'is_'] }],
  'field-name-grammatical-number': [{ ifList: 'plural' }, { ifList: 'singular' }, { ifList: 'plural', ifListAllow: ['data', 'info'] }],
  'field-name-mapping-snake-case': [
    undefined,
    { compoundWords: ['API', 'GraphQL', 'D6'] },
    { requireUnderscorePrefixForIds: true },
  ],
  'field-order': [
    { order: ['id', '...', 'createdAt', 'updatedAt'] },
    { order: ['...', 'createdAt'] },
    { order: ['id', 'name', '...'] },
    { order: ['id', '...', 'userId', '...', 'updatedAt'] },
    { order: ['id', 'createdAt', 'updatedAt'] },
    { order: [] },
  ],
  'forbid-field': [{ forbid: ['id'] }, { forbid: ['/^(?!.*[aA]mountD6$).*D6$/'] }, { forbid: ['/Id$/', 'name', 'user.*'] }],
  'forbid-required-ignored-field': [undefined],
  'model-name-grammatical-number': [
    { style: 'singular' },
    { style: 'plural' },
    { style: 'singular', allowlist: ['UserData', '/Settings$/'] },
    { style: 'plural', allowlist: ['/^U/', 'Post'] },
  ],
  'model-name-mapping-snake-case': [
    undefined,
    { pluralize: true },
    { trimPrefix: 'Db', compoundWords: ['GraphQL', 'API'] },
    { pluralize: true, irregularPlurals: { bill_line: 'bills_lines', user: 'userz' } },
  ],
  'model-name-pascal-case': [undefined, { trimPrefix: 'Db' }, { allowList: ['user', 'VerificationToken'], trimPrefix: ['db_', 'x'] }],
  'model-name-prefix': [{ prefix: 'Db' }, { prefix: 'U' }, { prefix: '' }],
  'require-default-empty-arrays': [undefined],
  'require-field': [
    { require: ['id'] },
    { require: ['createdAt', 'updatedAt'] },
    { require: [{ name: 'currencyCode', ifSibling: '/mount(D6)?$/' }, { name: 'updatedAt', ifSibling: 'createdAt' }] },
    { require: ['id', { name: 'tenantId', ifSibling: '/Id$/' }] },
  ],
  'require-field-index': [
    undefined,
    { forAllRelations: true },
    { forNames: ['createdAt', '/Slug$/'] },
    { forNames: '/Id$/' },
    { forNames: 'tenant.*' },
    { forAllRelations: true, forNames: ['email', 'name'] },
  ],
  'require-field-type': [
    { require: [{ ifName: 'id', type: 'String' }] },
    { require: [{ ifName: '/At$/', type: 'DateTime' }] },
    { require: [{ ifName: 'id', type: 'String', nativeType: 'Uuid' }] },
    { require: [{ ifName: '/Id$/', type: 'String' }, { ifName: 'userId', type: 'Int' }, { ifName: '/mount/', type: 'Decimal', nativeType: 'Decimal' }] },
  ],
};

async function compare() {
  const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      cli: { type: 'string' },
      schemas: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      rule: { type: 'string' },
      // How many differences of a rule are printed.
      show: { type: 'string', default: '20' },
      keep: { type: 'boolean', default: false },
    },
  });
  installPeer();
  const cli = options.cli ? resolve(options.cli) : build();
  const work = mkdtempSync(join(tmpdir(), 'prismalint-compare-'));
  try {
    const given = positionals.length > 0 ? positionals.map((folder) => resolve(folder)) : [join(root, 'samples')];
    // Copies, so that no configuration beside or above them has a say.
    const folders = given.map((folder, index) => copySchemas(folder, join(work, `input-${index}`)));
    if (positionals.length === 0)
      folders.push(generate(join(work, 'generated'), Number(options.schemas), Number(options.seed)));
    process.exitCode = await compareFolders(folders, cli, work, options);
  } finally {
    if (!options.keep)
      rmSync(work, { recursive: true, force: true });
  }
}

async function compareFolders(folders, cli, work, options) {
  const files = folders.flatMap(findSchemas).sort();
  if (files.length === 0) {
    console.error('no schemas found');
    return 2;
  }
  const configurations = createConfigurations(Number(options.seed)).filter((entry) => !options.rule || Object.keys(entry.rules).some((rule) => rule === options.rule));
  console.error(`${files.length} files, ${configurations.length} configurations`);

  const theirs = findTheirs(files, configurations, work);
  const ours = findOurs(folders, files, configurations, cli, work);
  const explainer = await Explainer.create(theirs.peers);

  const perRule = new Map();
  const disagreeing = new Set();
  const strictlyDisagreeing = new Set();
  const unreadable = new Set();
  let comparisons = 0;
  for (const configuration of configurations) {
    for (const file of files) {
      const theirFindings = theirs.get(configuration.id, file);
      if (theirFindings === null) {
        unreadable.add(file);
        continue;
      }
      comparisons++;
      const ourFindings = ours.get(configuration.id, file);
      const rules = new Set(Object.keys(configuration.rules).map((rule) => SAME[rule] ?? rule));
      for (const rule of rules) {
        const entry = perRule.get(rule) ?? { theirs: 0, ours: 0, common: 0, explained: new Map(), differences: [] };
        perRule.set(rule, entry);
        const left = theirFindings.get(rule) ?? new Set();
        const right = ourFindings.get(rule) ?? new Set();
        entry.theirs += left.size;
        entry.ours += right.size;
        for (const line of union(left, right)) {
          if (left.has(line) && right.has(line)) {
            entry.common++;
            continue;
          }
          const difference = { rule, file, line, side: left.has(line) ? 'prisma-lint' : 'PrismaLint', configuration };
          strictlyDisagreeing.add(file);
          const reason = explainer.explain(difference);
          if (reason) {
            entry.explained.set(reason, (entry.explained.get(reason) ?? 0) + 1);
          } else {
            entry.differences.push(difference);
            disagreeing.add(file);
          }
        }
      }
    }
  }

  const compared = files.filter((file) => !unreadable.has(file));
  print(perRule, Number(options.show));
  for (const file of [...unreadable].sort())
    console.log(`not compared, prisma-lint cannot read it: ${relative(process.cwd(), file)}: ${theirs.errors.get(file)}`);
  const share = compared.length === 0 ? 0 : (compared.length - disagreeing.size) / compared.length;
  console.log(
    `${compared.length - disagreeing.size} of ${compared.length} files agree (${percent(share)}) in ${comparisons} comparisons; ` +
    `${compared.length - strictlyDisagreeing.size} without a documented difference either`,
  );
  return share >= LEAST_AGREEMENT ? 0 : 1;
}

function print(perRule, show) {
  for (const [rule, entry] of [...perRule].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const all = entry.common + entry.differences.length + sum(entry.explained.values());
    console.log(`${rule}: prisma-lint ${entry.theirs}, PrismaLint ${entry.ours}, equal ${entry.common} of ${all} (${percent(all === 0 ? 1 : entry.common / all)})`);
    for (const [reason, count] of entry.explained)
      console.log(`  documented, ${count} times: ${reason}`);
    for (const difference of entry.differences.slice(0, show)) {
      const text = readFileSync(difference.file, 'utf8').split('\n')[difference.line - 1]?.trim();
      console.log(`  only ${difference.side}: ${relative(process.cwd(), difference.file)}:${difference.line} \`${text}\` ${JSON.stringify(difference.configuration.rules[rule] ?? difference.configuration.rules)}`);
    }
    if (entry.differences.length > show)
      console.log(`  … and ${entry.differences.length - show} more`);
  }
}

// Every rule alone with each value of its options, then mixtures of rules.
function createConfigurations(seed) {
  const configurations = [];
  for (const [rule, values] of Object.entries(ALONE)) {
    for (const value of values)
      configurations.push({ [rule]: value === undefined ? 'error' : ['error', value] });
  }
  const random = createRandom(seed);
  const names = Object.keys(ALONE);
  for (let i = 0; i < 12; i++) {
    const rules = {};
    for (const rule of names) {
      if (random.chance(0.5))
        continue;
      // Irregular plurals bend the other rules too, for the rest of prisma-lint's process.
      const values = ALONE[rule].filter((value) => value?.irregularPlurals === undefined);
      const value = random.pick(values);
      rules[rule] = random.chance(0.1) ? 'off' : value === undefined ? random.pick(['error', ['error']]) : ['error', value];
    }
    configurations.push(rules);
  }
  return configurations.map((rules, id) => ({ id, rules }));
}

function findTheirs(files, configurations, work) {
  const found = new Map();
  const errors = new Map();
  // A process of its own for what leaves traces in a process.
  const bending = configurations.filter((entry) => JSON.stringify(entry.rules).includes('irregularPlurals'));
  for (const group of [configurations.filter((entry) => !bending.includes(entry)), ...bending.map((entry) => [entry])].filter((group) => group.length > 0)) {
    const request = join(work, 'request.json');
    const answer = join(work, 'answer.json');
    writeFileSync(request, JSON.stringify({ files, configurations: group }));
    execFileSync(process.execPath, [script, '--peer', request, answer], { stdio: ['ignore', 'inherit', 'inherit'] });
    for (const { file, error, violations } of JSON.parse(readFileSync(answer, 'utf8'))) {
      for (const { id } of group)
        found.set(`${id} ${file}`, error ? null : new Map());
      if (error)
        errors.set(file, error);
      for (const { id, rule, line } of violations ?? [])
        addTo(found.get(`${id} ${file}`), SAME[rule] ?? rule, line);
    }
  }
  return { get: (id, file) => found.get(`${id} ${file}`), errors, peers: home };
}

// In the process of prisma-lint's library: each file is parsed once for all configurations.
async function runPeer() {
  const [request, answer] = process.argv.slice(3);
  const { files, configurations } = JSON.parse(readFileSync(request, 'utf8'));
  const { lint, definitions, parse } = await importPeer();
  const rules = configurations.flatMap(({ id, rules }) => {
    const parsed = parse(definitions, { rules });
    if (parsed.parseIssues.length > 0)
      throw new Error(parsed.parseIssues.join('\n'));
    return parsed.rules.map(({ ruleConfig, ruleDefinition }) => ({
      ruleConfig,
      ruleDefinition: {
        ...ruleDefinition,
        create: (config, context) => ruleDefinition.create(config, { ...context, report: (violation) => context.report({ ...violation, configuration: id }) }),
      },
    }));
  });
  const results = files.map((file) => {
    try {
      const violations = lint({ fileName: file, sourceCode: readFileSync(file, 'utf8'), rules });
      return {
        file,
        violations: violations.map((violation) => ({
          id: violation.configuration,
          rule: violation.ruleName,
          line: (violation.field ?? violation.model ?? violation.enum).location.startLine,
        })),
      };
    } catch (error) {
      return { file, error: String(error.message).split('\n')[0].slice(0, 120) };
    }
  });
  writeFileSync(answer, JSON.stringify(results));
}

async function importPeer() {
  const from = (path) => import(pathToFileURL(join(home, 'node_modules/prisma-lint/dist', path)).href);
  return {
    lint: (await from('lint-prisma-source-code.js')).lintPrismaSourceCode,
    definitions: (await from('rule-definitions.js')).default,
    parse: (await from('common/parse-rules.js')).parseRules,
  };
}

function findOurs(folders, files, configurations, cli, work) {
  const found = new Map();
  const rcFile = join(work, '.prismalintrc.json');
  for (const { id, rules } of configurations) {
    writeFileSync(rcFile, JSON.stringify({ rules }));
    for (const file of files)
      found.set(`${id} ${file}`, new Map());
    const seen = new Set();
    run(folders);
    const rest = files.filter((file) => !seen.has(file));
    if (rest.length > 0)
      run(rest);

    function run(paths) {
      const arguments_ = join(work, 'arguments.rsp');
      writeFileSync(arguments_, ['check', ...paths, '--preset', 'prisma-lint', '--config', rcFile, '--format', 'json'].map((argument) => `"${argument}"`).join('\n'));
      const result = spawnSync(cli.endsWith('.dll') ? 'dotnet' : cli, [...(cli.endsWith('.dll') ? [cli] : []), `@${arguments_}`], { encoding: 'utf8', maxBuffer: 1 << 30, cwd: work });
      if (result.error || !result.stdout.startsWith('{'))
        throw new Error(`${cli} failed: ${result.error ?? result.stderr}`);
      const report = JSON.parse(result.stdout);
      for (const problem of report.diagnostics.filter((diagnostic) => diagnostic.id === 'PL0099' || (diagnostic.id === 'PL0012' && diagnostic.file.endsWith('.prismalintrc.json') && diagnostic.severity !== 'suggestion')))
        throw new Error(`${JSON.stringify(rules)}: ${problem.message}`);
      for (const schema of report.schemas)
        schema.files.forEach((file) => seen.add(resolve(work, file)));
      for (const diagnostic of report.diagnostics) {
        if (RULES[diagnostic.id] && !diagnostic.suppressed)
          addTo(found.get(`${id} ${resolve(work, diagnostic.file)}`), RULES[diagnostic.id], diagnostic.start.line);
      }
    }
  }
  return { get: (id, file) => found.get(`${id} ${file}`) };
}

// Recognises the differences that docs/from-prisma-lint.md announces. It looks at the schema and not at either answer.
class Explainer {
  static async create() {
    const { getPrismaSchema } = await import(pathToFileURL(join(home, 'node_modules/prisma-lint/dist/common/get-prisma-schema.js')).href);
    return new Explainer(getPrismaSchema);
  }

  constructor(parse) {
    this.parse = parse;
    this.blocks = new Map();
  }

  explain({ rule, file, line, side, configuration }) {
    const list = this.blocksOf(file);
    // Of a block only the place of its first line is known.
    const block = list.findLast((block) => line >= block.location.startLine);
    const field = block?.properties?.find((member) => member.type === 'field' && member.location.startLine === line);
    if (rule === 'require-field-index' && field)
      return side === 'prisma-lint' ? explainCovered(block, field) : explainUncovered(block, field);
    if (side === 'prisma-lint' && expressionsIn(configuration.rules[rule]).some((expression) => expression.test((field ?? block)?.name)))
      return 'an expression in a list of names, which prisma-lint takes for a name';
    if (rule === 'field-name-mapping-snake-case' && field && side === 'PrismaLint' && typeof field.fieldType === 'string'
      && !list.some((other) => other.name === field.fieldType) && this.isEnumNearby(file, field.fieldType)) {
      return 'the type of the field is an enum or type of another file';
    }
    return null;
  }

  isEnumNearby(file, name) {
    return findSchemas(dirname(file)).some((other) => this.blocksOf(other).some((block) => (block.type === 'enum' || block.type === 'type') && block.name === name));
  }

  blocksOf(file) {
    if (!this.blocks.has(file)) {
      let list = [];
      try {
        list = this.parse(readFileSync(file, 'utf8')).list.filter((block) => block.location && block.type !== 'comment');
      } catch {
        // Not compared anyway.
      }
      this.blocks.set(file, list);
    }
    return this.blocks.get(file);
  }
}

function explainCovered(model, field) {
  const lists = indexLists(model);
  if (lists.some(({ kind, columns }) => kind === 'id' && columns[0] === field.name))
    return 'the field leads the compound `@@id`, which is an index';
  for (const relation of model.properties.filter((member) => member.type === 'field')) {
    const columns = relationColumns(relation);
    if (columns.length > 1 && columns.includes(field.name)
      && lists.some(({ method, columns: indexed }) => method === null && columns.every((column) => indexed.slice(0, columns.length).includes(column)))) {
      return 'an index over all columns of the compound key serves it';
    }
    if (columns.length > 1 && columns.includes(field.name) && columns.some((column) => isUniqueAlone(model, column)))
      return 'a column of the compound key is unique by itself';
  }
  return null;
}

// In options whose texts are names there.
function expressionsIn(value) {
  const lists = Array.isArray(value) ? [value[1]?.allowList, value[1]?.ifListAllow, value[1]?.trimPrefix] : [];
  return lists.flat().filter((text) => /^\/.+\/$/.test(text ?? '')).map((text) => new RegExp(text.slice(1, -1)));
}

function explainUncovered(model, field) {
  const leading = indexLists(model).filter(({ columns }) => columns[0] === field.name);
  if (leading.length > 0 && leading.every(({ method, isPartial }) => (method !== null && method !== 'BTree') || isPartial))
    return 'only an index that does not find single values (GIN, GiST, partial, …) begins with the field';
  return null;
}

function indexLists(model) {
  return model.properties
    .filter((member) => member.type === 'attribute' && ['index', 'unique', 'id'].includes(member.name))
    .map((attribute) => {
      const named = (key) => attribute.args?.find((argument) => argument.value?.key === key)?.value.value;
      const list = named('fields') ?? attribute.args?.find((argument) => argument.value?.type !== 'keyValue')?.value;
      const elements = list?.type === 'array' ? list.args ?? [] : list === undefined ? [] : [list];
      return { kind: attribute.name, columns: elements.map((element) => element.name ?? element), method: named('type') ?? null, isPartial: named('where') !== undefined };
    });
}

function isUniqueAlone(model, column) {
  const field = model.properties.find((member) => member.type === 'field' && member.name === column);
  return field?.attributes?.some((attribute) => attribute.name === 'id' || attribute.name === 'unique')
    || indexLists(model).some(({ kind, columns }) => kind !== 'index' && columns.length === 1 && columns[0] === column);
}

function relationColumns(field) {
  const value = field.attributes?.find((attribute) => attribute.name === 'relation')?.args?.find((argument) => argument.value?.key === 'fields')?.value.value;
  return value?.args ?? [];
}

// Schemas that both parsers read, valid or not: names in every style, indexes in every spelling, comments that ignore.
function generate(folder, count, seed) {
  mkdirSync(folder, { recursive: true });
  const random = createRandom(seed);
  for (let i = 0; i < count; i++)
    writeFileSync(join(folder, `schema-${String(i).padStart(4, '0')}.prisma`), generateSchema(random));
  return folder;
}

function generateSchema(random) {
  const words = ['user', 'post', 'account', 'order', 'line', 'status', 'data', 'api', 'key', 'tenant', 'category', 'address', 'news', 'person', 'amount', 'oauth', 'graph', 'ql', 'sms', 'box', 'settings', 'bill'];
  const styles = ['Pascal', 'Pascal', 'Pascal', 'camel', 'snake', 'UPPER', 'Acronym', 'digit'];
  const name = (style) => {
    const parts = Array.from({ length: random.from(1, 3) }, () => random.pick(words));
    const upper = (word) => word[0].toUpperCase() + word.slice(1);
    switch (style) {
      case 'Pascal': return parts.map(upper).join('');
      case 'camel': return parts[0] + parts.slice(1).map(upper).join('');
      case 'snake': return parts.join('_');
      case 'UPPER': return parts.join('_').toUpperCase();
      case 'Acronym': return upper(parts[0]) + 'API' + random.pick(['', 'Key', 's', '2']);
      default: return parts.map(upper).join('') + random.pick(['2', '10', 'D6', '_1', 'V2x']);
    }
  };
  const distinct = (count, create) => [...new Map(Array.from({ length: count }, create).map((text) => [text.toLowerCase(), text])).values()];
  const models = distinct(random.from(2, 8), () => (random.chance(0.1) ? 'Db' : '') + name(random.pick(styles)));
  const enums = distinct(random.from(0, 4), () => 'E' + name(random.pick(styles))).filter((text) => !models.some((model) => model.toLowerCase() === text.toLowerCase()));
  const rules = Object.keys(ALONE);
  const ignores = (mark, members) => random.pick([
    `/// prisma-lint-ignore-${mark}`,
    `/// prisma-lint-ignore-${mark} ${random.pick(rules)}`,
    `/// prisma-lint-ignore-${mark} ${random.pick(['require-field-index', 'forbid-field', 'require-field', 'field-name-mapping-snake-case', 'enum-value-case'])} ${members}`,
    `/// prisma-lint-ignore-${mark} require-field id, createdAt`,
    `// prisma-lint-ignore-${mark}`,
  ]);
  const fieldIgnore = () => random.pick([
    '/// prisma-lint-ignore-field',
    `/// prisma-lint-ignore-field ${random.pick(rules)}`,
    `/// prisma-lint-ignore-field ${random.pick(rules)}, ${random.pick(rules)} ${random.pick(rules)}`,
    `/// prisma-lint-ignore-field\n  /// Documented too.`,
    `/// prisma-lint-ignore-field\n`,
    `/// prisma-lint-ignore-field\n  // in between`,
  ]);
  const provider = random.pick(['postgresql', 'mysql', 'sqlite', 'sqlserver', 'mongodb', 'cockroachdb']);
  const text = [`datasource db {\n  provider = "${provider}"\n  url      = env("DATABASE_URL")\n}\n`];
  for (const model of models) {
    const lines = [];
    const columns = [];
    const add = (field, rest) => {
      if (columns.some((column) => column.toLowerCase() === field.toLowerCase()))
        return false;
      columns.push(field);
      if (random.chance(0.06))
        lines.push('  ' + fieldIgnore());
      lines.push(`  ${field} ${rest}${random.chance(0.05) ? ' // why' : ''}`);
      return true;
    };
    if (random.chance(0.85))
      add(random.pick(['id', 'id', 'id', 'uuid']), random.pick(['Int @id @default(autoincrement())', 'String @id @default(uuid())', 'String @id @db.Uuid', 'String @id @map("_id") @db.ObjectId', 'Int']));
    for (let i = random.from(1, 9); i > 0; i--) {
      const base = random.chance(0.3)
        ? random.pick(['createdAt', 'updatedAt', 'name', 'email', 'tenantId', 'userId', 'currencyCode', 'priceAmountD6', 'sizeD6', 'externalSlug', 'created_at', 'URL', 'tags', 'data'])
        : name(random.pick(['camel', 'camel', 'camel', 'snake', 'Pascal', 'Acronym', 'digit', 'UPPER']));
      const type = random.pick(['String', 'String', 'String?', 'String[]', 'Int', 'DateTime', 'Decimal', 'Json', 'Boolean', 'Int[]', 'Unsupported("circle")', 'Unsupported("circle")?', ...(enums.length > 0 ? [enums[0], `${enums[0]}[]`] : [])]);
      const attributes = [
        random.chance(0.25) ? `@map("${random.chance(0.6) ? base.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase() : base}")` : '',
        random.chance(0.05) ? `@map(name: "${base.toLowerCase()}")` : '',
        random.chance(0.1) ? '@unique' : '',
        random.chance(0.12) ? '@ignore' : '',
        type.endsWith('[]') && random.chance(0.5) ? random.pick(['@default([])', '@default(["a"])', '@default([1, 2])']) : random.chance(0.1) ? '@default("x")' : '',
        type.startsWith('String') && random.chance(0.5) ? random.pick(['@db.VarChar(20)', '@db.Text', '@db.Uuid', '@db.Citext', '@pg.VarChar(3)']) : '',
        type === 'Decimal' && random.chance(0.5) ? '@db.Decimal(19, 4)' : '',
      ];
      // One map an attribute: prisma-lint gives up on two.
      const maps = attributes.filter((attribute) => attribute.startsWith('@map'));
      add(base, [type, ...attributes.filter((attribute) => attribute && (!attribute.startsWith('@map') || attribute === maps[0]))].join(' '));
    }
    for (let i = random.from(0, 2); i > 0; i--) {
      const target = random.pick(models);
      const relation = name('camel');
      if (random.chance(0.3)) {
        add(relation + 's', `${target}[]${random.chance(0.3) ? ' @ignore' : ''}`);
      } else if (random.chance(0.2)) {
        if (add(relation + 'A', 'Int') && add(relation + 'B', 'Int'))
          add(relation, `${target} @relation(fields: [${relation}A, ${relation}B], references: [a, b])`);
      } else if (add(relation + 'Id', random.pick(['Int', 'Int?', 'Int @unique', 'String @db.Uuid']))) {
        add(relation, `${target}? @relation("r${i}", fields: [${relation}Id], references: [id], onDelete: Cascade)`);
      }
    }
    const plain = columns.filter((column) => /^[a-zA-Z]/.test(column));
    const blocks = [];
    for (let i = random.from(0, 3); i > 0; i--) {
      const a = random.pick(plain);
      const b = random.pick(plain);
      const list = a === b ? a : random.pick([a, `${a}, ${b}`, `${a}(sort: Desc), ${b}`, `${a}(sort: Desc)`]);
      blocks.push(`  @@${random.pick(['index', 'index', 'unique'])}(${random.pick(['', 'fields: '])}[${list}]${random.pick(['', '', '', ', map: "ix"', ', name: "nm"'])})`);
    }
    if (random.chance(0.1) && plain.length > 1)
      blocks.push(`  @@id([${plain[0]}, ${plain[1]}])`);
    if (random.chance(0.1))
      blocks.push(`  @@index([${random.pick(plain)}], type: Gin)`);
    if (random.chance(0.5))
      blocks.push(`  @@map(${random.pick(['', 'name: '])}"${random.pick([model, model.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase(), model.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase() + 's'])}")`);
    if (random.chance(0.05))
      blocks.push('  @@ignore');
    if (random.chance(0.15))
      lines.splice(0, 0, '  ' + ignores('model', random.chance(0.5) ? `${random.pick(columns)},id` : random.pick(columns)), '');
    if (random.chance(0.05))
      lines.push('', '  ' + ignores('model', random.pick(columns)));
    text.push(`${random.chance(0.06) ? fieldIgnore().replaceAll('\n  ', '\n') + '\n' : ''}${random.chance(0.05) ? '/// Documentation\n' : ''}model ${model} {\n${[...lines, ...(blocks.length > 0 ? ['', ...blocks] : [])].join('\n')}\n}\n`);
  }
  for (const symbol of enums) {
    const values = distinct(random.from(1, 5), () => random.chance(0.2) ? random.pick(['active', 'Draft', 'ADMIN', 'X_OPEN', 'is_open']) : name(random.pick(['UPPER', 'UPPER', 'snake', 'camel', 'Pascal', 'digit', 'Acronym'])));
    const lines = values.map((value) => `  ${value}${random.chance(0.1) ? ' @map("m")' : ''}`);
    if (random.chance(0.2))
      lines.unshift('  ' + ignores('enum', values[0]));
    text.push(`${random.chance(0.08) ? fieldIgnore().replaceAll('\n  ', '\n') + '\n' : ''}enum ${symbol} {\n${lines.join('\n')}\n}\n`);
  }
  if (random.chance(0.2))
    text.push('type some_type {\n  Bad_Name String\n}\n');
  if (random.chance(0.2))
    text.push('view some_view {\n  Bad_Name String\n}\n');
  return text.join('\n').replaceAll('\n\n\n', '\n\n');
}

// xorshift32: the same schemas everywhere.
function createRandom(seed) {
  let state = (seed * 2654435761) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
  for (let i = 0; i < 8; i++)
    next();
  return {
    chance: (share) => next() < share,
    from: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (list) => list[Math.floor(next() * list.length)],
  };
}

function findSchemas(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.prisma') && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function copySchemas(from, to) {
  for (const file of findSchemas(from)) {
    const copy = join(to, relative(from, file));
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(file, copy);
  }
  return to;
}

function installPeer() {
  const wanted = JSON.stringify({ private: true, dependencies: { 'prisma-lint': VERSION } });
  const manifest = join(home, 'package.json');
  if (existsSync(manifest) && readFileSync(manifest, 'utf8') === wanted && existsSync(join(home, 'node_modules/prisma-lint')))
    return;
  mkdirSync(home, { recursive: true });
  writeFileSync(manifest, wanted);
  console.error('Fetching prisma-lint …');
  // With a shell, since npm is a script on Windows; no argument is anybody's input.
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: home, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
}

function build() {
  console.error('Building the command line …');
  execFileSync('dotnet', ['build', '-c', 'Release', '-v', 'q', '--nologo', join(root, 'src/PrismaLint.Cli')], { stdio: ['ignore', 'ignore', 'inherit'] });
  return join(root, 'src/PrismaLint.Cli/bin/Release/net10.0/PrismaLint.Cli.dll');
}

function addTo(map, rule, line) {
  if (!map)
    return;
  if (!map.has(rule))
    map.set(rule, new Set());
  map.get(rule).add(line);
}

function union(left, right) {
  return [...new Set([...left, ...right])].sort((a, b) => a - b);
}

function sum(values) {
  return [...values].reduce((total, value) => total + value, 0);
}

function percent(share) {
  return `${(share * 100).toFixed(2)} %`;
}

if (process.argv[2] === '--peer')
  await runPeer();
else
  await compare();
