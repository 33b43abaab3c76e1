// Schemas as plain values, five to start from, and small edits of them. An edit may give a schema that Prisma refuses: the caller sees.
export const BASES = [
  { // A shop: relations of every kind, an enum, native types.
    enums: { Status: [['DRAFT'], ['PAID'], ['SENT']], Role: [['ADMIN'], ['BUYER']] },
    models: {
      Customer: model(
        ['id Int @id @default(autoincrement())', 'email String @unique', 'name String?', 'role Role @default(BUYER)', 'balance Decimal @default(0) @db.Decimal(10, 2)', 'tags String[]', 'created DateTime @default(now())', 'orders Order[]', 'lists List[]'],
        ['@@index([name])']),
      Order: model(
        ['id Int @id @default(autoincrement())', 'number String @db.VarChar(20)', 'status Status @default(DRAFT)', 'customerId Int', 'customer Customer @relation(fields: [customerId], references: [id])', 'note String?', 'total Int @default(0)', 'items Item[]'],
        ['@@unique([number, customerId])', '@@index([customerId])', '@@index([status, total(sort: Desc)])']),
      Item: model(
        ['id BigInt @id @default(autoincrement())', 'orderId Int?', 'order Order? @relation(fields: [orderId], references: [id], onDelete: Cascade)', 'productSku String', 'product Product @relation(fields: [productSku], references: [sku])', 'count Int @default(1)', 'price Float'],
        []),
      Product: model(
        ['sku String @id', 'title String', 'data Json?', 'active Boolean @default(true)', 'items Item[]', 'lists List[]', 'weight Float?'],
        ['@@index([title])', '@@map("products")']),
      List: model(['id Int @id', 'name String', 'ownerId Int?', 'owner Customer? @relation(fields: [ownerId], references: [id])', 'products Product[]'], []),
    },
  },
  { // Mapped names, compound keys, self relation.
    enums: { Kind: [['A'], ['B', '@map("b_")'], ['C']] },
    models: {
      Employee: model(
        ['id String @id @default(uuid()) @db.Uuid', 'code String @unique(map: "employee_code") @map("emp_code")', 'bossId String? @db.Uuid @map("boss_id")', 'boss Employee? @relation("Tree", fields: [bossId], references: [id])', 'team Employee[] @relation("Tree")', 'kind Kind?', 'hired DateTime @db.Date', 'shifts Shift[]'],
        ['@@index([bossId])', '@@map("employees")']),
      Shift: model(
        ['employeeId String @db.Uuid @map("employee_id")', 'day DateTime @db.Date', 'employee Employee @relation(fields: [employeeId], references: [id], onUpdate: NoAction)', 'hours Int @db.SmallInt', 'placeId Int', 'place Place @relation(fields: [placeId], references: [id], map: "shift_place")', 'kinds Kind[]'],
        ['@@id([employeeId, day])', '@@map("shifts")']),
      Place: model(['id Int @id', 'name String @db.VarChar(80)', 'lat Decimal', 'lon Decimal', 'photo Bytes?', 'shifts Shift[]', 'updated DateTime @updatedAt'], ['@@unique([lat, lon], map: "place_point")', '@@index([name], type: Hash)']),
    },
  },
  { // Two many-to-many relations, one of a model with itself.
    enums: {},
    models: {
      Post: model(['id Int @id @default(autoincrement())', 'title String', 'body String? @db.Text', 'views BigInt @default(0)', 'tags Tag[]', 'related Post[] @relation("related")', 'relatedTo Post[] @relation("related")', 'meta Json @default("{}")', 'score Float @default(1.5)'], ['@@index([title, views])', '@@index([meta], type: Gin)']),
      Tag: model(['id Int @id', 'label String @unique', 'posts Post[]', 'color String @default("red") @db.VarChar(12)'], []),
      Log: model(['id BigInt @id @default(autoincrement())', 'at DateTime @default(now()) @db.Timestamptz(3)', 'text String', 'level Int @default(0)', 'ip String? @db.Inet', 'token String @default(dbgenerated("gen_random_uuid()")) @db.Uuid'], ['@@index([at(sort: Desc)])', '@@index([level])']),
    },
  },
  { // Several database schemas.
    schemas: ['auth', 'app'],
    enums: { Level: [['LOW'], ['HIGH']] },
    enumSchemas: { Level: 'app' },
    models: {
      User: model(['id Int @id @default(autoincrement())', 'login String @unique', 'age Int?', 'levels Level[]', 'level Level @default(LOW)', 'notes Note[]', 'profile Profile?'], ['@@schema("auth")']),
      Profile: model(['id Int @id', 'userId Int @unique', 'user User @relation(fields: [userId], references: [id], onDelete: Cascade)', 'bio String?', 'born DateTime?'], ['@@schema("app")']),
      Note: model(['id Int @id', 'userId Int', 'user User @relation(fields: [userId], references: [id])', 'text String', 'done Boolean @default(false)', 'rank Int'], ['@@index([userId, rank])', '@@schema("app")']),
    },
  },
  { // No foreign keys in the database.
    relationMode: 'prisma',
    enums: { Mood: [['GOOD'], ['BAD']] },
    models: {
      Author: model(['id Int @id', 'name String', 'mood Mood', 'books Book[]'], []),
      Book: model(['id Int @id', 'isbn String @db.Char(13)', 'authorId Int', 'author Author @relation(fields: [authorId], references: [id])', 'price Decimal? @db.Money', 'pages Int', 'genres Genre[]'], ['@@index([authorId])', '@@unique([isbn])']),
      Genre: model(['id Int @id', 'name String @unique', 'books Book[]'], []),
    },
  },
];

