// What may go wrong in a schema, slip by slip: { name, edit(outline, random) }; edit answers whether it found a place.
import { ACTIONS, INDEX_TYPES, NATIVE_TYPES, NATIVE_TYPE_NAMES, OPERATOR_CLASSES, SCALARS } from './facts.mjs';

const MODELS = ['model', 'view'], TYPED = ['model', 'view', 'type'];
const long = length => 'l' + 'o'.repeat(length - 2) + 'g';
const RESERVED = ['class', 'async', 'PrismaClient', 'using', 'null', 'enum', 'default', 'Prisma', 'Unsupported'];

// Attributes put on fields, by the kind of field.
const ON_FIELD = {
  any: ['@foo', '@@map("x")', '@index', '@id', '@unique', '@relation("x")', '@updatedAt', '@ignore', '@map', '@map("x", "y")', '@map(name: "a", name: "b")', '@map("a", name: "b")', '@map(map: "x")', '@map(x)', '@map(1)',
    '@map("")', '@map(name:)', '@map("x",)', '@shardKey', '@shardKey(1)', '@default', '@default()', '@default(1, 2)', '@db.Foo', '@db', '@1a', '@a-b', '@map("\\q")', '@map("\\u12")', '@map("\\uD83D")', '@ignore @ignore', '@map("$x")', '@map("a.b")', '@map("_id")'],
  scalar: ['@id(map: "")', '@id(sort: Foo)', '@id(sort: Desc)', '@id(length: 3)', '@id(length: -3)', '@id(clustered: false)', '@id(clustered: true)', '@id(map: "pk")', '@id("x")', `@id(map: "${long(200)}")`, '@unique(map: "")', '@unique(sort: Foo)',
    '@unique(sort: "Asc")', '@unique(length: 5)', '@unique(length: "5")', '@unique(clustered: true)', '@unique(clustered: 1)', `@unique(map: "${long(64)}")`, `@unique(map: "${long(130)}")`, `@unique(map: "${'é'.repeat(33)}")`, `@unique(map: "${long(10001)}")`,
    '@unique(map: "same")', '@unique(foo: 1)', '@unique([id])', '@relation(fields: [id], references: [id])', '@updatedAt', '@id @unique', '@x.Text', '@db.Text @db.Text', '@db.VarChar(-1)', '@db.VarChar(70000)',
    '@db.Decimal(2, 10)', '@db.Decimal(2000, 1)', '@db.Decimal(10)', '@db.Bit(0)', '@db.Text(3)', '@db.Int(3)', '@db.VarChar(1, 2)', '@db.Text', '@db.VarChar', '@map("same")', '@unique(where: raw(""))', '@unique(where: raw(1))', '@unique(where: x)', '@unique(where: {})'],
  relation: ['@id', '@unique', '@default("x")', '@map("x")', '@db.Text', '@ignore', '@updatedAt', '@relation', '@relation("other")', '@relation("")', '@relation(map: "")', '@shardKey'],
  enum: ['@db.Text', '@default(MISSING)', '@default("x")', '@default(1)', '@default(now())', '@default(dbgenerated("x"))', '@id', '@unique', '@updatedAt', '@default([MISSING])'],
  list: ['@id', '@unique', '@default(1)', '@default("x")', '@default([[1]])', '@updatedAt', '@shardKey', '@default([x])', '@default([now()])'],
  optional: ['@id', '@shardKey', '@unique', '@default(null)'],
  unsupported: ['@ignore', '@default("x")', '@default(dbgenerated("x"))', '@unique', '@id', '@db.Text', '@default([])'],
  composite: ['@default("x")', '@default({ a: 1 })', '@unique', '@id', '@map("x")', '@db.Text', '@default(dbgenerated())'],
  String: ['@unique @db.Text', '@unique @db.Xml', '@id @db.Text', '@unique @db.VarChar(Max)', '@db.ObjectId', '@default(auto()) @db.ObjectId', '@default(auto())', '@id @default(auto())'],
  Int: ['@default(autoincrement())', '@default(autoincrement(1))', '@default(autoincrement(), map: "x")', '@default(1.5)', '@default(9223372036854775808)', '@default(sequence())', '@default(sequence(foo: 1))', '@default(sequence(start: "x"))', '@shardKey', '@shardKey @shardKey'],
  BigInt: ['@default(autoincrement())', '@default(1.0)', '@default(now())'], Float: ['@default("x")', '@default(uuid())'],
  Decimal: ['@default("x")', '@default("1_")', '@default(true)'], DateTime: ['@default("2020")', '@updatedAt', '@default("2020-13-01T00:00:00Z")', '@default(now(1))'],
  Json: ['@default("{")', '@default("")', '@default(1)', '@default("\\uD83D")', '@unique', '@id'], Bytes: ['@default("YR==")', '@default("a")', '@id', '@unique @db.Blob', '@id @db.Blob'], Boolean: ['@default(True)', '@default(maybe)', '@default("true")', '@default(1)'],
};

const DEFAULTS = ['1', '1.5', '"x"', '""', 'true', 'maybe', 'MISSING', '[]', '[1]', '["x"]', '[true]', '[[1]]', 'now()', 'now(1)', 'uuid()', 'uuid(5)', 'uuid("4")', 'uuid', 'cuid(3)', 'ulid(1)', 'nanoid(1)', 'nanoid("x")', 'nanoid(256)', 'auto()',
  'auto(1)', 'autoincrement()', 'autoincrement(1)', 'dbgenerated("")', 'dbgenerated(1)', 'dbgenerated("a", "b")', 'dbgenerated()', 'sequence()', 'sequence(1)', 'foo()', 'env("X")', 'value: 1, 2', '1, value: 1', '1, map: "df"', '1, map: ""', 'map: "df"',
  '1, foo: 2', '1,', 'uuid(4,)', 'foo(a:)', '[foo(a:)]', 'map:', '{ a: 1 }', '[{ a: 1 }]', '99999999999999999999', '"2020-01-01"', 'null', 'autoincrement(), map: "x"'];

