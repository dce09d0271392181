import { Parser } from 'htmlparser2';
import { abnormal, damaged } from '../word/refusals.ts';
import { Alike } from './alike.ts';
import { type Budget, LIMITS } from './limits.ts';
import { OUTERMOST, qualify, qualifyAll, type Scope, scopeOf } from './namespaces.ts';

/** An element; names of elements and attributes have the prefix that this room gives their namespace: `w:p`. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

const TOO_MUCH = '内容太多';

/** Reads one part, whose text comes in stretches; a part that is not well-formed, declares a document type or goes beyond the limits is refused. */
export function parseXml(stretches: Iterable<string>, budget: Budget): XmlElement {
  const builder = new Builder(budget);
  const parser = new Parser(builder, { xmlMode: true, decodeEntities: true });
  builder.parser = parser;
  for (const stretch of stretches) {
    builder.come(stretch);
    parser.write(stretch);
  }
  parser.end();
  return builder.root();
}

/** What letters and pages look like: half of all elements, and nothing that is read. */
const UNREAD = new Set(
  (
    'b bCs i iCs u color sz szCs kern spacing ind jc lang w shd snap snapToGrid adjustRightInd autoSpaceDE ' +
    'autoSpaceDN kinsoku wordWrap overflowPunct topLinePunct textAlignment keepNext keepLines widowControl ' +
    'pageBreakBefore tabs bookmarkStart bookmarkEnd proofErr lastRenderedPageBreak tcW tcBorders tblBorders ' +
    'vAlign latentStyles'
  )
    .split(' ')
    .map((name) => `w:${name}`),
);

/** Most elements have none: one list for all of them saves half of the memory. */
const NO_CHILDREN: (XmlElement | string)[] = [];
const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

/** Builds the tree. The parser mends what is not well-formed; here it is refused, since mending may lose text. */
class Builder {
  parser: Parser | undefined;
  private readonly top: XmlElement = { name: '', attributes: {}, children: NO_CHILDREN };
  private readonly stack = [this.top];
  private readonly scopes: Scope[] = [OUTERMOST];

  private readonly alike = new Alike();
  /** The stretch that is read, with the last character before it, and where that stands in the part. */
  private recent = { text: '', at: 0 };
  private readonly budget: Budget;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  come(stretch: string): void {
    const { text, at } = this.recent;
    this.recent = { text: text.slice(-1) + stretch, at: at + Math.max(0, text.length - 1) };
  }

  onopentag(rawName: string, raw: Record<string, string>): void {
    if (!this.budget.takeTag()) throw abnormal(TOO_MUCH);
    if (this.stack.length > LIMITS.depth) throw abnormal('一层套一层太深');
    const scope = scopeOf(raw, this.scopes.at(-1) ?? OUTERMOST);
    const name = qualify(rawName, scope);
    const unread = UNREAD.has(name);
    const attributes = unread
      ? NO_ATTRIBUTES
      : this.alike.attributesLike(qualifyAll(raw, scope) ?? NO_ATTRIBUTES);
    const element = { name, attributes, children: NO_CHILDREN };
    if (!unread) this.append(element);
    this.stack.push(element);
    this.scopes.push(scope);
  }

  onclosetag(_name: string, implied: boolean): void {
    const end = this.parser?.endIndex ?? 0;
    const { text, at } = this.recent;
    if (implied && !text.startsWith('/>', end - 1 - at)) throw damaged('内容读不通');
    const element = this.stack.pop();
    this.scopes.pop();
    const siblings = this.stack.at(-1)?.children;
    // One that is not read was not appended.
    if (element && siblings && siblings.at(-1) === element) {
      siblings[siblings.length - 1] = this.complete(element);
    }
  }

  private complete(element: XmlElement): XmlElement {
    const alike = this.alike.elementLike(element);
    if (alike !== element) return alike;
    if (!this.budget.takeNode()) throw abnormal(TOO_MUCH);
    // An array that grew keeps room for more; the copy does not.
    if (element.children !== NO_CHILDREN) element.children = element.children.map(detached);
    return element;
  }

  ontext(data: string): void {
    const siblings = this.stack.at(-1)?.children ?? [];
    const last = siblings.length - 1;
    if (typeof siblings[last] === 'string') siblings[last] += data;
    else if (this.budget.takeNode()) this.append(data);
    else throw abnormal(TOO_MUCH);
  }

  private append(child: XmlElement | string): void {
    const parent = this.stack.at(-1);
    if (!parent) return;
    if (parent.children === NO_CHILDREN) parent.children = [child];
    else parent.children.push(child);
  }

  onprocessinginstruction(name: string): void {
    if (name.startsWith('!')) throw abnormal('里面有自定义的实体（DOCTYPE）');
  }

  root(): XmlElement {
    const roots = elementsOf(this.top);
    const [root] = roots;
    if (!root || roots.length > 1) throw damaged('内容读不通');
    return root;
  }
}

/** A long string that was cut out of another keeps all of that in memory; its copy does not. */
function detached(child: XmlElement | string): XmlElement | string {
  if (typeof child !== 'string' || child.length < 13) return child;
  return Buffer.from(child, 'utf16le').toString('utf16le');
}

export function elementsOf(element: XmlElement | undefined): XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== 'string');
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (!element) return undefined;
  for (const child of element.children) {
    if (typeof child !== 'string' && child.name === name) return child;
  }
  return undefined;
}

/** The text that stands right in an element. */
export function ownText(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('');
}

/** `w:val` of a child: `valOf(pPr, 'w:pStyle')`. */
export function valOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val'];
}

/** A property that is on or off (ECMA-376 17.17.4); `undefined` where nothing is said. */
export function toggleOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const property = childOf(element, name);
  if (!property) return undefined;
  return !['0', 'false', 'off', 'none'].includes(property.attributes['w:val'] ?? '1');
}
