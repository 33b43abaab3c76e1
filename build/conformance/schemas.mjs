// Makes schemas that Prisma should accept, of every provider and with all of the language that is valid there.
import { FEATURES, NATIVE_TYPES, PROVIDERS, SCALARS, actionsOf, has, openingFeatures } from './facts.mjs';
import { randomFrom } from './random.mjs';

const NOUNS = ['User', 'Post', 'Order', 'Invoice', 'Tag', 'Address', 'Ticket', 'Event', 'Größe', 'Item2', 'Log_Entry', 'Account', '商品', 'Page', 'modelling', 'Session'];
const WORDS = ['name', 'title', 'total', 'status', 'kind', 'note', 'code', 'size', 'model', 'type', 'class', 'enum', 'größe', 'a_b', 'x1', 'data', 'email', 'slug', 'amount', 'flag', 'createdOn', 'url', 'rank'];

// `count` texts, the providers in turn.
export function generated(line, count, seed) {
  return Array.from({ length: count }, (_, i) => new Schema(PROVIDERS[i % PROVIDERS.length], line, randomFrom(seed * 1000003 + i)).write());
}

// The same, spread over the files of a folder, block by block.
export function spread(texts, seed) {
  return texts.map((text, i) => {
    const random = randomFrom(seed * 7919 + i);
    const files = new Map([['schema.prisma', []], ['models/a.prisma', []], ['models/deep/b.prisma', []], ['z.prisma', []]]);
    for (const block of text.split(/\n\n(?=(?:\/\/|\/\*|\w))/))
      files.get(/^datasource/m.test(block) ? 'schema.prisma' : random.pick([...files.keys()])).push(block);
    return { files: [...files].filter(([, blocks]) => blocks.length > 0).map(([name, blocks]) => [name, blocks.join('\n\n') + '\n']) };
  });
}

class Schema {
  constructor(provider, line, random) {
    Object.assign(this, { provider, line, random, used: new Set(), serial: 0, models: [], enums: [], composites: [] });
    this.mode = provider === 'mongodb' ? 'prisma' : random.chance(0.25) ? 'prisma' : 'foreignKeys';
    // Cascades over such relations must form neither cycles nor second paths.
    this.isCareful = this.mode === 'prisma' || provider === 'sqlserver';
    this.schemas = has.schemas(provider) && random.chance(0.3) ? ['base', 'extra'] : null;
    this.features = openingFeatures(provider, line);
  }

  name(pool) {
    for (let i = 0; i < 4; i++) {
      const name = this.random.pick(pool);
      if (!this.used.has(name)) { this.used.add(name); return name; }
    }
    return `${this.random.pick(['Thing', 'Row', 'Entry'])}${++this.serial}`;
  }

  map() { return `n${++this.serial}${this.random.pick(['', '_key', ' with blanks', '-é', '\\"q'])}`; }

  write() {
    const { random } = this;
    if (has.enums(this.provider)) for (let i = random.below(3); i > 0; i--) this.addEnum();
    if (has.composites(this.provider)) for (let i = random.below(4); i > 0; i--) this.addComposite();
    for (let i = 2 + random.below(5); i > 0; i--) this.addModel();
    for (let i = 1 + random.below(2 * this.models.length); i > 0; i--) this.addRelation();
    for (const model of this.models) this.addIndexes(model);
    const blocks = [...this.config(), ...random.some([...this.enums, ...this.composites, ...this.models], 99).map(block => this.block(block))];
    for (let i = random.below(2); i > 0; i--) blocks.push(this.view());
    const text = blocks.join('\n');
    return random.chance(0.05) ? text.replaceAll('\n', '\r\n') : text;
  }