// Attributes put at the end of blocks. F1, F2: columns; REL: a relation field; OPT, LIST, UNS, COM, ENU: columns of that kind.
const ON_BLOCK = ['@@foo', '@@default(1)', '@@db.Text', '@@id([F1])', '@@id([F1, F2])', '@@id([])', '@@id([missing])', '@@id([REL])', '@@id([OPT])', '@@id([LIST])', '@@id([F1, F1])', '@@id([F1], map: "")', '@@id([F1], name: "")', '@@id([F1], name: "F2")', '@@id([F1(sort: Desc), F2])',
  '@@id([F1(length: 3)])', '@@id([F1], map: "pk")', '@@id([F1], clustered: false)', '@@id([F1, F2], name: "a-b")', '@@id([a.b])', '@@id', '@@id(map: "x")', '@@id([UNS])', '@@id([COM])',
  '@@unique([F1])', '@@unique([F1, F2])', '@@unique([])', '@@unique([missing, F1])', '@@unique([REL])', '@@unique([F1, F1])', '@@unique([F1], name: "F2")', '@@unique([F1, F2], name: "REL")', '@@unique([F1], name: "")', '@@unique([F1], name: "a b")', '@@unique([F1], map: "")',
  '@@unique([F1, F2], name: "twice")\n@@unique([F2, F1], name: "twice")', '@@unique([F1(ops: raw("x"))])', '@@unique([F1(length: 3)])', '@@unique([F1(sort: Foo)])', '@@unique([F1], clustered: true)', '@@unique(F1, F2)', '@@unique([F1], [F2])', '@@unique([F1], foo: 1)', '@@unique',
  '@@unique([COM, F1])', '@@unique([F1], where: x)', '@@unique([F1], where: { missing: 1 })', '@@unique([F1], map: "same")', `@@unique([F1], map: "${long(140)}")`, '@@unique([F1], type: Hash)', '@@unique([UNS])', '@@unique([id])', '@@unique([LIST])',
  '@@index([F1])', '@@index([F1])\n@@index([F1])', '@@index([])', '@@index([missing])', '@@index([missing, absent])', '@@index([REL])', '@@index([F1, F1])', '@@index([F1], name: "n", map: "m")', '@@index([F1], map: "")', '@@index([F1], name: "")', '@@index([F1], type: Foo)',
  '@@index([F1], type: "Hash")', '@@index([F1(sort: Desc)], type: Hash)', '@@index([F1(sort: Foo)])', '@@index([F1(sort: "Asc")])', '@@index([F1(length: 3)])', '@@index([F1(length: "3")])', '@@index([F1(ops: Foo)])', '@@index([F1(ops: "x")])', '@@index([F1(ops: raw(1))])',
  '@@index([F1(ops: raw())])', '@@index([F1(ops: raw("a", "b"))])', '@@index([F1], clustered: true)', '@@index([F1], clustered: true)\n@@index([F2], clustered: true)', '@@index([F1], clustered: maybe)', '@@index([F1], type: Gin)', '@@index([F1, F2], type: SpGist)', '@@index([F1(sort:)])',
  '@@index([F1],)', '@@index(map: "x")', '@@index(fields: [F1], fields: [F2])', '@@index([F1], fields: [F2])', '@@index([F1], where: raw(""))', '@@index([F1], where: {})', '@@index([F1], where: { REL: 1 })', '@@index([F1], where: { UNS: 1 })', '@@index([F1], where: { COM: 1 })', '@@index([F1], where: { F1: { is: 1 } })',
  '@@index([F1], where: { F1: {} })', '@@index([F1], where: { F1: x })', '@@index([F1], where: { F1: [1] })', '@@index([F1], where: { F1: true })', '@@index([F1], where: { F1: 1, F2: "x" })', '@@index([F1], where: { ENU: 1 })', '@@index([F1], where: raw("x"))', '@@index([F1], where: foo("x"))', '@@index([F1.x])', '@@index([COM.missing])', '@@index([COM])',
  '@@index([F1, F2(sort: Desc)], map: "same")\n@@index([F2], map: "same")', `@@index([F1], map: "${long(70)}")`, `@@index([F1], map: "${'é'.repeat(32)}")`, '@@index([LIST], type: Gin)', '@@index([OPT(ops: ArrayOps)], type: Gin)', '@@index([UNS], type: Gist)', '@@index([F1], type: Brin)', '@@index([ENU], type: Brin)',
  '@@index([LIST, F1], type: Gin)', '@@index([LIST(ops: ArrayOps)], type: Gin)', '@@fulltext([F1])', '@@fulltext([F1], map: "")', '@@fulltext([F1(length: 3)])', '@@fulltext([F1(sort: Asc)])', '@@fulltext([F1, F2(sort: Asc), OPT])', '@@fulltext([F1])\n@@fulltext([F2])', '@@fulltext([])', '@@fulltext([REL])', '@@fulltext([missing])',
  '@@fulltext([F1(ops: raw("x"))])', '@@shardKey([F1])', '@@shardKey([])', '@@shardKey([missing])', '@@shardKey([REL])', '@@shardKey([OPT])', '@@shardKey(["F1"])', '@@shardKey([F1])\n@@shardKey([F2])', '@@map("x")', '@@map("")', '@@map', '@@map(x)', '@@map("same")', '@@map(name: "a", map: "b")', '@@map("a")\n@@map("b")',
  '@@schema("missing")', '@@schema("base")', '@@schema(name: "base")', '@@schema', '@@schema(base)', '@@ignore', '@@ignore(1)', '@@ignore\n@@ignore', '@@1x', '@@a-b', '@@index([1])', '@@index(["x"])', '@@index("x")', '@@unique([F1()])', '@@unique([F1(x: 1)])', '@@unique([F1], map: "a", name: "b")', '@@index([F1], map:)', '@@index([F1], map: x)'];

