// What a migration of Prisma's engine touches, as `object action name`, in the words of `prismalint diff --format json`.
// Sequences belong to their columns, and schemas are nobody's change: both are left out. A statement that is not understood throws.
const NAME = String.raw`(?:"(?:[^"]|"")*")`;
const QUALIFIED = String.raw`(${NAME}(?:\.${NAME})?)`;

export function effectsOf(sql) {
  const effects = new Set();
  const tables = { created: new Set(), dropped: new Set() };
  for (const statement of split(sql)) read(statement, effects, tables);
  return { effects, ...tables };
}

function read(statement, effects, tables) {
  const add = (object, action, name) => effects.add(`${object} ${action} ${name}`);
  let m;
  const is = (pattern) => (m = new RegExp(`^${pattern.replace(/\bNAME\b/g, NAME).replace(/\bQUALIFIED\b/g, QUALIFIED)}`, 's').exec(statement));
  if (/^(BEGIN|COMMIT|CREATE SCHEMA|CREATE SEQUENCE|ALTER SEQUENCE|DROP SEQUENCE)\b/.test(statement)) return;
  if (is('CREATE TYPE QUALIFIED AS ENUM')) {
    if (!bare(m[1]).endsWith('_new')) add('enum', 'create', bare(m[1]));
  } else if (is('DROP TYPE QUALIFIED')) {
    if (bare(m[1]).endsWith('_old')) add('enum', 'alter', bare(m[1]).slice(0, -4));
    else add('enum', 'drop', bare(m[1]));
  } else if (is('ALTER TYPE QUALIFIED ADD VALUE')) add('enum', 'alter', bare(m[1]));
  else if (is('ALTER TYPE QUALIFIED RENAME TO')) return;
  else if (is('CREATE TABLE QUALIFIED')) {
    tables.created.add(bare(m[1]));
    add('table', 'create', bare(m[1]));
  } else if (is('DROP TABLE QUALIFIED')) {
    tables.dropped.add(bare(m[1]));
    add('table', 'drop', bare(m[1]));
  } else if (is('CREATE (?:UNIQUE )?INDEX (NAME) ON QUALIFIED')) add('index', 'create', `${bare(m[2])}.${bare(m[1])}`);
  else if (is('DROP INDEX QUALIFIED')) add('index', 'drop', `*.${bare(m[1]).split('.').at(-1)}`);
  else if (is('ALTER INDEX QUALIFIED RENAME TO')) add('index', 'rename', `*.${bare(m[1]).split('.').at(-1)}`);
  else if (is('ALTER TABLE QUALIFIED ')) {
    const table = bare(m[1]);
    for (const part of parts(statement.slice(m[0].length))) alter(part, table, add);
  } else throw new Error(`What is this? ${statement}`);
}

function alter(part, table, add) {
  let m;
  const is = (pattern) => (m = new RegExp(`^${pattern.replace(/\bNAME\b/g, NAME)}`, 's').exec(part));
  if (is('ADD COLUMN\\s+(NAME)')) add('column', 'create', `${table}.${bare(m[1])}`);
  else if (is('DROP COLUMN (NAME)')) add('column', 'drop', `${table}.${bare(m[1])}`);
  else if (is('ALTER COLUMN (NAME)')) add('column', 'alter', `${table}.${bare(m[1])}`);
  else if (is('ADD CONSTRAINT NAME PRIMARY KEY')) add('primary-key', 'alter', table);
  else if (is('ADD CONSTRAINT (NAME) FOREIGN KEY')) add('foreign-key', 'create', `${table}.${bare(m[1])}`);
  else if (is('DROP CONSTRAINT (NAME)')) add('constraint', 'drop', `${table}.${bare(m[1])}`);
  else if (is('RENAME CONSTRAINT (NAME) TO')) add('constraint', 'rename', `${table}.${bare(m[1])}`);
  else throw new Error(`What is this? ${part}`);
}

const bare = (name) => name.replace(/"((?:[^"]|"")*)"/g, (_, text) => text.replaceAll('""', '"'));

// Statements end at a semicolon outside of quotes; comments go.
function split(sql) {
  const statements = [];
  let text = '';
  for (const token of sql.match(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|[^]/g) ?? []) {
    if (token.startsWith('--') || token.startsWith('/*')) continue;
    if (token === ';') {
      if (text.trim()) statements.push(text.trim());
      text = '';
    } else text += token;
  }
  if (text.trim()) throw new Error(`No end: ${text}`);
  return statements;
}

// The actions of ALTER TABLE, separated by commas outside of parentheses and quotes.
function parts(text) {
  const found = [''];
  let depth = 0;
  for (const token of text.match(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[^]/g) ?? []) {
    if (token === '(' || token === '[') depth++;
    if (token === ')' || token === ']') depth--;
    if (token === ',' && depth === 0) found.push('');
    else found[found.length - 1] += token;
  }
  return found.map((part) => part.trim());
}
