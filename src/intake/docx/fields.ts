import type { Written } from '../numbering/number-format.ts';
import { type Form, isComputed, printField } from '../word/field-print.ts';
import { Sequences } from '../word/sequences.ts';
import { childOf, elementsOf, toggleOf, valOf, type XmlElement } from './xml.ts';

/** A field that has begun: its code, and whether its result has begun and printed something. */
interface Open {
  code: string;
  inResult: boolean;
  printed: boolean;
  form: XmlElement | undefined;
}

/** The fields of one story (ECMA-376 17.16.18): of each its result is printed, its code never. Fields may be nested. */
export class Fields {
  private readonly open: Open[] = [];
  private readonly sequences = new Sequences();

  private readonly broken: boolean;

  /** `broken`: the marks of the story do not pair, so nobody knows what is code; all text is then taken as printed. */
  constructor(broken: boolean) {
    this.broken = broken;
  }

  /** Whether what stands here is the code of a field, or of one around it. */
  get inCode(): boolean {
    return !this.broken && this.open.some(({ inResult }) => !inResult);
  }

  begin(form: XmlElement | undefined): void {
    this.open.push({ code: '', inResult: false, printed: false, form });
  }

  separate(): void {
    const last = this.open.at(-1);
    if (last) last.inResult = true;
  }

  /** Text of a code, or of a field within it. */
  code(text: string): void {
    const last = this.open.findLast(({ inResult }) => !inResult);
    if (last && last.code.length < 10_000) last.code += text;
  }

  /** Something of a result was printed. */
  printed(): void {
    for (const field of this.open) if (field.inResult) field.printed = true;
  }

  /** Ends a field; gives what it prints where no result is stored. */
  end(): Written | undefined {
    const field = this.open.pop();
    if (!field || this.broken) return undefined;
    const count = this.sequences.step(field.code);
    if (field.printed || (field.inResult && !isComputed(field.code))) return undefined;
    return printField(field.code, count, readForm(field.form));
  }
}

/** Whether each field of a story that begins also ends. */
export function fieldsPair(story: XmlElement): boolean {
  let open = 0;
  let paired = true;
  const visit = (element: XmlElement): void => {
    if (element.name === 'w:fldChar') {
      const type = element.attributes['w:fldCharType'];
      if (type === 'begin') open += 1;
      if (type === 'end') open -= 1;
      paired &&= open >= 0;
    }
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  visit(story);
  return paired && open === 0;
}

/** `w:ffData` (ECMA-376 17.16.17) */
function readForm(data: XmlElement | undefined): Form {
  const box = childOf(data, 'w:checkBox');
  const list = childOf(data, 'w:ddList');
  const entries = elementsOf(list).filter(({ name }) => name === 'w:listEntry');
  const at = Number(valOf(list, 'w:result') ?? valOf(list, 'w:default') ?? '0');
  return {
    isChecked: toggleOf(box, 'w:checked') ?? toggleOf(box, 'w:default') ?? false,
    chosen: entries[at]?.attributes['w:val'] ?? '',
  };
}
