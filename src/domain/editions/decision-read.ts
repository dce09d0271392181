import { foldLine } from '../policy/fold.ts';
import type { DecisionPlace, Instruction, Operation } from './decision.ts';
import { type ItemLines, isSameTitle, readItems } from './decision-items.ts';
import { readOperation } from './decision-operations.ts';
import { PLACES, readPlaces } from './decision-places.ts';
import { QUOTE, type QuotedWords, spellOut, takeQuotes } from './decision-words.ts';

/** Words before an operation that say nothing of it. */
const LEAD =
  /^(?:[,;。:、]|此外|同时|另外|并且|并|且|其中的?|其|对|将|把|在|由|再|相应地?|原(?=第)|作如下修改|修改如下|如下)/u;
/** What speaks of amending. */
const AMENDS =
  /修改(?![前后])|修正|修订|改为|增加|增写|增设|新增|删去|删除|合并|调整|替换|废止|补充|移至|移到|延长[至到]/u;
/** What puts the decision in force, or names what is amended: nothing to do. */
const NO_INSTRUCTION =
  /(?:重新公布|重新发布|起施行|起实施|同时废止)$|^(?:修改|对)?《[^《》]+》(?:作(?:出|了)?如下修改|作如下修正|修改如下)?$|(?:作(?:出)?如下(?:修改|修正|修订)|修改如下|作(?:出)?修改):?$/u;

/**
 * Reads a deciding document (修改决定, 修正案) into instructions, in its order. Of a decision on many documents only those
 * for `title` count. What is not understood, or leaves a choice, is not mechanical and says why.
 */
export function readDecision(source: string, title: string | null = null): Instruction[] {
  const items = readItems(source);
  const named = items.flatMap(({ document }) => document ?? []);
  const isOfMany =
    new Set(named).size > 1 || named.some((one) => title && !isSameTitle(one, title));
  return items
    .filter(({ document, id }) => {
      if (document !== null) return title === null || isSameTitle(document, title);
      return !isOfMany || id === 'tail';
    })
    .flatMap(instructionsOf);
}

function instructionsOf(item: ItemLines): Instruction[] {
  const { id, clause, printed } = item;
  const quoted = takeQuotes(item.lines.flatMap((line) => line.split('\n')));
  const said = readWords({ ...quoted, words: foldLine(quoted.words) });
  return withNewSections(said).map(({ words, operation, why }) => ({
    item: { id, clause, printed },
    words: spellOut(words, quoted.quotes),
    operation,
    why,
  }));
}

/** No sentence of an instruction is longer, its quotes taken out; the limit keeps the patterns cheap for any input. */
const LONGEST = 600;
const STOP = /[。;]/u;

const NAMED_PLACE = new RegExp(`^${PLACES}`, 'u');

function isCheap(words: string, index: number): boolean {
  const ahead = words.slice(index, index + LONGEST);
  return ahead.length < LONGEST || STOP.test(ahead);
}

type Said = Pick<Instruction, 'words' | 'operation' | 'why'>;

function readWords({ words, quotes }: QuotedWords): Said[] {
  const said: Said[] = [];
  let around: DecisionPlace | null = null;
  let index = 0;
  while (index < words.length) {
    const [lead] = LEAD.exec(words.slice(index)) ?? [];
    const found: ReturnType<typeof readOperation> = isCheap(words, index)
      ? readOperation(words, index, { around, quotes })
      : null;
    if (found && endsWell(words, found.end)) {
      const own = words.slice(index, found.end);
      said.push(...found.operations.map((operation) => ({ words: own, operation, why: '' })));
      said.push(...looseWords(own, found.operations));
      around = found.around ?? around;
      index = found.end;
    } else if (lead) index += lead.length;
    else {
      const [rest = ''] = /^[^。;]*/u.exec(words.slice(index)) ?? [];
      if (saysMore(rest) && !NO_INSTRUCTION.test(rest)) {
        said.push({ words: rest, operation: null, why: whyNot(rest) });
        // What follows speaks of the place named here, whether the rest was understood or not.
        const [named = ''] = NAMED_PLACE.exec(rest) ?? [];
        around = readPlaces(named, around)[0] ?? around;
      }
      index += rest.length;
    }
  }
  return said;
}

/** Words that may be an instruction: nothing that a decision names may be lost without a word. */
function saysMore(words: string): boolean {
  return AMENDS.test(words) || new RegExp(`${QUOTE}|^${PLACES}`, 'u').test(words);
}

/** An operation is followed by a stop, or by another; else its words go on and it says more than was read. */
function endsWell(words: string, end: number): boolean {
  return (
    end >= words.length ||
    /^[。;,、]|^(?:并|第|同时|这一|此外|《|将|在)|^[^,;。]{0,12}第/u.test(words.slice(end))
  );
}

/** 对条文顺序和个别文字作相应调整: the order follows from what is added and deleted, the words do not. */
function looseWords(words: string, [operation]: readonly Operation[]): Said[] {
  if (operation?.does !== 'renumber-all' || !/文字|标点|表述|内容/u.test(words)) return [];
  return [{ words, operation: null, why: whyNot(words) }];
}

function whyNot(words: string): string {
  if (/文字|标点|表述/u.test(words)) return '决定没有写改哪些字。';
  if (/援引|引用/u.test(words)) return '决定没有逐处写明引用的条文怎样改。';
  if (/[前后]段|分号|部分$/u.test(words)) return '用句中的一段定位，不能确定从哪里到哪里。';
  return '这种写法程序不能确定怎样改。';
}

/** 增加一节，作为第七节“…”；增加五条，分别作为…。内容如下： is one operation. */
function withNewSections(said: readonly Said[]): Said[] {
  return said.flatMap((one, i): Said[] => {
    const [before, next] = [said[i - 1], said[i + 1]];
    if (next && isHeadingFor(one, next)) return [];
    if (!before || !isHeadingFor(before, one)) return [one];
    const [outer, inner] = [before.operation, one.operation];
    if (outer?.does !== 'add' || inner?.does !== 'add') return [one];
    const first = inner.quote[0] ?? '';
    const isThere = foldLine(first).endsWith(foldLine(outer.quote[0] ?? ''));
    const quote = isThere ? inner.quote : [...outer.quote, ...inner.quote];
    return [{ words: `${before.words};${one.words}`, operation: { ...outer, quote }, why: '' }];
  });
}

function isHeadingFor({ operation }: Said, { operation: next }: Said): boolean {
  if (operation?.does !== 'add' || next?.does !== 'add') return false;
  return /[编章节]/u.test(operation.unit) && next.unit === '条' && operation.quote.length === 1;
}