const RELATION = {
  'without fields': text => text.replace(/,? *fields: *\[[^\]]*\]/, ''),
  'without references': text => text.replace(/,? *references: *\[[^\]]*\]/, ''),
  'without both': text => text.replace(/,? *fields: *\[[^\]]*\]/, '').replace(/,? *references: *\[[^\]]*\]/, ''),
  'empty fields': text => text.replace(/fields: *\[[^\]]*\]/, 'fields: []'),
  'empty references': text => text.replace(/references: *\[[^\]]*\]/, 'references: []'),
  'unknown field': text => text.replace(/fields: *\[/, 'fields: [missing, '),
  'only unknown fields': text => text.replace(/fields: *\[[^\]]*\]/, 'fields: [missing]'),
  'unknown reference': text => text.replace(/references: *\[[^\]]*\]/, 'references: [missing]'),
  'field twice': text => text.replace(/fields: *\[([^\],]*)/, 'fields: [$1, $1'),
  'reference twice': text => text.replace(/references: *\[([^\],]*)/, 'references: [$1, $1'),
  'other reference': (text, random) => text.replace(/references: *\[[^\]]*\]/, `references: [${random.pick(['name', 'one', 'two', 'title', 'code', 'kind', 'id'])}]`),
  'references turned': text => text.replace(/references: *\[(\w+), (\w+)\]/, 'references: [$2, $1]'),
  'fields turned': text => text.replace(/fields: *\[(\w+), (\w+)\]/, 'fields: [$2, $1]'),
  'both turned': text => text.replace(/\[(\w+), (\w+)\]/g, '[$2, $1]'),
  'text for a field': text => text.replace(/fields: *\[(\w+)/, 'fields: ["$1"'),
  'dotted field': text => text.replace(/fields: *\[(\w+)/, 'fields: [$1.x'),
  'field without brackets': text => text.replace(/fields: *\[(\w+)\]/, 'fields: $1'),
  'no name': text => text.replace(/(name: *)?"[^"]*",? */, ''),
  'other name': text => text.replace(/"[^"]*"/, '"another"'),
  'empty name': text => text.replace(/"[^"]*"/, '""'),
  'two names': text => text.replace(/\((name: *)?("[^"]*")/, '($2, name: $2'),
  'map': text => text.replace(/\)$/, ', map: "same")'),
  'empty map': text => text.replace(/\)$/, ', map: "")'),
  'long map': text => text.replace(/\)$/, `, map: "${long(129)}")`),
  'unknown argument': text => text.replace(/\)$/, ', foo: 1)'),
  'trailing comma': text => text.replace(/\)$/, ',)'),
  'unknown action': text => text.replace(/\)$/, ', onDelete: Foo)'),
  'action in quotes': text => text.replace(/\)$/, ', onUpdate: "Cascade")'),
  'gone': () => '',
};

const CONFIG = {
  datasource: ['provider = "oracle"', 'provider = ""', 'provider = env("X")', 'provider = x', 'provider = ["postgresql"]', 'provider =', 'url = "x"', 'url = 1', 'url = env()', 'url = env("A", "B")', 'url = env(name: "X")', 'url = env(1)', 'url = foo("x")', 'url =', 'directUrl = env("DIRECT")', 'directUrl = "same"\nshadowDatabaseUrl = "same"',
    'shadowDatabaseUrl = env("DATABASE_URL")', 'shadowDatabaseUrl = "x"', 'relationMode = "foo"', 'relationMode = "prisma"', 'relationMode = "foreignKeys"', 'relationMode = prisma', 'referentialIntegrity = "prisma"', 'referentialIntegrity = "foo"', 'schemas = []', 'schemas = ["a", "a"]', 'schemas = ["base"]', 'schemas = "base"', 'schemas = [a]',
    'extensions = [a]', 'extensions = [a-b]', 'extensions = [a("x")]', 'extensions = [a(foo: "x")]', 'extensions = [a(version: 1)]', 'extensions = [a(schema: x)]', 'extensions = ["a"]', 'extensions = [1]', 'previewFeatures = ["views"]', 'foo = 1', 'foo = "x"\nfoo = "y"', '@@map("x")', 'x Int', 'x = ', 'x = [', 'x = 1a', 'x = "\\q"', 'x = { a: 1 }'],
  generator: ['provider =', 'previewFeatures = ["foo"]', 'previewFeatures = ["foo", "bar"]', 'previewFeatures = "views"', 'previewFeatures = []', 'previewFeatures = [views]', 'previewFeatures = env("X")', 'previewFeatures = ["multiSchema"]', 'previewFeatures = ["fullTextSearch"]', 'previewFeatures = ["fullTextSearchPostgres"]', 'previewFeatures = ["metrics"]',
    'previewFeatures = ["partialIndexes"]', 'binaryTargets = env()', 'binaryTargets = 1', 'engineType = 1', 'output = env(name: "X")', 'output = foo()', 'provider = 1', 'a = 1\na = 2', 'x Int', '@@map("x")', 'x = { a: 1 }'],
};