  config() {
    const { random, provider, line } = this;
    const features = random.some([...this.features, ...random.some(FEATURES[line], random.below(3))], 99);
    if (provider === 'postgresql' && random.chance(0.2)) features.push('fullTextSearchPostgres');
    if (random.chance(0.15)) features.push(random.pick(['multiSchema', 'driverAdapters', 'fullTextSearch', 'fullTextIndex', 'omitApi', ...(line === '6' ? ['metrics'] : [])]));
    if (random.chance(0.1)) features[0] = features[0].toUpperCase();
    const properties = ['provider = "prisma-client"', `previewFeatures = [${features.map(name => `"${name}"`).join(', ')}]`];
    if (random.chance(0.3)) properties.push(random.pick(['output = "../client"', 'output = env("OUT")', 'binaryTargets = ["native", "debian-openssl-3.0.x"]', 'binaryTargets = "native"',
      'engineType = "client"', 'custom-key = [1, "x", f(1)]', 'moduleFormat = esm', 'binaryTargets = env("X")', '1st = true']));
    const source = [`provider = "${provider === 'postgresql' && random.chance(0.3) ? 'postgres' : provider}"`];
    if (line === '6') {
      source.push(random.pick(['url = env("DATABASE_URL")', 'url = "file:x"', 'url = ""']));
      if (random.chance(0.2)) source.push('directUrl = env("DIRECT")');
      if (random.chance(0.2)) source.push('shadowDatabaseUrl = env("SHADOW")');
      if (random.chance(0.05)) source[1] = 'url = env(name: "DATABASE_URL")';
      // SQLite alone needs no URL beside this feature in its exact spelling.
      if (provider === 'sqlite' && features.includes('schemaEngineDriverAdapters') && random.chance(0.5)) source.splice(1, 1);
    }
    if (this.mode === 'prisma' && (provider !== 'mongodb' || random.chance(0.3)))
      source.push(`${random.chance(0.2) ? 'referentialIntegrity' : 'relationMode'} = "prisma"`);
    else if (provider !== 'mongodb' && random.chance(0.3))
      source.push('relationMode = "foreignKeys"');
    if (this.schemas) source.push(`schemas = [${this.schemas.map(name => `"${name}"`).join(', ')}]`);
    if (provider === 'postgresql' && random.chance(0.3))
      source.push(`extensions = ${random.pick(['[pg_trgm, uuidOssp(map: "uuid-ossp")]', 'citext', '[postgis(version: "3.1", schema: "base")]', '[]'])}`);
    const blocks = [`datasource db {\n${source.map(text => `  ${text}${this.tail()}\n`).join('')}}\n`, `generator client {\n${properties.map(text => `  ${text}${this.tail()}\n`).join('')}}\n`];
    if (random.chance(0.2)) blocks.push('generator db {\n  provider = env("TOOL")\n}\n');
    return random.chance(0.3) ? blocks.reverse() : blocks;
  }

  addEnum() {
    const { random } = this, name = this.name(['Role', 'Color', 'State', 'Level', 'Unit']);
    const values = random.some(['ADMIN', 'user', 'Guest', 'X1', 'on_hold', 'class', 'ä'], 1 + random.below(5));
    this.enums.push({ keyword: 'enum', name, values, lines: values.map(value => value + (random.chance(0.2) ? ` @map("${value}-db")` : '')), ends: this.ends(name) });
  }

  addComposite() {
    const { random } = this, name = this.name(['Photo', 'Place', 'Money', 'Span', 'Part']);
    const block = { keyword: 'type', name, lines: [], ends: [], fields: [] };
    for (const word of random.some(WORDS, 1 + random.below(5))) {
      const scalar = this.scalar(), field = { name: word, type: scalar };
      block.lines.push(`${word} ${scalar}${random.pick(['', '', '?', '[]'])}${this.native(scalar)}${random.chance(0.15) ? ` @map("c_${++this.serial}")` : ''}`);
      block.fields.push(field);
    }
    if (this.composites.length > 0 && random.chance(0.6)) block.lines.push(`nested ${random.pick(this.composites).name}${random.pick(['', '?', '[]'])}`);
    if (random.chance(0.3)) block.lines.push(`itself ${name}${random.pick(['?', '[]'])}`);
    if (this.enums.length > 0 && random.chance(0.4)) {
      const kind = random.pick(this.enums);
      block.lines.push(`choice ${kind.name} @default(${random.pick(kind.values)})`);
    }
    if (random.chance(0.4)) block.lines.push(random.pick(['stamp DateTime @default(now())', 'label String @default("x")', 'tags String[] @default(["a"])', 'uid String @default(uuid())', 'other Unsupported("x")?']));
    this.composites.push(block);
  }

