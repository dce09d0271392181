import { createHash } from 'node:crypto';

/** A policy that nobody issued, for measuring with: what stands in its folder. */
export interface GeneratedPolicy {
  /** `made-0001`: its folder and address. */
  id: string;
  title: string;
  /** `source.txt` */
  source: string;
  /** `policy.yml` */
  info: string;
}

/** Clauses with a page in a policy, the preamble and the parts counted. */
const CLAUSES_OF_A_POLICY = 40;

const PARTS = 6;
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/**
 * Policies with `clauses` clauses in all, `each` in each but the last. Their text has the shape of an issued one and is put
 * together from the words of `model`, so it reads like it and means nothing. The same arguments give the same text.
 */
export function generatePolicies(
  model: string,
  clauses: number,
  each = CLAUSES_OF_A_POLICY,
): GeneratedPolicy[] {
  const words = [...new Set(model.match(/\p{Script=Han}{4,18}/gu))];
  const policies = Math.ceil(clauses / each);
  return Array.from({ length: policies }, (_, i) =>
    generatePolicy(words, i + 1, Math.min(each, clauses - i * each)),
  );
}

function generatePolicy(
  words: readonly string[],
  serial: number,
  clauses: number,
): GeneratedPolicy {
  const write = new Writer(words, serial);
  const id = `made-${String(serial).padStart(4, '0')}`;
  const place = write.name();
  const issuer = `${place}市人力资源和社会保障局`;
  const number = `${place.slice(0, 1)}人社〔2018〕${serial}号`;
  const title = `${place}市${write.phrase(6, 12)}实施方案`;
  const source = [
    `${issuer}文件`,
    number,
    title,
    `根据《${place}市${write.phrase(6, 12)}的意见》文件，${write.sentence()}`,
    ...body(write, clauses - 1),
    `${issuer}办公室`,
    '2018年10月9日印发',
  ].join('\n\n');
  return { id, title, source, info: describe({ issuer, number, title }, source) };
}

/** The parts, `一、…`, each with its items, `（一）…`: `clauses` of both together. */
function body(write: Writer, clauses: number): string[] {
  const parts = Math.min(PARTS, clauses);
  return Array.from({ length: parts }, (_, part) => {
    // What does not divide evenly goes to the first parts.
    const items = Math.floor((clauses - parts) / parts) + Number(part < (clauses - parts) % parts);
    const text = Array.from({ length: items }, (_, item) => `（${NUMERALS[item]}）${write.item()}`);
    const heading = `${NUMERALS[part]}、${write.phrase(4, 10)}`;
    return text.length ? [heading, ...text] : [heading, write.sentence()];
  }).flat();
}

function describe(
  { issuer, number, title }: { issuer: string; number: string; title: string },
  source: string,
): string {
  const fields = {
    title,
    shortTitle: title,
    number,
    issuer,
    issued: '2018-10-09',
    ask: issuer,
    sha256: createHash('sha256').update(source).digest('hex'),
  };
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `${lines.join('\n')}\nlabels:\n  pre: 序言\n`;
}

/** Puts words together by chance, the same for the same seed. */
class Writer {
  readonly #words: readonly string[];
  #state: number;

  constructor(words: readonly string[], seed: number) {
    this.#words = words;
    this.#state = seed;
  }

  /** A name of two characters, so that each policy has words no other has. */
  name(): string {
    return this.#character() + this.#character();
  }

  /** Words without a mark, of a length fit for a heading. */
  phrase(least: number, most: number): string {
    const fit = this.#words.filter(({ length }) => length >= least && length <= most);
    return this.#oneOf(fit);
  }

  /** `建立某某制度，……，……。`: about as long as a sentence of an issued text. */
  sentence(): string {
    const phrases = Array.from({ length: 2 + this.#below(4) }, () => this.#oneOf(this.#words));
    return `${phrases.join('，')}。`;
  }

  /** A heading and what follows it. */
  item(): string {
    const sentences = Array.from({ length: 1 + this.#below(3) }, () => this.sentence());
    const name = this.name();
    // After a number these would be the name of a level: （五）项.
    const before = /^[编章节条款项目]/u.test(name) ? '推进' : '';
    return `${before}${name}${this.phrase(4, 10)}。${sentences.join('')}`;
  }

  #character(): string {
    const word = this.#oneOf(this.#words);
    return word.charAt(this.#below(word.length));
  }

  #oneOf(list: readonly string[]): string {
    const one = list[this.#below(list.length)];
    if (one === undefined) {
      throw new Error('Unexpected model without words, expected the text of a policy');
    }
    return one;
  }

  /** Mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
  #below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }
}
