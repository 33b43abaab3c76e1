// Tables gone through to the end: native types, Unsupported, attributes, defaults, operator classes, conditions, relations, actions.
// Where a check of one line does not touch the next, many lines share a schema, and each is compared.
import {
  ACTIONS, INDEX_TYPES, NATIVE_TYPES, NATIVE_TYPE_NAMES, OPERATOR_CLASSES, PROVIDERS, SCALARS, datasource, generator, idOf, openingFeatures,
} from './facts.mjs';

const EVERYWHERE = [...PROVIDERS, null];
const model = (provider, lines, name = 'A') => `model ${name} {\n  k ${idOf(provider)}\n${lines.map(line => `  ${line}\n`).join('')}}\n`;

const NUMBERS = `(0) (1) (2) (3) (6) (7) (53) (54) (64) (65) (255) (256) (4000) (4001) (8000) (8001) (65535) (65536) (4294967295) (4294967296) (007)
  (-1) (1.5) ("3") (Max) (max) (x) (f(1)) ([3]) (n:3) (3,) (10,2) (2,10) (0,0) (1,1) (38,38) (39,2) (65,30) (65,31) (66,1) (1000,1000) (1001,1) (1,-1) (1,2,3)`
  .split(/\s+/);

export function* nativeTypes(line) {
  for (const provider of EVERYWHERE)
    for (const type of [...NATIVE_TYPE_NAMES, 'text', 'Foo']) {
      const isKnown = Object.values(NATIVE_TYPES[provider] ?? {}).flat().some(known => known.replace(/\(.*/, '') === type);
      const arguments_ = isKnown ? ['', '()', ...NUMBERS] : ['', '(3)', '(10,2)'];
      yield datasource(provider, line) + model(provider, SCALARS.flatMap((scalar, i) => arguments_.map((list, j) => `f${i}x${j} ${scalar} @db.${type}${list}`)));
    }
  for (const provider of PROVIDERS)
    for (const type of Object.values(NATIVE_TYPES[provider]).flat()) {
      const lines = SCALARS.flatMap((scalar, i) => [`a${i} ${scalar}[] @db.${type}`, `b${i} ${scalar}? @db.${type}`, `c${i} ${scalar} @x.${type}`]);
      yield datasource(provider, line) + model(provider, lines);
      yield `${datasource(provider, line)}type T {\n${lines.map(text => `  ${text}\n`).join('')}}\n${model(provider, ['t T'])}`;
      yield datasource(provider, line) + generator(['views']) + model(provider, []) + `view V {\n${lines.map(text => `  ${text}\n`).join('')}}\n`;
    }
}

export function* unsupported(line) {
  for (const provider of EVERYWHERE)
    for (const type of [...NATIVE_TYPE_NAMES, 'circle', '']) {
      const texts = ['', '()', ' ', ' x', ...NUMBERS.map(list => list.replaceAll('"', '\\"'))].map(list => type + list)
        .concat(` ${type}`, `${type}(3) x`, `${type}(3`, `${type} (3)`, type.toLowerCase(), `${type})`, `${type}(10, 2)`, `${type}(10 , 2)x`);
      yield datasource(provider, line) + model(provider, texts.flatMap((text, i) => ['', '?', '[]'].map((modifier, j) => `f${i}x${j} Unsupported("${text}")${modifier}`)));
    }
}

const PLACES = {
  required: a => `model A {\n  k ID\n  b Int\n  f Int @${a}\n}`,
  optional: a => `model A {\n  k ID\n  b Int\n  f String? @${a}\n}`,
  list: a => `model A {\n  k ID\n  b Int\n  f String[] @${a}\n}`,
  moment: a => `model A {\n  k ID\n  b Int\n  f DateTime @${a}\n}`,
  enum: a => `model A {\n  k ID\n  b Int\n  f E @${a}\n}\nenum E {\n  b\n}`,
  relation: a => `model A {\n  k ID\n  b Int\n  r A? @relation("s", fields: [b], references: [k]) @${a}\n  q A[] @relation("s")\n}`,
  composed: a => `model A {\n  k ID\n  b Int\n  f T @${a}\n}\ntype T {\n  b Int\n}`,
  unsupported: a => `model A {\n  k ID\n  b Int\n  f Unsupported("x") @${a}\n}`,
  key: a => `model A {\n  k ID @${a}\n  b Int\n}`,
  keyField: a => `model A {\n  b Int\n  k String @${a}\n}`,
  model: a => `model A {\n  k ID\n  b Int\n  @@${a}\n}`,
  keyless: a => `model A {\n  b Int\n  f String\n  @@${a}\n}`,
  value: a => `model A {\n  k ID\n  b Int\n}\nenum E {\n  b @${a}\n}`,
  enumBlock: a => `model A {\n  k ID\n  b Int\n}\nenum E {\n  b\n  @@${a}\n}`,
  composite: a => `model A {\n  k ID\n  b Int\n}\ntype T {\n  b Int @${a}\n}`,
  compositeBlock: a => `model A {\n  k ID\n  b Int\n}\ntype T {\n  b Int\n  @@${a}\n}`,
  view: a => `model A {\n  k ID\n  b Int\n}\nview V {\n  b Int @${a}\n}`,
  viewBlock: a => `model A {\n  k ID\n  b Int\n}\nview V {\n  b Int\n  f String?\n  @@${a}\n}`,
  ignoredModel: a => `model A {\n  k ID\n  b Int @${a}\n  @@ignore\n}`,
};
const COMMON = ['', '()', '("x")', '(map: "x")', '([b])', '(b)', '(name: "n")', '(1)', '(fields: [b])', '(map: "")', '(map: x)', '(map: "x", map: "y")', '("x", "y")', '(map:)', '("x",)'];
const OWN = {
  id: ['(sort: Desc)', '(sort: Foo)', '(sort: "Asc")', '(length: 3)', '(length: "x")', '(clustered: true)', '(clustered: false)', '(clustered: x)', '([b], name: "n", map: "m")',
    '([b(sort: Desc)])', '([b(length: 3)])', '([b(ops: raw("x"))])', '([])', '([b, f])', '([f, b], name: "b")', '([b, b])', '([b, missing])', '([b.c])', '(fields: [b], clustered: false)'],
  unique: ['(sort: Desc)', '(sort: Foo)', '(length: 3)', '(length: -1)', '(clustered: true)', '([b], name: "b")', '([b], name: "n-n")', '([b], name: "")', '([b(sort: Asc), f])',
    '([b(length: 3)])', '([b(ops: raw("x"))])', '([])', '([b], clustered: true)', '([b, b])', '(where: raw("x"))', '([b], where: { b: 1 })', '([b.c])', '([b(foo: 1)])', '(type: Hash)'],
  index: ['([b], name: "n", map: "m")', '([b], type: Hash)', '([b], type: Foo)', '([b], type: "Hash")', '([b(sort: Desc)], type: Hash)', '([b(sort: Foo)])', '([b(length: 3)])',
    '([b(length: 1.5)])', '([b(ops: raw("x"))])', '([b(ops: Foo)])', '([b(ops: "x")])', '([b(ops: raw(1))])', '([b(ops: raw())])', '([])', '([b], clustered: true)', '([b, missing])',
    '([b.c])', '([b], where: raw("x"))', '([b], where: { b: { not: 1 } })', '([b, f], type: SpGist)', '(["b"])', '([1])', '([b(sort:)])', '([b()])', '([b], type: BTree)'],
  fulltext: ['([f])', '([f(sort: Desc)])', '([f(length: 3)])', '([b, f])', '([])', '([f], map: "m")', '([f(ops: raw("x"))])', '([f], type: Hash)', '([f], clustered: true)'],
  default: ['(autoincrement())', '(now())', '(uuid())', '(value: 1)', '(1, map: "df")', '(autoincrement(), map: "df")', '(value: 1, 2)', '(b)', '("x", map: "")', '(dbgenerated())', '([1])', '(auto())', '(foo())', '(uuid(),)'],
  relation: ['("s")', '(fields: [b], references: [k])', '(fields: b, references: k)', '("s", name: "s")', '(name: "")', '(onDelete: Foo)', '(onDelete: "Cascade")', '(onDelete: SetNull)', '(fields: [b, b], references: [k])',
    '(fields: [r], references: [q])', '(fields: ["b"])', '(fields: [missing], references: [missing])', '("s", fields: [b], references: [k], map: "m")', '(fields: [], references: [])', '(foo: 1)'],
  map: ['(name: "x", map: "y")', '("")', '("_id")', '("$x")', '("a.b")', '("b")', '(x)', '(name: 1)'],
  updatedAt: [], ignore: [], shardKey: ['([b, f])', '([])', '([missing])', '(["b"])', '([b(sort: Desc)])'],
  schema: ['(map: "x")', '(x)', '("")'],
  'db.Text': ['(3)'], foo: [], 'db.Foo.Bar': [], 'x.Text': [], 'db.': [],
};

export function* attributes(line) {
  for (const provider of EVERYWHERE)
    for (const [attribute, own] of Object.entries(OWN))
      for (const list of new Set([...COMMON, ...own]))
        for (const place of Object.values(PLACES))
          yield `${datasource(provider, line)}${generator(openingFeatures(provider, line))}${place(attribute + list).replaceAll('ID', idOf(provider))}\n`;
}

// Ids and shard keys on fields and blocks, as many as one can write.
export function* keys(line) {
  const own = ['', '@id', '@id(map: "")', '@shardKey'], modifiers = ['', '?', '[]'];
  const blocks = ['', '@@id([c])', '@@id([missing])', '@@id([b])', '@@id([])', '@@id([c, c])', '@@id([c], foo: 1)', '@@shardKey([c])', '@@shardKey([missing])', '@@shardKey([b])', '@@shardKey([])', '@@id([c])\n  @@shardKey([b])'];
  for (const provider of ['mysql', 'postgresql'])
    for (const a of own)
      for (const first of modifiers)
        for (const b of own)
          for (const second of modifiers)
            for (const block of blocks)
              for (const end of ['', '  @@ignore\n'])
                if (first !== '[]' || end === '')
                  yield `${datasource(provider, line)}${generator(second === '[]' ? [] : ['shardKeys'])}model A {\n  k Int @unique\n  c Int\n  a Int${first} ${a}\n  b Int${second} ${b}\n  ${block}\n${end}}\n`;
}

const VALUES = `1 -1 0 007 1.5 1.0 9223372036854775807 9223372036854775808 -9223372036854775809 "x" "" "{}" "[1,]" "aGVsbG8=" "YR==" "aGVsbG8" "1.5" "1_000" "1e5" "NaN" "."
  "2020-01-01T00:00:00Z" "2020-01-01" "2020-13-01T00:00:00Z" "2020-02-30T10:00:00+01:00" "2020-01-01T00:00:60Z" "10:00:00" true false True V W null [] [1] ["x"] [true] [V] [W] [[1]] [1,"x"]
  [1.5] ["{}"] ["2020-01-01T00:00:00Z"] [now()] now() now(1) cuid() cuid(1) cuid(2) cuid(3) cuid("1") uuid() uuid(4) uuid(7) uuid(5) uuid(4,7) uuid("4") ulid() ulid(1)
  nanoid() nanoid(10) nanoid(1) nanoid(255) nanoid(256) nanoid(1.5) auto() auto(1) autoincrement() autoincrement(1) dbgenerated() dbgenerated("x") dbgenerated("") dbgenerated(1)
  dbgenerated("a","b") sequence() sequence(start:1) sequence(foo:1) sequence(1) sequence(start:"x") sequence(virtual:true,cache:2,increment:3,minValue:4,maxValue:5)
  sequence(virtual:1) foo() Now() env("X") raw("x") uuid now`.split(/\s+/);

export function* defaults(line) {
  const rest = 'enum E {\n  V\n}\n';
  for (const provider of ['postgresql', 'mysql', 'sqlite', 'sqlserver', 'mongodb', 'cockroachdb'])
    for (const type of [...SCALARS, 'E', 'Unsupported("x")', 'C'])
      for (const value of VALUES)
        for (const modifier of ['', '?', '[]']) {
          const composite = provider === 'mongodb' || type === 'C';
          if (modifier === '?' && !composite) continue;
          yield `${datasource(provider, line)}${provider === 'sqlserver' && type !== 'E' ? '' : rest}${type === 'C' ? 'type C {\n  V String\n}\n' : ''}${
            model(provider, [`f ${type}${modifier} @default(${value})`])}`;
          if (composite)
            yield `${datasource(provider, line)}${rest}type T {\n  f ${type}${modifier} @default(${value})\n}\n${type === 'C' ? 'type C {\n  V String\n}\n' : ''}${model(provider, ['t T'])}`;
        }
}

// A counter, where it stands and what is over it.
export function* counters(line) {
  const ids = ['k Int @id', 'k Int @id @default(autoincrement())', 'k BigInt @id @default(autoincrement())', 'k String @id @default(uuid())'];
  const fields = ['', 'a Int @default(autoincrement())', 'a BigInt @default(autoincrement())', 'a Int @unique @default(autoincrement())', 'a Int? @default(autoincrement())', 'a Int[] @default(autoincrement())'];
  const blocks = ['', '@@index([a])', '@@index([k, a])', '@@index([a, k])', '@@unique([a, b])', '@@unique([k, a])'];
  for (const provider of PROVIDERS) {
    for (const id of ids)
      for (const field of fields)
        for (const block of blocks)
          if (field || !block)
            yield `${datasource(provider, line)}model A {\n  ${provider === 'mongodb' ? id.replace('@id', '@id @map("_id")') : id}\n  b Int\n  ${field}\n  ${block}\n}\n`;
    for (const list of ['[a, b]', '[b, a]', '[a]'])
      yield `${datasource(provider, line)}model A {\n  a Int @default(autoincrement())\n  b Int\n  @@id(${list})\n}\n`;
  }
}

export function* operatorClasses(line) {
  for (const provider of ['postgresql', 'cockroachdb']) {
    const kinds = [...SCALARS, ...SCALARS.map(scalar => scalar + '[]'), 'E', 'E[]', 'Unsupported("x")', 'Unsupported("x")[]',
      ...Object.entries(NATIVE_TYPES[provider]).flatMap(([scalar, list]) => list.filter(type => !type.includes('(')).flatMap(type => [`${scalar} @db.${type}`, `${scalar}[] @db.${type}`]))];
    const fields = kinds.map((kind, i) => `f${i} ${kind}`);
    for (const type of [null, ...INDEX_TYPES])
      for (const ops of [null, 'raw("x")', ...OPERATOR_CLASSES]) {
        if (provider === 'cockroachdb' && ops !== null && !['raw("x")', 'TextOps', 'JsonbOps', 'ArrayOps'].includes(ops)) continue;
        const suffix = type ? `, type: ${type}` : '';
        yield `${datasource(provider, line)}enum E {\n  V\n}\n${model(provider, [...fields,
          ...kinds.map((_, i) => `@@index([f${i}${ops ? `(ops: ${ops})` : ''}], map: "i${i}"${suffix})`)])}`;
      }
    for (const type of INDEX_TYPES)
      for (const list of ['[f0(sort: Desc)]', '[f0, f1]', '[f1, f7]', '[f7, f1]', '[f7(sort: Asc), f9]', '[f9, f10]', '[f0(length: 3)]'])
        yield `${datasource(provider, line)}enum E {\n  V\n}\n${model(provider, [...fields, `@@index(${list}, type: ${type})`])}`;
  }
}

// Native types under ids, uniques, indexes and full-text indexes.
export function* indexedTypes(line) {
  for (const provider of PROVIDERS)
    for (const [scalar, list] of [...Object.entries(NATIVE_TYPES[provider]), ...SCALARS.map(scalar => [scalar, ['']]), ['Unsupported("x")', ['']]])
      for (const type of list) {
        const native = type && ` @db.${type}`, key = provider === 'mongodb' ? ' @map("_id")' : '';
        const head = datasource(provider, line);
        yield `${head}model A {\n  f ${scalar} @id${native}${key}\n}\n`;
        yield head + model(provider, [`f ${scalar} @unique${native}`]);
        yield head + model(provider, [`f ${scalar}? @unique(length: 3)${native}`]);
        for (const block of ['@@index([f])', '@@index([g, f])', '@@unique([g, f])', '@@unique([f(length: 3), g])', '@@index([f(length: 3)])', '@@fulltext([f])', '@@fulltext([f, g])'])
          yield head + model(provider, [`f ${scalar}${native}`, 'g Int', block]);
        if (provider !== 'mongodb')
          for (const block of ['@@id([f])', '@@id([g, f])', '@@id([f(length: 3), g])', '@@id([f(sort: Desc), g])'])
            yield `${head}model A {\n  f ${scalar}${native}\n  g Int\n  ${block}\n}\n`;
      }
}

export function* conditions(line) {
  const values = ['1', '-1', '1.5', '"x"', '""', 'true', 'false', 'null', 'V', 'True', '[1]', 'raw("x")', '{ not: null }', '{ not: 1 }', '{ not: "x" }', '{ not: true }', '{ not: V }',
    '{ not: [1] }', '{ not: { not: 1 } }', '{ is: 1 }', '{}', '{ not: 1, is: 2 }', '{ not: f() }'];
  const kinds = [...SCALARS, 'E', 'String[]', 'Int?', 'E?', 'Unsupported("x")', 'C', 'B'];
  for (const provider of EVERYWHERE)
    for (const features of [['partialIndexes'], []])
      for (const value of values)
        for (const [open, close] of [['@@index([k], ', ')'], ['@@unique([k], ', ')']]) {
          const lines = kinds.map((kind, i) => `f${i} ${kind}`);
          const indexes = kinds.map((_, i) => `${open}where: { f${i}: ${value} }, map: "i${i}"${close}`);
          yield `${datasource(provider, line)}${generator(features)}enum E {\n  V\n}\n${kinds.includes('C') ? 'type C {\n  x Int\n}\n' : ''}${model(provider, [], 'B')}${model(provider, [...lines, ...indexes])}`;
        }
  for (const provider of EVERYWHERE)
    for (const features of [['partialIndexes'], []])
      for (const value of ['raw("x")', 'raw("")', 'raw()', 'raw(1)', 'raw("x", 1)', 'raw(sql: "x")', 'foo("x")', '"x"', 'x', '1', '[1]', '{}', '{ f: 1 }', '{ f: 1, k: 2 }', '{ missing: 1 }', '{ f: 1, f: 2 }', '{ a.b: 1 }'])
        for (const at of [`f Int @unique(where: ${value})`, `f Int @id(where: ${value})`]) {
          yield datasource(provider, line) + generator(features) + (at.includes('@id') ? `model A {\n  k Int\n  ${at}\n}\n` : model(provider, [at]));
          yield datasource(provider, line) + generator(features) + model(provider, ['f Int', `@@index([f], where: ${value})`, `@@unique([f], where: ${value})`, `@@fulltext([f], where: ${value})`]);
        }
}

// Two fields that point at each other's models, each way their halves of the relation can be written.
export function* relations(line) {
  const halves = ['', '@relation(fields: [x], references: [k])', '@relation(fields: [x])', '@relation(references: [k])', '@relation(onDelete: Cascade)',
    '@relation(fields: [x], references: [k], onDelete: NoAction, onUpdate: NoAction)', '@relation(fields: [x, y], references: [k])', '@relation(fields: [l], references: [k])', '@relation("n")'];
  const column = ['x Int @unique', 'x Int', 'x Int?'];
  for (const provider of ['postgresql', 'sqlserver', 'mongodb'])
    for (const a of ['B', 'B?', 'B[]'])
      for (const b of ['A', 'A?', 'A[]'])
        for (const first of halves)
          for (const second of halves)
            for (const x of column)
              if (x === column[0] || provider === 'postgresql')
                yield `${datasource(provider, line)}${['A', 'B'].map((name, i) => `model ${name} {\n  k ${idOf(provider)}\n  ${x}\n  y Int\n${
                  provider === 'sqlserver' ? '' : '  l Int[]\n'}  r ${[a, b][i]} ${[first, second][i]}\n}\n`).join('')}`;
}

export function* actions(line) {
  const choices = [null, ...ACTIONS];
  for (const provider of EVERYWHERE)
    for (const mode of provider === null ? [null] : [null, 'prisma', 'foreignKeys'])
      for (const onDelete of choices)
        for (const onUpdate of choices)
          for (const optional of ['', '?']) {
            const head = provider === null ? '' : datasource(provider, line, ...(mode ? [`relationMode = "${mode}"`] : []));
            const list = `${onDelete ? `, onDelete: ${onDelete}` : ''}${onUpdate ? `, onUpdate: ${onUpdate}` : ''}`;
            yield `${head}${model(provider, ['b B[]'])}${model(provider, [`x Int${optional}`, `a A${optional} @relation(fields: [x], references: [k]${list})`], 'B')}`;
            yield `${head}${model(provider, [`x Int${optional}`, `p A${optional} @relation("t", fields: [x], references: [k]${list})`, 'c A[] @relation("t")', '@@index([x])'])}`;
            yield `${head}${model(provider, ['bs B[]', 'x Int?', `b B? @relation("u", fields: [x], references: [k]${list})`])}${
              model(provider, [`x Int${optional}`, `a A${optional} @relation(fields: [x], references: [k]${list})`, 'as A[] @relation("u")'], 'B')}`;
          }
  // Diamonds and triangles, for the paths of SQL Server.
  for (const provider of ['sqlserver', 'mongodb', 'postgresql'])
    for (const mode of [null, 'prisma'])
      for (let pattern = 0; pattern < 16; pattern++) {
        const end = bit => pattern >> bit & 1 ? ', onDelete: NoAction, onUpdate: NoAction' : '';
        const to = (target, field, bit) => [`${field}Id Int`, `${field} ${target} @relation("${field}", fields: [${field}Id], references: [k]${end(bit)})`];
        const head = datasource(provider, line, ...(mode ? [`relationMode = "${mode}"`] : []));
        yield head + model(provider, ['b1 B[] @relation("ba")', 'c1 C[] @relation("ca")']) + model(provider, [...to('A', 'ba', 0), 'd1 D[] @relation("db")'], 'B')
          + model(provider, [...to('A', 'ca', 1), 'd2 D[] @relation("dc")'], 'C') + model(provider, [...to('B', 'db', 2), ...to('C', 'dc', 3)], 'D');
        yield head + model(provider, [...to('C', 'ac', 0), 'b1 B[] @relation("ba")', 'd1 D[] @relation("da")']) + model(provider, [...to('A', 'ba', 1), 'c1 C[] @relation("cb")'], 'B')
          + model(provider, [...to('B', 'cb', 2), 'a1 A[] @relation("ac")'], 'C') + model(provider, to('A', 'da', 3), 'D');
        yield head + model(provider, ['b1 B[] @relation("p")', 'b2 B[] @relation("q")']) + model(provider, [...to('A', 'p', 0), ...to('A', 'q', 1), 'sId Int?',
          `s B? @relation("s", fields: [sId], references: [k]${end(2)})`, 'ss B[] @relation("s")'], 'B');
      }
}