  addModel() {
    const { random, provider } = this, name = this.name(NOUNS);
    const model = { keyword: 'model', name, lines: [], ends: this.ends(name), columns: [], relations: 0, fields: new Set(), indexed: new Set(), ignored: random.chance(0.05) };
    if (model.ignored) model.ends.push('@@ignore');
    this.addId(model);
    for (const word of random.some(WORDS, 1 + random.below(7))) this.addColumn(model, word);
    if (random.chance(0.3)) this.put(model, `updated DateTime${random.pick(['', '?'])} @updatedAt${random.pick(['', ' @default(now())'])}`, 'updated');
    if (random.chance(0.2)) this.put(model, `raw${++this.serial} Unsupported("circle")${has.lists(provider) ? random.pick(['?', '[]']) : '?'}`);
    if (this.composites.length > 0 && random.chance(0.6)) {
      const composite = random.pick(this.composites);
      this.put(model, `part ${composite.name}${random.pick(['', '?', '[]'])}`, 'part');
      if (random.chance(0.4)) model.ends.push(`@@index([part.${composite.fields[0].name}])`);
    }
    this.models.push(model);
  }

  addId(model) {
    const { random, provider } = this;
    const map = has.namedIds(provider) && random.chance(0.2) ? `map: "${this.map()}"` : '';
    if (provider === 'mongodb') {
      const [type, rest] = random.pick([['String', '@default(auto()) @db.ObjectId'], ['String', '@db.ObjectId'], ['Int', ''], ['String', '@default(uuid())']]);
      model.key = { names: ['id'], type, native: rest.includes('ObjectId') ? ' @db.ObjectId' : '' };
      return this.put(model, `id ${type} @id ${rest} @map("_id")`, 'id');
    }
    const bits = [map, ...(provider === 'sqlserver' ? random.some(['sort: Desc', 'clustered: false'], random.below(3)) : [])].filter(Boolean).join(', ');
    const choice = random.below(10);
    if (choice < 7) {
      const [type, rest] = random.pick([['Int', provider === 'cockroachdb' ? '@default(sequence(start: 5))' : '@default(autoincrement())'], ['BigInt', '@default(autoincrement())'],
        ['String', '@default(uuid(7))'], ['String', '@default(cuid(2))'], ['String', '@default(nanoid(12))'], ['String', '@default(ulid())'], ['String', '@default(dbgenerated("gen()"))'], ['Int', ''], ['DateTime', '@default(now())']]);
      model.key = { names: ['id'], type };
      return this.put(model, `id ${type} @id${bits ? `(${bits})` : ''} ${rest}`, 'id');
    }
    this.put(model, 'one Int', 'one');
    this.put(model, 'two String' + (provider === 'mysql' ? ' @db.VarChar(40)' : ''), 'two');
    model.key = { names: ['one', 'two'] };
    if (choice < 9)
      model.ends.push(`@@id([one${provider === 'sqlserver' && random.chance(0.3) ? '(sort: Desc)' : ''}, two]${random.chance(0.3) ? ', name: "both"' : ''}${map ? `, ${map}` : ''})`);
    else
      model.ends.push('@@unique([one, two])');
    model.indexed.add('one,two');
  }