// Whole models that stumble over one another, put at the end.
const SCENES = {
  'two unnamed relations': 'model A9 {\n  K\n  b B9[]\n}\nmodel B9 {\n  K\n  x Int\n  a1 A9 @relation(fields: [x], references: [k])\n  a2 A9 @relation(fields: [x], references: [k])\n}',
  'one name twice': 'model A9 {\n  K\n  b B9[] @relation("n")\n}\nmodel B9 {\n  K\n  x Int\n  a1 A9 @relation("n", fields: [x], references: [k])\n  a2 A9 @relation("n", fields: [x], references: [k])\n}',
  'unnamed self-relation': 'model A9 {\n  K\n  x Int?\n  a A9? @relation(fields: [x], references: [k])\n  b A9[]\n}',
  'three unnamed to itself': 'model A9 {\n  K\n  x Int?\n  a A9? @relation(fields: [x], references: [k])\n  b A9[]\n  c A9[]\n}',
  'three named to itself': 'model A9 {\n  K\n  x Int?\n  a A9? @relation("n", fields: [x], references: [k])\n  b A9[] @relation("n")\n  c A9[] @relation("n")\n}',
  'cycle': 'model A9 {\n  K\n  x Int\n  b B9 @relation("p", fields: [x], references: [k])\n  bs B9[] @relation("q")\n}\nmodel B9 {\n  K\n  x Int\n  a A9 @relation("q", fields: [x], references: [k])\n  as A9[] @relation("p")\n}',
  'self cascade': 'model A9 {\n  K\n  x Int?\n  a A9? @relation("n", fields: [x], references: [k], onDelete: SetNull)\n  b A9[] @relation("n")\n}',
  'two paths': 'model A9 {\n  K\n  b B9[]\n  c C9[]\n}\nmodel B9 {\n  K\n  x Int\n  a A9 @relation(fields: [x], references: [k])\n  c C9[]\n}\nmodel C9 {\n  K\n  x Int\n  y Int\n  a A9 @relation(fields: [x], references: [k])\n  b B9 @relation(fields: [y], references: [k])\n}',
  'paths to two': 'model R9 {\n  K\n  a A9[]\n}\nmodel A9 {\n  K\n  x Int\n  r R9 @relation(fields: [x], references: [k])\n  b B9[]\n  c C9[]\n}\nmodel B9 {\n  K\n  x Int\n  a A9 @relation(fields: [x], references: [k])\n  c C9[]\n}\nmodel C9 {\n  K\n  x Int\n  y Int\n  a A9 @relation(fields: [x], references: [k])\n  b B9 @relation(fields: [y], references: [k])\n}',
  'both required': 'model A9 {\n  K\n  b B9\n}\nmodel B9 {\n  K\n  x Int @unique\n  a A9 @relation(fields: [x], references: [k])\n}',
  'columns on the optional side': 'model A9 {\n  K\n  x Int @unique\n  b B9? @relation(fields: [x], references: [k])\n}\nmodel B9 {\n  K\n  a A9\n}',
  'columns split': 'model A9 {\n  K\n  b B9? @relation(references: [k])\n}\nmodel B9 {\n  K\n  x Int @unique\n  a A9 @relation(fields: [x])\n}',
  'columns split the other way': 'model A9 {\n  K\n  x Int @unique\n  b B9? @relation(fields: [x])\n}\nmodel B9 {\n  K\n  a A9 @relation(references: [k])\n}',
  'one to one without fields': 'model A9 {\n  K\n  b B9?\n}\nmodel B9 {\n  K\n  a A9\n}',
  'one to one not unique': 'model A9 {\n  K\n  b B9?\n}\nmodel B9 {\n  K\n  x Int\n  a A9 @relation(fields: [x], references: [k])\n}',
  'one to one over two columns': 'model A9 {\n  K\n  p Int\n  q Int\n  b B9?\n  @@unique([p, q])\n}\nmodel B9 {\n  K\n  x Int\n  y Int\n  a A9 @relation(fields: [x, y], references: [p, q])\n}',
  'references turned': 'model A9 {\n  K\n  p Int\n  q Int\n  b B9[]\n  @@unique([p, q])\n}\nmodel B9 {\n  K\n  x Int\n  y Int\n  a A9 @relation(fields: [x, y], references: [q, p], onDelete: NoAction, onUpdate: NoAction)\n}',
  'references no key': 'model A9 {\n  K\n  p Int\n  q Int\n  b B9[]\n}\nmodel B9 {\n  K\n  x Int\n  y Int\n  a A9 @relation(fields: [x, y], references: [p, q])\n}',
  'actions on both sides': 'model A9 {\n  K\n  b B9? @relation(onDelete: Cascade)\n}\nmodel B9 {\n  K\n  x Int @unique\n  a A9 @relation(fields: [x], references: [k], onDelete: Cascade)\n}',
  'actions on the other side': 'model A9 {\n  K\n  b B9? @relation(onUpdate: Cascade)\n}\nmodel B9 {\n  K\n  x Int @unique\n  a A9 @relation(fields: [x], references: [k])\n}',
  'actions on a list': 'model A9 {\n  K\n  b B9[] @relation(onDelete: Cascade)\n}\nmodel B9 {\n  K\n  x Int\n  a A9 @relation(fields: [x], references: [k])\n}',
  'both sides hold': 'model A9 {\n  K\n  x Int? @unique\n  b B9? @relation(fields: [x], references: [k])\n}\nmodel B9 {\n  K\n  x Int? @unique\n  a A9? @relation(fields: [x], references: [k])\n}',
  'SetNull over required': 'model A9 {\n  K\n  b B9[]\n}\nmodel B9 {\n  K\n  x Int\n  a A9 @relation(fields: [x], references: [k], onDelete: SetNull, onUpdate: SetNull)\n}',
  'SetDefault': 'model A9 {\n  K\n  b B9[]\n}\nmodel B9 {\n  K\n  x Int\n  a A9 @relation(fields: [x], references: [k], onDelete: SetDefault)\n}',
  'many to many with actions': 'model A9 {\n  K\n  b B9[] @relation(onDelete: Cascade)\n}\nmodel B9 {\n  K\n  a A9[] @relation(onUpdate: Cascade)\n}',
  'many to many with references': 'model A9 {\n  K\n  x Int\n  b B9[] @relation(references: [k])\n}\nmodel B9 {\n  K\n  x Int\n  a A9[] @relation(references: [x])\n}',
  'many to many without id': 'model A9 {\n  x Int @unique\n  b B9[]\n}\nmodel B9 {\n  K\n  a A9[]\n}',
  'many to many': 'model A9 {\n  K\n  b B9[]\n}\nmodel B9 {\n  K\n  a A9[]\n}',
  'many to many with a view': 'model A9 {\n  K\n  b V9[]\n}\nview V9 {\n  k Int @unique\n  a A9[]\n}',
  'embedded': 'model A9 {\n  K\n  bs Int[]\n  b B9[] @relation(fields: [bs], references: [k])\n}\nmodel B9 {\n  K\n  as Int[]\n  a A9[] @relation(fields: [as], references: [k], onDelete: Cascade)\n}',
  'embedded in part': 'model A9 {\n  K\n  bs Int[]\n  b B9[] @relation(fields: [bs])\n}\nmodel B9 {\n  K\n  as Int[]\n  a A9[] @relation(references: [k])\n}',
  'embedded to no id': 'model A9 {\n  K\n  n Int\n  bs Int\n  b B9[] @relation(fields: [bs], references: [n])\n}\nmodel B9 {\n  K\n  n Int\n  as String[]\n  a A9[] @relation(fields: [as], references: [k])\n}',
  'native types apart': 'model A9 {\n  k String @id @map("_id") @db.ObjectId\n  b B9[]\n}\nmodel B9 {\n  K\n  x String\n  a A9 @relation(fields: [x], references: [k], onDelete: NoAction, onUpdate: NoAction)\n}',
  'types apart': 'model A9 {\n  K\n  b B9[]\n}\nmodel B9 {\n  K\n  x String\n  a A9 @relation(fields: [x], references: [k])\n}',
  'no opposite field': 'model A9 {\n  K\n}\nmodel B9 {\n  K\n  x Int\n  a A9 @relation(fields: [x], references: [k])\n}',
  'no opposite list': 'model A9 {\n  K\n  b B9[]\n}\nmodel B9 {\n  K\n}',
  'to an ignored model': 'model A9 {\n  K\n  b B9[]\n  @@ignore\n}\nmodel B9 {\n  K\n  x Int\n  a A9 @relation(fields: [x], references: [k])\n}',
  'one table for two': 'model A9 {\n  K\n  @@map("t9")\n}\nmodel B9 {\n  K\n  @@map("t9")\n}', 'the table of another': 'model A9 {\n  K\n}\nmodel B9 {\n  K\n  @@map("A9")\n}',
  'one type for two enums': 'enum A9 {\n  V\n  @@map("t9")\n}\nenum B9 {\n  V\n  @@map("t9")\n}',
  'no key': 'model A9 {\n  x Int\n}', 'optional key': 'model A9 {\n  x Int? @unique\n  y Int[]\n  @@unique([x, y])\n}', 'unsupported key': 'model A9 {\n  x Unsupported("x") @unique\n}', 'empty model': 'model A9 {\n}', 'empty enum': 'enum A9 {\n}', 'empty type': 'type A9 {\n}', 'empty view': 'view A9 {\n}',
  'type in itself': 'type A9 {\n  a A9\n}', 'types in a cycle': 'type A9 {\n  b B9\n}\ntype B9 {\n  a A9\n}', 'model in a type': 'type A9 {\n  b B9\n  c B9[]\n}\nmodel B9 {\n  K\n}', 'unsupported with default in a type': 'type A9 {\n  a Unsupported("x") @default(dbgenerated("x"))\n  b String @default("x", map: "m")\n  c Int @default(foo())\n}',
  'a name twice in a type': 'type A9 {\n  a Int\n  a String\n}', 'a column twice in a type': 'type A9 {\n  a Int @map("c")\n  b Int @map("c")\n  c Int\n}', 'a column twice': 'model A9 {\n  K\n  a Int @map("b")\n  b Int\n}',
  'empty id': 'model A9 {\n  a Int\n  @@id([])\n}', 'sorted hash index': 'model A9 {\n  K\n  a Int\n  @@index([a(sort: Asc)], type: Hash)\n}', 'scale and range': 'model A9 {\n  K\n  a Decimal @db.Decimal(2, 3)\n  b Decimal @db.Decimal(2000, 1)\n  c String @db.VarChar(70000)\n}',
  'alias': 'type A9 = String', 'alias with attribute': 'type A9 = Int @id\nmodel B9 {\n  K\n  a A9\n}', 'unknown block': 'table A9 {\n  k Int\n}', 'block without keyword': 'A9 {\n  k Int\n}', 'block without name': 'model {\n  k Int\n}', 'junk': 'hello', 'field outside': 'k Int @id',
  'second datasource': 'datasource db {\n  provider = "sqlite"\n}', 'third datasource': 'datasource other {\n  provider = "sqlite"\n}', 'generator without provider': 'generator g9 {\n}', 'same generator': 'generator g9 {\n  provider = "x"\n}\ngenerator g9 {\n  provider = "y"\n}', 'scalar name': 'model Int {\n  K\n}', 'generator with a scalar name': 'generator Json {\n  provider = "x"\n}',
  'views': 'view V9 {\n  id Int @id\n  a Int @unique(map: "m")\n  b Int @unique(sort: Desc)\n  c Int @unique(clustered: true)\n  @@index([a])\n  @@fulltext([b])\n  @@unique([a, b], map: "n", clustered: false)\n}', 'view with a compound id': 'view V9 {\n  a Int\n  b Int\n  @@id([a, b])\n}', 'view with lengths': 'view V9 {\n  a String\n  @@unique([a(length: 3)])\n}',
  'two counters': 'model A9 {\n  K\n  a Int @default(autoincrement())\n  b Int @default(autoincrement())\n}', 'counter outside an index': 'model A9 {\n  K\n  a Int @default(autoincrement())\n}', 'counter second': 'model A9 {\n  a Int @default(autoincrement())\n  b Int\n  @@id([b, a])\n}', 'named counter': 'model A9 {\n  k Int @id @default(autoincrement(), map: "x")\n}',
  'clash of a compound name': 'model A9 {\n  K\n  a Int\n  b Int\n  a_b Int\n  @@unique([a, b])\n}', 'clash of a compound id': 'model A9 {\n  a Int\n  b Int\n  a_b Int\n  @@id([a, b], name: "x")\n}', 'clash of a path': 'type T9 {\n  x Int\n}\nmodel A9 {\n  K\n  t T9\n  t_x Int\n  y Int\n  @@unique([t.x])\n  @@unique([t, y])\n}',
  'same foreign key': 'model A9 {\n  k Int @id(map: "same9")\n  x Int\n  b B9 @relation(fields: [x], references: [k], map: "same9")\n}\nmodel B9 {\n  K\n  a A9[]\n}', 'same defaults': 'model A9 {\n  K\n  a Int @default(1, map: "df9")\n  b Int @default(2, map: "df9")\n}', 'same index in two models': 'model A9 {\n  K\n  a Int\n  @@index([a], map: "i9")\n}\nmodel B9 {\n  K\n  a Int\n  @@index([a], map: "i9")\n}',
  'MongoDB ids': 'model A9 {\n  a Int @id\n}\nmodel B9 {\n  a Int @id @map("x")\n}\nmodel C9 {\n  a Int @unique\n}\nmodel D9 {\n  K\n  a String @default(auto()) @db.ObjectId\n  b String @default(dbgenerated())\n}', 'MongoDB auto': 'model A9 {\n  a String @id @default(auto()) @map("_id")\n  b String @default(auto())\n}',
  'MongoDB indexes': 'model A9 {\n  a Int @id @unique @map("_id")\n  b Int @unique\n  c String\n  @@index([b])\n  @@fulltext([c])\n  @@fulltext([c, b])\n}', 'MongoDB fulltext': 'model A9 {\n  K\n  a String\n  b Int\n  c String\n  @@fulltext([a, b(sort: Asc), c])\n}', 'Decimal': 'model A9 {\n  K\n  a Decimal\n}', 'lists': 'model A9 {\n  K\n  a Int[]\n  b Json[]\n  c Unsupported("x")[]\n}', 'Json': 'model A9 {\n  K\n  a Json\n}',
  'Gin': 'model A9 {\n  K\n  j Json\n  l Int[]\n  s String\n  @@index([j, l], type: Gin)\n  @@index([l(ops: ArrayOps)], type: Gin)\n  @@index([s], type: Gin)\n  @@index([s(ops: ArrayOps)], type: Gin, map: "m9")\n}', 'SpGist': 'model A9 {\n  K\n  a String\n  b String\n  @@index([a, b], type: SpGist)\n}', 'no class': 'model A9 {\n  K\n  a String @db.Inet\n  b Int @db.SmallInt\n  c Int\n  @@index([a], type: Gist)\n  @@index([b(ops: Int4BloomOps)], type: Brin)\n  @@index([c(ops: Int2BloomOps)], type: Brin)\n  @@index([a(ops: Int4BloomOps)], type: Brin)\n}',
  'wide': 'model A9 {\n  K\n  a String @db.Text\n  b Bytes @db.Blob\n  c String @db.Xml\n  d String @db.NVarChar(Max)\n  @@index([a])\n}', 'wide unique': 'model A9 {\n  K\n  a String @unique @db.Text\n}', 'wide id': 'model A9 {\n  a String @id @db.Text\n}', 'Bytes id': 'model A9 {\n  a Bytes @id\n}', 'lengths': 'model A9 {\n  K\n  a Int\n  b String\n  @@index([a(length: 3)])\n  @@unique([b(length: 3)])\n  @@fulltext([b(length: 3, sort: Asc)])\n}',
  'clustered': 'model A9 {\n  K\n  a Int\n  @@index([a], clustered: true)\n}', 'clustered twice': 'model A9 {\n  k Int @id(clustered: false)\n  a Int @unique(clustered: true)\n  b Int\n  @@index([b], clustered: true)\n}',
  'shard keys': 'model A9 {\n  K\n  a Int @shardKey\n  b Int @shardKey\n}', 'shard keys of two kinds': 'model A9 {\n  K\n  a Int @shardKey\n  @@shardKey([k])\n}', 'extra datasource': 'datasource other {\n  provider = "postgresql"\n  url = env("X")\n}',
  'unsupported that is not': 'model A9 {\n  K\n  a Unsupported("VarChar(10)")?\n  b Unsupported("Text")?\n  c Unsupported("Int")?\n  d Unsupported("Json")?\n}', 'old forms': 'model A9 {\n  K\n  a: Int\n  b Int!\n  c [Int]\n  d Int[]?\n  e\n}',
  'shadow': 'datasource shadow {\n  provider = "postgresql"\n  url = "x"\n  directUrl = "y"\n  shadowDatabaseUrl = "y"\n}',
};

