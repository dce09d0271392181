import { enclose } from '../numbering/enclosed.ts';
import type { Written } from '../numbering/number-format.ts';

/** A code of an EQ field, taken apart: text, and switches with what stands in their brackets. */
interface Switch {
  name: string;
  args: Part[][];
}
type Part = string | Switch;

const CIRCLES = /^[○〇◯⚪]$/u;
/** Signs that others are laid into, where no single character is both. */
const FRAMES = /^[□△◇☐]$/u;
const MAX_DEPTH = 20;

/**
 * What an EQ field prints (Word draws it from its code and stores no result). Enclosed characters are certain
 * (`\o\ac(○,3) → ③`); of what is set above, below or over each other the characters are given, in doubt.
 */
export function printEquation(code: string): Written {
  const source = code.replace(/^\s*EQ\s*/iu, '').replace(/\\\*\s*(?:"[^"]*"|\S+)/gu, '');
  const reader = new EquationReader(source);
  const printed = reader.list()[0]?.map(printPart) ?? [];
  const text = printed.map((part) => part.text).join('');
  return { text: text.trim(), doubt: printed.find(({ doubt }) => doubt)?.doubt ?? '' };
}

/** Reads arguments parted by commas or semicolons; `\,` and the like are the sign itself. */
class EquationReader {
  private at = 0;
  private depth = 0;

  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  /** Arguments up to the bracket that closes, or the end. */
  list(): Part[][] {
    const args: Part[][] = [[]];
    while (this.at < this.source.length) {
      const c = this.source.charAt(this.at);
      if (c === ')') break;
      if ((c === ',' || c === ';' || c === '，') && this.depth > 0) args.push([]);
      else args.at(-1)?.push(c === '\\' ? this.escape() : c);
      this.at += 1;
    }
    return args;
  }

  /** From a backslash to the last character of what it begins. */
  private escape(): Part {
    const opening = /^\\[a-z][a-z\d\\\s.-]*\(/iu.exec(this.source.slice(this.at, this.at + 200));
    if (opening && this.depth < MAX_DEPTH) {
      this.at += opening[0].length;
      this.depth += 1;
      const args = this.list();
      this.depth -= 1;
      return { name: opening[0].charAt(1).toLowerCase(), args };
    }
    this.at += 1;
    return this.source.charAt(this.at);
  }
}

function printPart(part: Part): Written {
  if (typeof part === 'string') return { text: part, doubt: '' };
  const args = part.args.map((arg) =>
    arg
      .map(printPart)
      .map(({ text }) => text)
      .join('')
      .trim(),
  );
  if (part.name === 'o') return printOver(part, args);
  if (part.name === 'f') {
    return { text: args.join('/'), doubt: `这里印的是上下排的分数 ${args.join('/')}` };
  }
  return { text: args.join(''), doubt: '这里是用域排出的式子，印的样子请看原件' };
}

/** Characters over each other: one in a circle, or readings above a word. */
function printOver(part: Switch, args: string[]): Written {
  const inner = args.filter((arg) => !CIRCLES.test(arg)).join('');
  const one = args.length === 2 && inner !== args.join('') ? enclose(inner) : null;
  if (one) return { text: one, doubt: '' };
  if (args.some((arg) => CIRCLES.test(arg) || FRAMES.test(arg))) {
    return { text: inner, doubt: `这里印的是框里的字：${args.join(' ')}` };
  }
  const base = part.args.findLastIndex((arg) => arg.every((one) => typeof one === 'string'));
  return { text: args[base] ?? args.join(''), doubt: `这里是叠印的字：${args.join(' ')}` };
}