  addColumn(model, word) {
    const { random, provider } = this;
    if (this.enums.length > 0 && random.chance(0.15)) {
      const kind = random.pick(this.enums), list = has.lists(provider) && random.chance(0.2);
      return this.put(model, `${word} ${kind.name}${list ? '[]' : random.pick(['', '?'])}${random.chance(0.5) ? ` @default(${list ? `[${kind.values.join(', ')}]` : random.pick(kind.values)})` : ''}`, word);
    }
    const scalar = this.scalar();
    const list = has.lists(provider) && (scalar !== 'Json' || has.jsonLists(provider)) && random.chance(0.12);
    const modifier = list ? '[]' : random.pick(['', '', '?']);
    const native = this.native(scalar), parts = [`${word} ${scalar}${modifier}`];
    if (random.chance(0.35)) parts.push(`@default(${this.value(scalar, list)}${provider === 'sqlserver' && random.chance(0.2) ? `, map: "${this.map()}"` : ''})`);
    const isWide = /Text|Blob|Xml|Image|Max/i.test(native) || (provider === 'mysql' && ['Json'].includes(scalar));
    if (!list && !isWide && random.chance(0.15)) {
      const bits = random.chance(0.3) ? [`map: "${this.map()}"`] : [];
      if (random.chance(0.2)) bits.push('sort: Desc');
      if (provider === 'mysql' && ['String', 'Bytes'].includes(scalar) && random.chance(0.3)) bits.push('length: 10');
      if (this.line === '7' && has.partialIndexes(provider) && random.chance(0.2)) bits.push('where: raw("x > 0")');
      parts.push(`@unique${bits.length ? `(${bits.join(', ')})` : ''}`);
      model.indexed.add(word);
    }
    if (random.chance(0.1)) parts.push(`@map("${this.map()}")`);
    if (!model.ignored && random.chance(0.05)) parts.push('@ignore');
    this.put(model, parts.join(' ') + native, word);
    model.columns.push({ name: word, scalar, modifier, native, isWide });
  }

  scalar() {
    const { provider } = this;
    return this.random.pick(SCALARS.filter(scalar => (scalar !== 'Json' || has.json(provider)) && (scalar !== 'Decimal' || has.decimal(provider))));
  }

  native(scalar) {
    const list = NATIVE_TYPES[this.provider][scalar];
    return list && this.random.chance(0.4) ? ` @db.${this.random.pick(list)}` : '';
  }

  value(scalar, list) {
    const { random } = this;
    const value = random.pick({
      String: ['"x"', '""', '"a \\"b\\" \\u0041"'], Boolean: ['true', 'false'], Int: ['1', '-1', '007'], BigInt: ['9223372036854775807', '0'], Float: ['1.5', '-2', '0.0'],
      Decimal: ['1.5', '"12.50"'], DateTime: ['"2020-01-01T00:00:00Z"', '"2020-01-01T10:00:00.5+02:00"'], Json: ['"{}"', '"[1, {\\"a\\": null}]"'], Bytes: ['"aGVsbG8="', '""'],
    }[scalar]);
    if (list) return random.pick([`[${value}]`, '[]', `[${value}, ${value}]`]);
    const functions = { String: ['uuid()', 'cuid()', 'ulid()', 'nanoid()'], DateTime: ['now()'] }[scalar] ?? [];
    if (this.provider !== 'mongodb') functions.push('dbgenerated()', 'dbgenerated("x()")');
    return random.chance(0.35) && functions.length > 0 ? random.pick(functions) : value;
  }

  // A relation from one model to another or itself: of one to many, one to one, or many to many.
  addRelation() {
    const { random, provider } = this;
    const at = random.below(this.models.length), from = this.models[at], to = random.chance(0.15) ? from : this.models[random.below(this.models.length)];
    const number = ++this.serial, name = `r${number}`, label = random.pick([`"${name}"`, `name: "${name}"`]);
    if (from.ignored !== to.ignored) return;
    const back = `${name}Back`;
    if (random.chance(0.2)) {
      if (provider === 'mongodb') {
        const [a, b] = [from.key, to.key];
        this.put(from, `${name}Ids ${b.type}[]${b.native}`); this.put(from, `${name} ${to.name}[] @relation(${label}, fields: [${name}Ids], references: [id])`);
        this.put(to, `${back}Ids ${a.type}[]${a.native}`); this.put(to, `${back} ${from.name}[] @relation(${label}, fields: [${back}Ids], references: [id])`);
      } else if (from.key.type && to.key.type) {
        this.put(from, `${name} ${to.name}[] @relation(${label})`); this.put(to, `${back} ${from.name}[] @relation(${label})`);
      }
      return;
    }
    const single = random.chance(0.3), optional = random.chance(0.4);
    const columns = to.key.names.map((_, i) => `${name}${to.key.names.length > 1 ? ['A', 'B'][i] : 'Id'}`);
    columns.forEach((column, i) => {
      const type = to.key.type ?? ['Int', 'String'][i];
      const native = to.key.native ?? (provider === 'mysql' && type === 'String' ? ' @db.VarChar(40)' : '');
      this.put(from, `${column} ${type}${optional ? '?' : ''}${single && columns.length === 1 ? ' @unique' : ''}${native}`);
    });
    if (single && columns.length > 1) from.ends.push(`@@unique([${columns.join(', ')}])`);
    else if (!single && random.chance(this.mode === 'prisma' ? 0.8 : 0.4)) from.ends.push(`@@index([${columns.join(', ')}])`);
    const bits = [label, `fields: [${columns.join(', ')}]`, `references: [${to.key.names.join(', ')}]`];
    bits.push(...this.actions(from, to, at, optional));
    if (has.namedForeignKeys(provider) && random.chance(0.2)) bits.push(`map: "${this.map()}"`);
    this.put(from, `${name} ${to.name}${optional ? '?' : ''} @relation(${bits.join(', ')})`);
    this.put(to, `${back} ${from.name}${single ? '?' : '[]'} @relation(${label})`);
  }