const HEADERS = ['String', 'Json', '1x', 'a-b', '_x', ...RESERVED];

export function slips(line) {
  const all = [];
  const add = (name, edit) => all.push({ name, edit });
  // One place of the kind wanted, if there is any.
  const at = (list, random, edit) => list.length > 0 && edit(random.pick(list)) !== false;

  for (const [kind, attributes] of Object.entries(ON_FIELD))
    for (const attribute of attributes)
      add(`${attribute} on ${kind}`, (outline, random) => at(outline.fields(kind), random, ({ member }) => outline.replace(member.at, text => `${withoutTail(text)} ${attribute}`)));
  for (const value of DEFAULTS)
    for (const kind of ['scalar', 'default', 'enum'])
      add(`default ${value} of ${kind}`, (outline, random) => at(outline.fields(kind), random, ({ member }) => outline.replace(member.at, text => `${withoutTail(without(text, 'default'))} @default(${value})`)));
  for (const attribute of ON_BLOCK)
    for (const keywords of [['model'], TYPED.concat('enum')])
      add(`${attribute} in ${keywords.join(' or ')}`, (outline, random) => at(outline.of(...keywords), random, block => outline.insert(block.end, ...filled(attribute, outline, block, random).split('\n').map(text => `  ${text}`))));
  for (const [name, edit] of Object.entries(RELATION))
    for (const kind of ['owner', 'relation'])
      add(`relation ${name} at ${kind}`, (outline, random) => at(outline.fields(kind).filter(({ member }) => member.rest.includes('@relation(')), random, ({ member }) => outline.replace(member.at, text => {
        const [start, end] = extent(text, 'relation');
        return text.slice(0, start) + edit(text.slice(start, end), random) + text.slice(end);
      })));
  for (const action of [...ACTIONS, 'Foo'])
    for (const event of ['onDelete', 'onUpdate'])
      add(`${event}: ${action}`, (outline, random) => at(outline.fields(random.chance(0.8) ? 'owner' : 'backside').filter(({ member }) => member.rest.includes('@relation(')), random, ({ member }) => outline.replace(member.at, text => {
        const [start, end] = extent(text, 'relation');
        const bare = text.slice(start, end).replace(new RegExp(`,? *${event}: *\\w+`), '');
        return text.slice(0, start) + bare.replace(/\)$/, `, ${event}: ${action})`) + text.slice(end);
      })));
  for (const [keyword, properties] of Object.entries(CONFIG))
    for (const property of properties)
      for (const instead of [true, false])
        add(`${property} ${instead ? 'instead' : 'besides'} in ${keyword}`, (outline, random) => at(outline.of(keyword), random, block => {
          const key = /^[\w-]+/.exec(property)?.[0], old = block.members.find(member => member.name === key);
          const written = property.split('\n').map(text => `  ${text}`);
          if (instead && old) outline.lines.splice(old.at, 1, ...written); else outline.insert(block.end, ...written);
        }));
  for (const [name, scene] of Object.entries(SCENES))
    for (const open of [false, true])
      add(name + (open ? ', actions off' : ''), (outline, random) => {
        const id = outline.lines.some(text => text.includes('"mongodb"')) ? 'k Int @id @map("_id")' : 'k Int @id';
        const schema = outline.lines.some(text => /^\s*schemas\s*=/.test(text)) ? '  @@schema("base")\n}' : '}';
        let text = scene.replaceAll('K\n', `${id}\n`).replace(/^\}/gm, schema);
        if (open) text = text.replace(/(fields: \[[^\]]*\], references: \[[^\]]*\])\)/g, '$1, onDelete: NoAction, onUpdate: NoAction)');
        return outline.insert(random.chance(0.5) ? 0 : outline.lines.length, ...text.split('\n'));
      });

  // Blocks.
  for (const name of HEADERS)
    add(`block named ${name}`, (outline, random) => at(outline.blocks, random, block => outline.replace(block.start, text => text.replace(block.name, name))));
  add('block named like another', (outline, random) => at(outline.blocks, random, block => outline.replace(block.start, text => text.replace(block.name, random.pick(outline.blocks).name))));
  add('block twice', (outline, random) => at(outline.blocks, random, block => outline.insert(block.end + 1, '', ...outline.lines.slice(block.start, block.end + 1))));
  add('block gone', (outline, random) => at(outline.blocks, random, block => outline.remove(block.start, block.end + 1 - block.start)));
  add('block emptied', (outline, random) => at(outline.blocks, random, block => outline.remove(block.start + 1, block.end - block.start - 1)));
  for (const keyword of ['model', 'view', 'type', 'enum', 'generator', 'datasource'])
    for (const target of [TYPED, ['model'], ['view', 'enum', 'type']])
      add(`made a ${keyword}`, (outline, random) => at(outline.of(...target), random, block => outline.replace(block.start, text => text.replace(block.keyword, keyword))));
  add('blocks reordered', (outline, random) => at(outline.blocks, random, block => { const moved = outline.lines.splice(block.start, block.end + 1 - block.start); outline.lines.push(...moved); }));
  for (const keyword of ['datasource', 'generator'])
    add(`no ${keyword}`, (outline, random) => at(outline.of(keyword), random, block => outline.remove(block.start, block.end + 1 - block.start)));

  // Members.
  for (const kind of ['field', 'value', 'property', 'attribute']) {
    const members = outline => outline.members(kind, [...TYPED, 'enum', 'datasource', 'generator']);
    add(`${kind} gone`, (outline, random) => at(members(outline), random, ({ member }) => outline.remove(member.at)));
    add(`${kind} twice`, (outline, random) => at(members(outline), random, ({ member }) => outline.insert(member.at, outline.lines[member.at])));
    add(`${kind} in another block`, (outline, random) => at(members(outline), random, ({ member }) => outline.insert(random.pick(outline.blocks).end, outline.lines[member.at])));
    add(`${kind} of another line`, (outline, random) => at(members(outline), random, ({ member }) => outline.replace(member.at, () => random.pick(outline.lines))));
    add(`${kind} joined with the next`, (outline, random) => at(members(outline), random, ({ member }) => { outline.lines.splice(member.at, 2, `${outline.lines[member.at]} ${(outline.lines[member.at + 1] ?? '').trim()}`); }));
    for (const junk of ['?', '!', 'x y z', '"x"', '=', '( )', '@', '1'])
      add(`${kind} with ${junk}`, (outline, random) => at(members(outline), random, ({ member }) => outline.replace(member.at, text => `${text} ${junk}`)));
    for (const name of ['1x', 'a-b', '_x', 'x.y', '"q"', ''])
      if (kind !== 'attribute')
        add(`${kind} named ${name}`, (outline, random) => at(members(outline), random, ({ member }) => outline.replace(member.at, text => text.replace(member.name, name))));
  }
  add('field named like another', (outline, random) => at(outline.fields('any'), random, ({ block, member }) => outline.replace(member.at, text => text.replace(member.name, random.pick(block.members).name ?? 'x'))));
  add('field renamed', (outline, random) => at(outline.fields('any'), random, ({ member }) => outline.replace(member.at, text => text.replace(member.name, `${member.name}9`))));
  add('field mapped to another', (outline, random) => at(outline.fields('column'), random, ({ block, member }) => outline.replace(member.at, text => `${withoutTail(without(text, 'map'))} @map("${random.pick(block.members).name}")`)));

  // Types.
  const retype = (outline, member, type) => outline.replace(member.at, () => `${member.before}${member.name}${member.gap}${type}${member.rest}`);
  for (const type of [...SCALARS, 'Missing', 'string', 'INT', 'Unsupported', 'Unsupported("circle")', 'Unsupported("VarChar(10)")', 'Unsupported("Text")', 'Unsupported("Int")', 'Unsupported("Uuid") ', ''])
    for (const kind of ['scalar', 'any'])
      add(`${kind} of type ${type}`, (outline, random) => at(outline.fields(kind), random, ({ member }) => retype(outline, member, type + (member.list ? '[]' : member.optional ? '?' : ''))));
  add('type of another block', (outline, random) => at(outline.fields('any'), random, ({ member }) => retype(outline, member, random.pick(outline.blocks).name)));
  add('type in lower case', (outline, random) => at(outline.fields('any'), random, ({ member }) => retype(outline, member, member.type.toLowerCase())));
  for (const kind of ['any', 'relation', 'owner', 'id', 'enum', 'composite', 'unique'])
    for (const modifier of ['', '?', '[]', '!', '[]?', '[ ]'])
      add(`${kind} made ${modifier}`, (outline, random) => at(outline.fields(kind), random, ({ member }) => retype(outline, member, member.type + modifier)));
  add('brackets around a type', (outline, random) => at(outline.fields('any'), random, ({ member }) => retype(outline, member, `[${member.type}]`)));
  add('colon after a name', (outline, random) => at(outline.fields('any'), random, ({ member }) => outline.replace(member.at, text => text.replace(`${member.name}${member.gap}`, `${member.name}: `))));

  // Attributes that are there.
  for (const attribute of ['id', 'unique', 'default', 'map', 'relation', 'updatedAt'])
    for (const keyword of ['model', ...TYPED])
      add(`no @${attribute} in ${keyword}`, (outline, random) => at(outline.members('field', [keyword], member => new RegExp(`@\\s*${attribute}\\b`).test(member.rest)), random, ({ member }) => outline.replace(member.at, text => without(text, attribute))));
  for (const type of NATIVE_TYPE_NAMES)
    add(`native type ${type}`, (outline, random) => at(outline.fields('scalar'), random, ({ member }) => outline.replace(member.at, text => `${withoutTail(text.replace(/@\s*db\.\w+(\([^)]*\))?/, ''))} @db.${type}${random.pick(['', '', '(3)', '(10,2)', '(Max)', '()'])}`)));
  for (const provider of Object.keys(NATIVE_TYPES))
    add(`native types of ${provider}`, (outline, random) => at(outline.fields('scalar'), random, ({ member }) => {
      const list = NATIVE_TYPES[provider][member.type];
      return list && outline.replace(member.at, text => `${withoutTail(text.replace(/@\s*db\.\w+(\([^)]*\))?/, ''))} @db.${random.pick(list)}`);
    }));
  for (const type of INDEX_TYPES)
    add(`operator class under ${type}`, (outline, random) => at(outline.of('model'), random, block => outline.insert(block.end, `  ${filled(`@@index([F1(ops: ${random.pick(OPERATOR_CLASSES)})], type: ${type})`, outline, block, random)}`)));
  for (const name of ['missing', 'id', 'REL', 'F1', 'OPT'])
    add(`${name} in a list of fields`, (outline, random) => at(outline.members('attribute', MODELS), random, ({ block, member }) => outline.replace(member.at, text => text.replace(/\[/, `[${filled(name, outline, block, random)}, `))));
  add('values for values', (outline, random) => at(outline.lines.flatMap((text, i) => (/[(\[] *("[^"]*"|[\w.]+)/.test(text) ? [i] : [])), random, i => outline.replace(i, text => text.replace(/([(\[] *)("[^"]*"|[\w.]+)/, `$1${random.pick(['1', '"x"', 'x', '[x]', 'x()', '', 'x: 1', 'map: "m", map: "n"', 'name: "n"'])}`))));
  for (const from of [',', ')', '(', '"', '[', ']', ':', '@', '=', '.'])
    add(`no ${from}`, (outline, random) => at(outline.lines.flatMap((text, i) => (text.includes(from) && !/\{\s*$|^\s*\/[/*]/.test(text) ? [i] : [])), random, i => outline.replace(i, text => text.replace(from, ''))));
  for (const escape of ['\\q', '\\u12', '\\uD83D', '\t', '\\n', '\\'])
    add(`${escape} in a text`, (outline, random) => at(outline.lines.flatMap((text, i) => (/"[^"]+"/.test(text) ? [i] : [])), random, i => outline.replace(i, text => text.replace(/"(?=[^"]+")/, `"${escape}`))));

  // Providers and modes.
  for (const provider of ['postgresql', 'postgres', 'mysql', 'sqlite', 'sqlserver', 'mongodb', 'cockroachdb', 'oracle', 'PostgreSQL'])
    add(`provider ${provider}`, (outline, random) => at(outline.members('property', ['datasource'], member => member.name === 'provider'), random, ({ member }) => outline.replace(member.at, text => text.replace(/"[^"]*"/, `"${provider}"`))));
  for (const mode of ['prisma', 'foreignKeys'])
    add(`relation mode ${mode}`, (outline, random) => at(outline.of('datasource'), random, block => {
      for (const member of [...block.members].reverse()) if (['relationMode', 'referentialIntegrity'].includes(member.name)) { outline.remove(member.at); block.end--; }
      outline.insert(block.end, `  relationMode = "${mode}"`);
    }));
  for (const feature of ['views', 'shardKeys', 'partialIndexes', 'postgresqlExtensions'])
    add(`without ${feature}`, outline => outline.lines.some((text, i) => outline.replace(i, old => old.replace(new RegExp(`"${feature}",? *`, 'i'), ''))));
  add('url of an adapter left out', outline => {
    const features = outline.members('property', ['generator'], member => member.name === 'previewFeatures'), url = outline.members('property', ['datasource'], member => member.name === 'url');
    if (features.length === 0 || url.length === 0) return false;
    outline.replace(features[0].member.at, text => text.replace(/=.*/, '= ["views", "schemaEngineDriverAdapters"]'));
    return outline.remove(url[0].member.at);
  });
  if (line === '7') add('url in Prisma 7', (outline, random) => at(outline.of('datasource'), random, block => outline.insert(block.end, '  url = env("DATABASE_URL")')));
  return all;
}

// The part of a line from `@name` to the end of its arguments.
function extent(text, name) {
  const start = text.search(new RegExp(`@\\s*${name}\\b`));
  if (start < 0) return [text.length, text.length];
  let end = text.indexOf(name, start) + name.length, depth = 0;
  const open = /^\s*\(/.exec(text.slice(end));
  if (!open) return [start, end];
  for (let quoted = false; end < text.length; end++) {
    const c = text[end];
    if (quoted && c === '\\') end++;
    else if (c === '"') quoted = !quoted;
    else if (!quoted && c === '(') depth++;
    else if (!quoted && c === ')' && --depth === 0) return [start, end + 1];
  }
  return [start, end];
}

function without(text, name) {
  const [start, end] = extent(text, name);
  return text.slice(0, start) + text.slice(end);
}

const withoutTail = text => text.replace(/(?<!"[^"]*)\s*(\/\/.*|\/\*.*\*\/)?\s*$/, '');

function filled(text, outline, block, random) {
  const fields = block.members.filter(member => member.kind === 'field');
  const name = what => random.some(fields.filter(field => outline.is(field, what)), 1)[0]?.name ?? 'absent';
  const [one, two] = random.some(fields.filter(field => outline.is(field, 'scalar')), 2).map(field => field.name);
  return text.replaceAll('F1', one ?? 'absent').replaceAll('F2', two ?? one ?? 'absent').replaceAll('REL', name('relation')).replaceAll('OPT', name('optional'))
    .replaceAll('LIST', name('list')).replaceAll('UNS', name('unsupported')).replaceAll('COM', name('composite')).replaceAll('ENU', name('enum'));
}