function model(fields, attributes) {
  return { fields, attributes };
}

export function write(schema) {
  const lines = ['datasource db {', '  provider = "postgresql"'];
  if (schema.schemas) lines.push(`  schemas = [${schema.schemas.map((name) => `"${name}"`).join(', ')}]`);
  if (schema.relationMode) lines.push(`  relationMode = "${schema.relationMode}"`);
  lines.push('}', '');
  for (const [name, values] of Object.entries(schema.enums)) {
    lines.push(`enum ${name} {`, ...values.map((value) => `  ${value.join(' ')}`));
    if (schema.enumMaps?.[name]) lines.push(`  @@map("${schema.enumMaps[name]}")`);
    if (schema.enumSchemas?.[name]) lines.push(`  @@schema("${schema.enumSchemas[name]}")`);
    lines.push('}', '');
  }
  for (const [name, { fields, attributes }] of Object.entries(schema.models)) lines.push(`model ${name} {`, ...[...fields, ...attributes].map((line) => `  ${line}`), '}', '');
  return lines.join('\n');
}

const TYPES = ['String', 'String @db.VarChar(20)', 'String @db.VarChar(40)', 'String @db.Uuid', 'String @db.Char(3)', 'Int', 'Int @db.SmallInt', 'BigInt', 'Float', 'Float @db.Real', 'Decimal', 'Decimal @db.Decimal(12, 2)', 'Boolean', 'DateTime', 'DateTime @db.Timestamptz', 'DateTime @db.Date', 'Json', 'Bytes', 'String @db.Citext', 'DateTime @db.Time'];
const DEFAULTS = { String: ['"x"', '"it\'s"', 'uuid()', 'cuid()', 'dbgenerated("md5(\'a\')")'], Int: ['1', '42', 'autoincrement()', '-5'], BigInt: ['7', 'autoincrement()'], Float: ['0.5', '1.0'], Decimal: ['1.50', '3'], Boolean: ['true', 'false'], DateTime: ['now()', '"2024-01-01T00:00:00Z"', 'dbgenerated("now() + interval \'1 day\'")'], Json: ['"{}"', '"[1, 2]"'], Bytes: ['"aGk="'] };
const ACTIONS = ['Cascade', 'Restrict', 'NoAction', 'SetNull'];

export function edit(schema, random) {
  const next = structuredClone(schema);
  const [kind, apply] = pick(EDITS, random);
  apply(next, random);
  return [kind, next];
}