  actions(from, to, at, optional) {
    const { random } = this;
    const all = actionsOf(this.provider, this.mode).filter(action => optional || action !== 'SetNull' || (this.provider === 'postgresql' && this.mode === 'foreignKeys'));
    if (!this.isCareful)
      return [...(random.chance(0.5) ? [`onDelete: ${random.pick(all)}`] : []), ...(random.chance(0.3) ? [`onUpdate: ${random.pick(all)}`] : [])];
    // One cascading relation a model, to a model made before it, is a forest.
    if (from.relations++ === 0 && this.models.indexOf(to) < at) return random.chance(0.5) ? [`onDelete: ${random.pick(all)}`] : [];
    const still = all.includes('NoAction') ? 'NoAction' : 'Restrict';
    return [`onDelete: ${still}`, `onUpdate: ${still}`];
  }

  addIndexes(model) {
    const { random, provider } = this;
    for (let i = random.below(4); i > 0; i--) {
      const columns = random.some(model.columns.filter(column => !column.isWide && column.modifier !== '[]' && column.scalar !== 'Json'), 1 + random.below(3));
      const key = columns.map(column => column.name).join(',');
      if (columns.length === 0 || model.indexed.has(key)) continue;
      model.indexed.add(key);
      const kind = random.pick(['index', 'index', 'unique']), bits = [];
      const fields = columns.map(({ name, scalar }) => {
        const arguments_ = random.chance(0.25) ? [`sort: ${random.pick(['Asc', 'Desc'])}`] : [];
        if (provider === 'mysql' && ['String', 'Bytes'].includes(scalar) && random.chance(0.3)) arguments_.push('length: 7');
        if (kind === 'index' && provider === 'postgresql' && random.chance(0.15)) arguments_.push('ops: raw("x_ops")');
        return name + (arguments_.length ? `(${arguments_.join(', ')})` : '');
      });
      if (random.chance(0.3)) bits.push(`map: "${this.map()}"`);
      if (kind === 'unique' && random.chance(0.2)) bits.push(`name: "client_${++this.serial}"`);
      if (kind === 'index' && provider === 'postgresql' && random.chance(0.2) && fields.every(field => !field.includes('sort'))) bits.push('type: Hash');
      else if (kind === 'index' && random.chance(0.1)) bits.push('type: BTree');
      if (provider === 'sqlserver' && random.chance(0.1)) bits.push('clustered: false');
      if (this.line === '7' && has.partialIndexes(provider) && random.chance(0.3)) bits.push(`where: ${this.condition(model)}`);
      model.ends.push(`@@${kind}(${random.chance(0.2) ? 'fields: ' : ''}${fields.length === 1 && random.chance(0.2) ? fields[0] : `[${fields.join(', ')}]`}${bits.map(bit => `, ${bit}`).join('')})`);
    }
    const textual = model.columns.filter(column => column.scalar === 'String' && column.modifier !== '[]');
    if (['mysql', 'mongodb'].includes(provider) && textual.length > 0 && random.chance(0.2))
      model.ends.push(`@@fulltext([${textual.map(column => column.name).join(', ')}], map: "${this.map()}")`);
    if (provider === 'postgresql') {
      const by = test => model.columns.find(test)?.name;
      const special = [
        [by(({ scalar, native, modifier }) => scalar === 'Json' && modifier !== '[]' && !native.endsWith('.Json')), name => `@@index([${name}${random.pick(['', '(ops: JsonbPathOps)'])}], type: Gin`],
        [by(({ modifier }) => modifier === '[]'), name => `@@index([${name}], type: Gin`],
        [by(({ scalar, native, modifier }) => scalar === 'Int' && native === '' && modifier !== '[]'), name => `@@index([${name}(ops: Int4MinMaxOps)], type: Brin`],
        [by(({ native, modifier }) => native === ' @db.Inet' && modifier !== '[]'), name => `@@index([${name}(ops: InetOps)], type: ${random.pick(['Gist', 'SpGist'])}`],
      ].filter(([name]) => name);
      for (const [name, write] of random.some(special, random.below(2))) model.ends.push(`${write(name)}, map: "${this.map()}")`);
    }
    const plain = model.columns.find(column => column.modifier === '' && column.scalar === 'Int');
    if (provider === 'mysql' && plain && random.chance(0.3)) model.ends.push(`@@shardKey([${plain.name}])`);
  }

