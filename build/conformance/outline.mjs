// A light view of a schema's lines, for those who write slips into it: blocks and their members, by line.
const HEADER = /^\s*(model|view|type|enum|datasource|generator)\s+([\p{L}\d_-]+)\s*\{/u;
const FIELD = /^(\s*(?:\/\*.*?\*\/)?\s*)([\p{L}\d][\p{L}\d_-]*)(\s+)(Unsupported\("[^"]*"\)|[\p{L}\d][\p{L}\d_-]*)(\[\])?(\?)?(.*)$/u;
const SCALARS = new Set(['String', 'Boolean', 'Int', 'BigInt', 'Float', 'Decimal', 'DateTime', 'Json', 'Bytes']);

export class Outline {
  constructor(text) {
    this.lines = text.split(/\r?\n/);
    this.blocks = [];
    let block = null;
    this.lines.forEach((line, at) => {
      if (block === null) {
        const [, keyword, name] = HEADER.exec(line) ?? [];
        if (keyword) block = { keyword, name, start: at, members: [] };
      } else if (/^\s*\}/.test(line)) {
        this.blocks.push({ ...block, end: at });
        block = null;
      } else if (/^\s*@@/.test(line)) {
        block.members.push({ at, kind: 'attribute', name: /@@\s*([\w.]+)/.exec(line)?.[1] });
      } else if (['datasource', 'generator'].includes(block.keyword)) {
        const name = /^\s*([\w-]+)\s*=/.exec(line)?.[1];
        if (name) block.members.push({ at, kind: 'property', name });
      } else if (block.keyword === 'enum') {
        const name = /^\s*(?:\/\*.*?\*\/)?\s*([\p{L}\d][\p{L}\d_-]*)/u.exec(line)?.[1];
        if (name) block.members.push({ at, kind: 'value', name });
      } else {
        const [, before, name, gap, type, list, optional, rest] = FIELD.exec(line) ?? [];
        if (name) block.members.push({ at, kind: 'field', before, name, gap, type, list: !!list, optional: !!optional, rest });
      }
    });
    this.kinds = new Map(this.blocks.map(({ name, keyword }) => [name, keyword]));
  }

  text() { return this.lines.join('\n'); }

  of(...keywords) { return this.blocks.filter(block => keywords.includes(block.keyword)); }

  members(kind, keywords, test = () => true) {
    return this.of(...keywords).flatMap(block => block.members.filter(member => member.kind === kind && test(member)).map(member => ({ block, member })));
  }

  is(field, what) {
    switch (what) {
      case 'any': return true;
      case 'scalar': return SCALARS.has(field.type);
      case 'relation': return ['model', 'view'].includes(this.kinds.get(field.type));
      case 'owner': return this.is(field, 'relation') && /fields:/.test(field.rest);
      case 'backside': return this.is(field, 'relation') && !/fields:/.test(field.rest);
      case 'enum': return this.kinds.get(field.type) === 'enum';
      case 'composite': return this.kinds.get(field.type) === 'type';
      case 'unsupported': return field.type.startsWith('Unsupported');
      case 'list': return field.list && !this.is(field, 'relation');
      case 'optional': return field.optional && this.is(field, 'scalar');
      case 'column': return !this.is(field, 'relation');
      case 'default': return /@\s*default/.test(field.rest);
      case 'native': return /@db\./.test(field.rest);
      case 'id': return /@\s*id\b/.test(field.rest);
      case 'unique': return /@\s*unique\b/.test(field.rest);
      default: return field.type === what;
    }
  }

  fields(what, keywords = ['model', 'view', 'type']) { return this.members('field', keywords, field => this.is(field, what)); }

  // Edits say whether they changed anything.
  replace(at, edit) {
    const written = edit(this.lines[at]);
    if (written === this.lines[at]) return false;
    this.lines[at] = written;
    return true;
  }

  insert(at, ...lines) { this.lines.splice(at, 0, ...lines); return true; }
  remove(at, count = 1) { this.lines.splice(at, count); return true; }
}