const pick = (list, random) => list[Math.floor(random() * list.length)];
const chance = (random, share) => random() < share;
const fieldName = (line) => line.split(' ')[0];
const typeOf = (line) => line.split(' ')[1];
const isRelation = (schema, line) => typeOf(line).replace(/[[\]?]/g, '') in schema.models;
const models = (schema) => Object.entries(schema.models);
const scalars = (schema, model) => model.fields.filter((line) => !isRelation(schema, line));
const isKey = (line) => /@id\b/.test(line);

function replace(model, line, by) {
  model.fields = model.fields.flatMap((other) => (other === line ? by : [other]));
}

// Every mention of a field in the schema's lines, whole words only.
function renameIn(lines, from, to) {
  return lines.map((line) => line.replace(/(fields|references): \[([^\]]*)\]|^(@@(?:id|unique|index)\()\[([^\]]*)\]/g, (text) => text.replace(new RegExp(`\\b${from}\\b`, 'g'), to)));
}

function freshName(model, random) {
  const names = ['title', 'fullName', 'amount', 'state', 'comment', 'externalId', 'slug', 'country', 'phone', 'flag'];
  return pick(names.filter((name) => !model.fields.some((line) => fieldName(line) === name)), random);
}

const EDITS = [
  ['add field', (s, r) => {
    const [, m] = pick(models(s), r);
    const [type, native] = pick(TYPES, r).split(/ (.*)/);
    const suffix = pick(['', '?', '?', '[]'], r);
    const value = suffix !== '[]' && chance(r, 0.5) ? ` @default(${pick(DEFAULTS[type], r)})` : '';
    m.fields.splice(Math.floor(r() * (m.fields.length + 1)), 0, `${freshName(m, r)} ${type}${suffix}${native && !/uuid|md5|"x|"it/.test(value) ? ` ${native}` : ''}${value}${suffix === '' && chance(r, 0.1) ? ' @unique' : ''}`);
  }],
  ['remove field', (s, r) => {
    const [, m] = pick(models(s), r);
    const line = pick(scalars(s, m).filter((line) => !isKey(line)), r);
    const name = fieldName(line);
    m.fields = m.fields.filter((other) => other !== line);
    m.attributes = m.attributes.filter((attribute) => !new RegExp(`\\b${name}\\b`).test(attribute));
  }],
  ['rename field', (s, r) => {
    const [name, m] = pick(models(s), r);
    const line = pick(scalars(s, m), r);
    const old = fieldName(line);
    const fresh = chance(r, 0.4) ? freshName(m, r) : old.length > 3 ? `${old}Value` : `the${old[0].toUpperCase()}${old.slice(1)}`;
    const mapped = chance(r, 0.4) && !/@map/.test(line) ? ` @map("${old}")` : '';
    replace(m, line, [line.replace(old, fresh) + mapped]);
    m.fields = renameIn(m.fields.map((other) => (isRelation(s, other) && !new RegExp(`^\\w+ ${name}\\b`).test(other) ? other.replace(/fields: \[[^\]]*\]/, (text) => text.replace(new RegExp(`\\b${old}\\b`), fresh)) : other)), '\0', fresh);
    m.attributes = renameIn(m.attributes, old, fresh);
    for (const [, other] of models(s)) other.fields = other.fields.map((l) => (typeOf(l).replace(/[[\]?]/g, '') === name ? l.replace(/references: \[[^\]]*\]/, (text) => text.replace(new RegExp(`\\b${old}\\b`), fresh)) : l));
  }],
  ['map field', (s, r) => {
    const [, m] = pick(models(s), r);
    const line = pick(scalars(s, m), r);
    replace(m, line, [/@map\(/.test(line) ? line.replace(/ @map\("[^"]*"\)/, '') : `${line} @map("${fieldName(line)}_col")`]);
  }],
  ['change type', (s, r) => {
    const [, m] = pick(models(s), r);
    const line = pick(scalars(s, m).filter((line) => !isKey(line) && !m.fields.some((other) => other.includes(`[${fieldName(line)}]`) && isRelation(s, other))), r);
    const type = pick(TYPES, r).split(' ');
    const suffix = /[[\]?]+/.exec(typeOf(line))?.[0] ?? '';
    const rest = line.split(' ').slice(2).join(' ').replace(/@db\.\w+(\([^)]*\))?/, '').replace(/@default\((?:[^()"]|"(?:[^"\\]|\\.)*"|\((?:[^()"]|"(?:[^"\\]|\\.)*")*\))*\)/, '').replace('@updatedAt', '');
    replace(m, line, [`${fieldName(line)} ${type[0]}${suffix} ${type.slice(1).join(' ')} ${rest}`.replace(/ +/g, ' ').trim()]);
  }],
  ['change id type', (s, r) => {
    const [name, m] = pick(models(s).filter(([, m]) => m.fields.some((line) => /^\w+ Int @id/.test(line))), r);
    const id = m.fields.find((line) => /^\w+ Int @id/.test(line));
    const [type, native] = pick([['BigInt', ''], ['Int', '@db.SmallInt'], ['String', '@db.Uuid']], r);
    const turn = (line) => line.replace(' Int', ` ${type}`).replace(/ @default\(autoincrement\(\)\)/, type === 'String' ? '' : '$&') + (native ? ` ${native}` : '');
    replace(m, id, [turn(id)]);
    for (const [, other] of models(s)) {
      const keys = other.fields.filter((line) => typeOf(line).replace('?', '') === name).flatMap((line) => /fields: \[(\w+)\]/.exec(line)?.[1] ?? []);
      other.fields = other.fields.map((line) => (keys.includes(fieldName(line)) && / Int\b/.test(line) ? turn(line) : line));
    }
  }],
  ['toggle optional', (s, r) => {
    const [, m] = pick(models(s), r);
    const line = pick(scalars(s, m).filter((line) => !isKey(line) && !typeOf(line).includes('[')), r);
    const name = fieldName(line);
    const turn = (text) => (typeOf(text).endsWith('?') ? text.replace(typeOf(text), typeOf(text).slice(0, -1)) : text.replace(typeOf(text), `${typeOf(text)}?`));
    m.fields = m.fields.map((other) => (other === line || (other.includes(`fields: [${name}]`)) ? turn(other) : other));
  }],
  ['toggle list', (s, r) => {
    const [, m] = pick(models(s), r);
    const line = pick(scalars(s, m).filter((line) => !isKey(line) && !/\[\w+\]/.test(line)), r);
    const type = typeOf(line);
    const to = type.endsWith('[]') ? type.slice(0, -2) : `${type.replace('?', '')}[]`;
    replace(m, line, [line.replace(type, to).replace(/ @default\((?:[^()"]|"(?:[^"\\]|\\.)*"|\((?:[^()"]|"(?:[^"\\]|\\.)*")*\))*\)/, '')]);
  }],
  ['change default', (s, r) => {
    const [, m] = pick(models(s), r);
    const line = pick(scalars(s, m).filter((line) => DEFAULTS[typeOf(line).replace('?', '')] && !typeOf(line).includes('[')), r);
    const without = line.replace(/ @default\((?:[^()"]|"(?:[^"\\]|\\.)*"|\((?:[^()"]|"(?:[^"\\]|\\.)*")*\))*\)/, '');
    replace(m, line, [without !== line && chance(r, 0.4) ? without : `${without} @default(${pick(DEFAULTS[typeOf(line).replace('?', '')], r)})`]);
  }],
  ['toggle unique', (s, r) => {
    const [, m] = pick(models(s), r);
    const line = pick(scalars(s, m).filter((line) => !isKey(line)), r);
    replace(m, line, [/@unique/.test(line) ? line.replace(/ @unique(\([^)]*\))?/, '') : `${line} @unique`]);
  }],
  ['add index', (s, r) => {
    const [, m] = pick(models(s), r);
    const names = scalars(s, m).filter((line) => !/Json|\[\]|Bytes/.test(typeOf(line))).map(fieldName).sort(() => r() - 0.5).slice(0, chance(r, 0.5) ? 1 : 2);
    m.attributes.unshift(`@@${chance(r, 0.25) ? 'unique' : 'index'}([${names.map((name) => (chance(r, 0.2) ? `${name}(sort: Desc)` : name)).join(', ')}]${chance(r, 0.2) ? `, map: "ix_${Math.floor(r() * 1e6)}"` : ''})`);
  }],
  ['remove index', (s, r) => {
    const [, m] = pick(models(s).filter(([, m]) => m.attributes.some((line) => /@@(index|unique)/.test(line))), r);
    m.attributes.splice(m.attributes.findIndex((line) => /@@(index|unique)/.test(line)), 1);
  }],
  ['change index', (s, r) => {
    const [, m] = pick(models(s).filter(([, m]) => m.attributes.some((line) => /@@(index|unique)/.test(line))), r);
    const index = m.attributes.findIndex((line) => /@@(index|unique)/.test(line));
    const line = m.attributes[index];
    m.attributes[index] = pick([
      () => (line.includes('@@index') ? line.replace('@@index', '@@unique') : line.replace('@@unique', '@@index')),
      () => (/map:/.test(line) ? line.replace(/, map: "[^"]*"/, '') : line.replace(/\)$/, `, map: "renamed_${Math.floor(r() * 1e6)}")`)),
      () => line.replace(/\[(\w+)/, '[$1(sort: Desc)').replace('(sort: Desc)(sort: Desc)', ''),
      () => line.replace(/\[([^,\]]+), ([^\]]+)\]/, '[$2, $1]'),
    ], r)();
  }],
  ['change id', (s, r) => {
    const [, m] = pick(models(s), r);
    const id = m.fields.find(isKey);
    if (id) {
      const others = scalars(s, m).filter((line) => !isKey(line) && !/[?[]/.test(typeOf(line)));
      if (chance(r, 0.4)) replace(m, id, [id.replace(/@id\b(\([^)]*\))?/, `@id(map: "pk_${Math.floor(r() * 1e6)}")`)]);
      else if (chance(r, 0.5)) {
        replace(m, id, [id.replace(/ @id\b(\([^)]*\))?/, '')]);
        m.attributes.unshift(`@@id([${fieldName(id)}, ${fieldName(pick(others, r))}])`);
      } else {
        const other = pick(others, r);
        replace(m, id, [id.replace(/@id\b(\([^)]*\))?/, '@unique')]);
        replace(m, other, [`${other.replace(' @unique', '')} @id`]);
      }
    } else m.attributes = m.attributes.map((line) => (line.startsWith('@@id') ? line.replace(/\[([^,\]]+), ([^\]]+)\]/, '[$2, $1]') : line));
  }],
  ['rename model', (s, r) => {
    const [name, m] = pick(models(s), r);
    const fresh = pick([`${name}s`, `App${name}`, `Z${name}`], r);
    if (chance(r, 0.5) && !m.attributes.some((line) => line.startsWith('@@map'))) m.attributes.push(`@@map("${name}")`);
    s.models = Object.fromEntries(models(s).map(([other, value]) => [other === name ? fresh : other, value]));
    for (const [, other] of models(s)) other.fields = other.fields.map((line) => (typeOf(line).replace(/[[\]?]/g, '') === name ? line.replace(new RegExp(` ${name}\\b`), ` ${fresh}`) : line));
  }],
  ['map model', (s, r) => {
    const [name, m] = pick(models(s), r);
    const index = m.attributes.findIndex((line) => line.startsWith('@@map'));
    if (index >= 0) m.attributes.splice(index, 1);
    else m.attributes.push(`@@map("${name.toLowerCase()}_table")`);
  }],
  ['add model', (s, r) => {
    const [name, m] = pick(models(s), r);
    const id = m.fields.find((line) => /^id (Int|BigInt) @id/.test(line));
    const back = `extras${name} Extra[]`;
    s.models.Extra = { fields: ['id Int @id @default(autoincrement())', 'label String', 'size Int?', ...(id ? [`parentId ${typeOf(id)}`, `parent ${name} @relation(fields: [parentId], references: [id])`] : [])], attributes: [...(chance(r, 0.5) && id ? ['@@index([parentId])'] : []), ...(s.schemas ? [`@@schema("${pick(s.schemas, r)}")`] : [])] };
    if (id) m.fields.push(back);
  }],
  ['remove model', (s, r) => {
    const [name] = pick(models(s), r);
    delete s.models[name];
    for (const [, other] of models(s)) other.fields = other.fields.filter((line) => typeOf(line).replace(/[[\]?]/g, '') !== name);
  }],
  ['change action', (s, r) => {
    const [, m] = pick(models(s).filter(([, m]) => m.fields.some((line) => /fields:/.test(line))), r);
    const line = pick(m.fields.filter((line) => /fields:/.test(line)), r);
    const which = pick(['onDelete', 'onUpdate'], r);
    const without = line.replace(new RegExp(`, ${which}: \\w+`), '');
    replace(m, line, [without !== line && chance(r, 0.3) ? without : without.replace(/\)$/, `, ${which}: ${pick(ACTIONS, r)})`)]);
  }],
  ['name foreign key', (s, r) => {
    const [, m] = pick(models(s).filter(([, m]) => m.fields.some((line) => /fields:/.test(line))), r);
    const line = pick(m.fields.filter((line) => /fields:/.test(line)), r);
    replace(m, line, [/map:/.test(line) ? line.replace(/, map: "[^"]*"/, '') : line.replace(/\)$/, `, map: "fk_${Math.floor(r() * 1e6)}")`)]);
  }],
  ['remove relation', (s, r) => {
    const [name, m] = pick(models(s).filter(([, m]) => m.fields.some((line) => /fields:/.test(line))), r);
    const line = pick(m.fields.filter((line) => /fields:/.test(line)), r);
    const target = typeOf(line).replace('?', '');
    const relation = /@relation\("(\w+)"/.exec(line)?.[1];
    m.fields = m.fields.filter((other) => other !== line);
    const t = s.models[target];
    t.fields = t.fields.filter((other) => typeOf(other).replace(/[[\]?]/g, '') !== name || /fields:/.test(other) || (relation && !other.includes(`"${relation}"`)));
  }],
  ['add relation', (s, r) => {
    const [name, m] = pick(models(s), r);
    const [target, t] = pick(models(s).filter(([, t]) => t.fields.some((line) => /^id (Int|BigInt) @id/.test(line))), r);
    const id = t.fields.find((line) => /^id (Int|BigInt) @id/.test(line));
    const label = `rel${Math.floor(r() * 1e6)}`;
    const optional = chance(r, 0.6) ? '?' : '';
    m.fields.push(`${label}Id ${typeOf(id)}${optional}`, `${label} ${target}${optional} @relation("${label}", fields: [${label}Id], references: [id])`);
    t.fields.push(`${label}s ${name}[] @relation("${label}")`);
  }],
  ['toggle many-to-many', (s, r) => {
    const [name, m] = pick(models(s).filter(([, m]) => m.fields.some((line) => /^id Int @id/.test(line))), r);
    const [target, t] = pick(models(s).filter(([other, t]) => other !== name && t.fields.some((line) => /^\w+ (Int|String) @id/.test(line))), r);
    const lists = (from, to) => s.models[from].fields.filter((line) => typeOf(line) === `${to}[]`);
    if (lists(name, target).length && lists(target, name).length) {
      m.fields = m.fields.filter((line) => typeOf(line) !== `${target}[]`);
      t.fields = t.fields.filter((line) => typeOf(line) !== `${name}[]`);
    } else {
      const label = chance(r, 0.5) ? `mn${Math.floor(r() * 1e6)}` : 'mn';
      m.fields.push(`${label}${target}s ${target}[] @relation("${label}")`);
      t.fields.push(`${label}${name}s ${name}[] @relation("${label}")`);
    }
  }],
  ['name many-to-many', (s, r) => {
    const found = models(s).flatMap(([name, m]) => m.fields.filter((line) => /^\w+ \w+\[\]$/.test(line) && s.models[typeOf(line).slice(0, -2)]?.fields.some((other) => typeOf(other) === `${name}[]`)).map((line) => [name, m, line]));
    const [name, m, line] = pick(found, r);
    const label = `mn${Math.floor(r() * 1e6)}`;
    const t = s.models[typeOf(line).slice(0, -2)];
    replace(m, line, [`${line} @relation("${label}")`]);
    t.fields = t.fields.map((other) => (typeOf(other) === `${name}[]` && /^\w+ \w+\[\]$/.test(other) ? `${other} @relation("${label}")` : other));
  }],
  ['add enum value', (s, r) => {
    const name = pick(Object.keys(s.enums), r);
    s.enums[name].splice(Math.floor(r() * (s.enums[name].length + 1)), 0, [pick(['NEW', 'OLD', 'OTHER', 'NONE'], r)]);
  }],
  ['remove enum value', (s, r) => {
    const name = pick(Object.keys(s.enums), r);
    s.enums[name].splice(Math.floor(r() * s.enums[name].length), 1);
  }],
  ['rename enum value', (s, r) => {
    const values = s.enums[pick(Object.keys(s.enums), r)];
    const index = Math.floor(r() * values.length);
    values[index] = chance(r, 0.4) ? [`${values[index][0]}X`, `@map("${values[index][0]}")`] : [`${values[index][0]}_2`];
  }],
  ['rename enum', (s, r) => {
    const name = pick(Object.keys(s.enums), r);
    const fresh = `${name}Type`;
    s.enums = Object.fromEntries(Object.entries(s.enums).map(([other, value]) => [other === name ? fresh : other, value]));
    if (s.enumSchemas?.[name]) s.enumSchemas[fresh] = s.enumSchemas[name];
    if (chance(r, 0.5)) (s.enumMaps ??= {})[fresh] = name;
    for (const [, m] of models(s)) m.fields = m.fields.map((line) => (typeOf(line).replace(/[[\]?]/g, '') === name ? line.replace(new RegExp(` ${name}\\b`), ` ${fresh}`) : line));
  }],
  ['add enum', (s, r) => {
    s.enums.Color = [['RED'], ['BLUE']];
    if (s.schemas) (s.enumSchemas ??= {}).Color = s.schemas[0];
    const [, m] = pick(models(s), r);
    m.fields.push(`color${Math.floor(r() * 100)} Color${pick(['', '?', '[]', ' @default(RED)'], r)}`);
  }],
  ['enum to text', (s, r) => {
    const [, m] = pick(models(s).filter(([, m]) => m.fields.some((line) => typeOf(line).replace(/[[\]?]/g, '') in s.enums)), r);
    const line = pick(m.fields.filter((line) => typeOf(line).replace(/[[\]?]/g, '') in s.enums), r);
    replace(m, line, [line.replace(typeOf(line), typeOf(line).replace(/^\w+/, 'String')).replace(/ @default\((\w+)\)/, chance(r, 0.5) ? ' @default("$1")' : '')]);
  }],
  ['move schema', (s, r) => {
    const [, m] = pick(models(s), r);
    m.attributes = m.attributes.map((line) => (line.startsWith('@@schema') ? `@@schema("${pick(s.schemas, r)}")` : line));
  }],
  ['move enum', (s, r) => {
    const name = pick(Object.keys(s.enums), r);
    s.enumSchemas[name] = pick(s.schemas, r);
  }],
  ['relation mode', (s, r) => {
    if (!chance(r, 0.5)) throw new Error('seldom');
    s.relationMode = s.relationMode === 'prisma' ? undefined : 'prisma';
  }],
  ['move field', (s, r) => {
    const [, m] = pick(models(s), r);
    m.fields.push(...m.fields.splice(Math.floor(r() * m.fields.length), 1));
  }],
];
