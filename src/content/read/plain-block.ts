import { PARTS, type PartName, SAYS } from '../../domain/plain.ts';
import type { Advice } from '../../domain/problem.ts';

/** One part of a block of our words, `can="可享受……"`, with its line. */
export interface Part {
  name: PartName;
  text: string;
  line: number;
}

type Attribute = Readonly<{ name?: string; value?: unknown }>;

/** The three that say what the text does, as an editor is told of them. */
const CHOICE = 'can="……"（能怎样）、must="……"（要做什么）或 what="……"（写的是）';

/** What keeps the attributes of a `<Plain>` from being its parts. That it names its sentences is asked elsewhere. */
export function wrongParts(attributes: readonly Attribute[]): Advice | null {
  const own = attributes.filter(({ name }) => name !== 's');
  const strange = own.find(({ name }) => !isPart(name));
  if (strange)
    return {
      problem: `<Plain> 里没有“${strange.name ?? '……'}”这一项。`,
      fix: `只能写 s、${PARTS.join('、')}；用不着的删去。`,
    };
  const names = attributes.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) return { problem: `“${twice}”写了两次。`, fix: '并成一项，或者分成两块。' };
  for (const { name, value } of own) {
    if (typeof value !== 'string')
      return {
        problem: `“${name}”后面写的不是一段话。`,
        fix: `写成 ${name}="……"，用英文引号，不用花括号。`,
      };
    if (!value.trim())
      return { problem: `“${name}”后面是空的。`, fix: '写上说明，或者删去这一项。' };
    const [sign] = /\]\(|[[\]*_`{}<>]/u.exec(value) ?? [];
    if (sign)
      return {
        problem: `“${name}”里有记号“${sign}”，网页上会照样显示出来。`,
        fix: '只写文字，删去记号；不放链接、图片，不加重。',
      };
    if (name !== 'note' && /[。；，、]\s*$/u.test(value))
      return { problem: `“${name}”的末尾有标点。`, fix: '删去末尾的标点，一项不是一整句。' };
    if (/[\r\n]/u.test(value))
      return {
        problem: `“${name}”这一项中间换了行，网页上会多出一个空格。`,
        fix: '把这一项写在一行里。',
      };
  }
  const says = SAYS.filter((name) => names.includes(name));
  if (says.length === 0)
    return { problem: '<Plain> 没有写能怎样、要做什么。', fix: `加上一项：${CHOICE}。` };
  if (says.length > 1)
    return {
      problem: `<Plain> 里同时写了 ${says.join(' 和 ')}。`,
      fix: `${CHOICE}只写一项；分不开的，分成 ${says.length} 块。`,
    };
  return null;
}

/** The parts of a block that has nothing wrong. `lines` are those it stands on. */
export function partsOf(
  attributes: readonly Attribute[],
  lines: readonly { line: number; text: string }[],
): Part[] {
  return attributes.flatMap(({ name, value }) => {
    if (!isPart(name) || typeof value !== 'string') return [];
    const at = lines.find(({ text }) => new RegExp(`(?:^|\\s)${name}\\s*=`, 'u').test(text));
    return { name, text: value.trim(), line: at?.line ?? lines[0]?.line ?? 1 };
  });
}

function isPart(name: string | undefined): name is PartName {
  return (PARTS as readonly (string | undefined)[]).includes(name);
}