  condition(model) {
    const { random } = this;
    const values = { String: '"x"', Boolean: 'true', Int: '1', BigInt: '5', Float: '1.5', Decimal: '2', DateTime: '"2020"' };
    const column = random.pick(model.columns), value = column.modifier === '[]' || !(column.scalar in values) ? 'null' : values[column.scalar];
    return random.pick(['raw("deleted is null")', `{ ${column.name}: ${value} }`, `{ ${column.name}: { not: ${value} } }`, `{ ${column.name}: null }`]);
  }

  view() {
    const { random } = this, name = this.name(['Report', 'Summary', 'Overview']);
    const lines = random.some(WORDS, 1 + random.below(4)).map(word => {
      const scalar = this.scalar();
      return `${word} ${scalar}${random.pick(['', '?'])}${/Text|Blob|Xml|Image|Max/i.test(scalar) ? '' : this.native(scalar)}`;
    });
    lines.push(`key Int${random.pick(['', ' @unique'])}`);
    const ends = this.ends(name);
    if (random.chance(0.3)) ends.push('@@unique([key, ' + lines[0].split(' ')[0] + '])');
    return this.block({ keyword: 'view', name, lines, ends });
  }

  ends(name) {
    const ends = [];
    if (this.schemas) ends.push(`@@schema("${this.random.pick(this.schemas)}")`);
    if (this.random.chance(0.3)) ends.push(`@@map("${name.toLowerCase()}_${++this.serial}")`);
    return ends;
  }

  put(model, text, name = text.split(' ')[0]) { model.lines.push(text); model.fields.add(name); }

  tail() { return this.random.chance(0.06) ? this.random.pick([' // note', ' /// note', ' /* note */', '   ']) : ''; }

  // Blanks, comments and order as loose as the grammar.
  block({ keyword, name, lines, ends }) {
    const { random } = this;
    const members = [...lines.map(text => text.trim()), ...random.some(ends, 99)].flatMap(text => {
      let written = text;
      if (random.chance(0.05)) written = written.replace(/ @(?=\w)/, ' @ ').replace(/\((?=\w+\)$)/, ' ( ');
      if (random.chance(0.05) && !text.startsWith('@@')) written = `/* c */ ${written}`;
      return [...(random.chance(0.06) ? [random.pick(['// a comment', '/// said of the next', '', '/* two\n lines */'])] : []), written + this.tail()];
    });
    const head = random.chance(0.1) ? random.pick(['/// About this\n', '// a comment\n\n', '/* block\n } */\n']) : '';
    return `${head}${keyword} ${name} {${random.chance(0.05) ? ' // opening' : ''}\n${members.map(text => `  ${text}\n`).join('')}}\n`;
  }
}
