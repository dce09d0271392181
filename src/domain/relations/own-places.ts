import { NUMERAL, parseNumeral } from '../policy/numeral.ts';
import type { CitationForm, CitedTarget } from './citation-in-text.ts';
import { matchAt } from './folded-text.ts';
import { clausesOf, joinRanges, type Link } from './links.ts';
import { mayBegin } from './names.ts';
import { endsWithKind, type TextContext } from './text-context.ts';
import { type PlaceStep, readPlaces } from './written-places.ts';

const KINDS =
  '实施细则|实施办法|实施条例|实施意见|实施方案|暂行规定|暂行办法|暂行条例|宪法|法|条例|办法|规定|细则|决定|通知|意见|方案|解释|章程|规则|标准|规程|制度|准则|规范|通告|公告|规划|批复|预案|公约|协议';
const OWN_KIND = new RegExp(`本(${KINDS})`, 'uy');
const THIS_ARTICLE = /本条/uy;
const BEFORE = new RegExp(`前(${NUMERAL})?([条款项])`, 'uy');
/** 前款所列第（一）项 */
const OF_BEFORE = /(?:所列|规定的?|中的?|的)(?=第)/uy;
/** What may follow a place that nothing names the document of. */
const GOES_ON =
  /^(?:$|[、,。;:)”]|和|与|以?及|或|的|之|规定|所|中|至|内|外|以外|情形|要求|范围|标准|执行|办理|处理|予以|给予|处罚|项下|列)/u;

interface OwnFound {
  end: number;
  found: { from: number; to: number; target: CitedTarget; form: CitationForm }[];
}

interface Said {
  quoted: boolean;
  foreign: boolean;
  row: boolean;
}

/** Reads what a clause cites of its own document. */
export class OwnPlaces {
  private readonly clause: string;
  private readonly context: TextContext;

  constructor(clause: string, context: TextContext) {
    this.clause = clause;
    this.context = context;
  }

  at(text: string, at: number, sign: string, said: Said): OwnFound | null {
    if (sign === '本') return this.kind(text, at, said) ?? this.thisArticle(text, at, said);
    // Of a decision these are places of what it changes, and quoted ones of anything.
    if (said.quoted || said.row || this.context.amending) return null;
    return sign === '前' ? this.before(text, at) : this.alone(text, at, said);
  }

  /** 本办法第五条; in what a decision quotes the document as changed. */
  private kind(text: string, at: number, { quoted }: Said): OwnFound | null {
    const [all, kind = ''] = matchAt(OWN_KIND, text, at) ?? [];
    if (all === undefined) return null;
    const links = joinRanges(readPlaces(text, at + all.length));
    if (links.length === 0) return null;
    const target =
      quoted && this.context.amending ? this.asChanged(kind) : this.ofOwn(kind, quoted);
    return target && emitted(links, at, target, 'own-place');
  }

  private asChanged(kind: string): ((link: Link) => CitedTarget | null) | null {
    const named = this.context.edition(this.context.amended, 'new');
    if (!named || !endsWithKind(named.document.title, kind)) return null;
    const places = this.context.held.placesOf(named.document);
    return (link) => {
      const clauses = clausesOf(link, (path) => places.find(path, named.region), places);
      return clauses && { is: 'held', document: named.document.id, clauses };
    };
  }

  private ofOwn(kind: string, quoted: boolean): ((link: Link) => CitedTarget | null) | null {
    if (quoted) return null;
    const inner = this.context.own.regionOf(this.clause);
    const region = [inner, null].find((one) => this.context.isKind(kind, one));
    return region === undefined ? null : (link) => this.found(link, region, null);
  }

  /** 本条第一款 */
  private thisArticle(text: string, at: number, { quoted }: Said): OwnFound | null {
    const [all] = matchAt(THIS_ARTICLE, text, at) ?? [];
    const article = this.article();
    if (all === undefined || quoted || article === null) return null;
    const next = at + all.length;
    const before = this.before(text, next);
    if (before) return before;
    return emitted(joinRanges(readPlaces(text, next)), at, this.inArticle(article), 'own-place');
  }

  /** 前款, 前两项, 前款第一项 */
  private before(text: string, at: number): OwnFound | null {
    const [all, n, unit] = matchAt(BEFORE, text, at) ?? [];
    if (all === undefined) return null;
    const kinds = { 条: ['article'], 款: ['paragraph'], 项: ITEMS } as const;
    const from = this.context.own.around(this.clause, kinds[unit as '条' | '款' | '项']);
    const count = n === undefined ? 1 : (parseNumeral(n) ?? 0);
    const clauses = from && count ? this.context.own.before(from, count) : null;
    if (!clauses) return null;
    const end = at + all.length;
    const whole = { from: at, to: end, target: { is: 'own', clauses }, form: 'relative' } as const;
    const [only = null] = clauses.length === 1 ? clauses : [];
    const [of = ''] = matchAt(OF_BEFORE, text, end) ?? [];
    const links = only ? joinRanges(readPlaces(text, end + of.length)) : [];
    const target = (link: Link) => this.found(link, this.context.own.regionOf(this.clause), only);
    const placed = emitted(links, of ? null : at, target, 'relative');
    if (!placed?.found.length) return { end, found: [whole] };
    return of ? { ...placed, found: [whole, ...placed.found] } : placed;
  }

  /** 第五条, 第一款, 第（二）项 alone, where no other document is spoken of. */
  private alone(text: string, at: number, { foreign }: Said): OwnFound | null {
    if (foreign || !mayBegin(text, at, true)) return null;
    const links = joinRanges(readPlaces(text, at));
    const [first, last] = [links[0], links.at(-1)];
    if (!first || !last || !GOES_ON.test(text.slice(last.to, last.to + 4))) return null;
    const unit = first.first[0]?.unit;
    const article = this.article();
    if (unit === '条')
      return emitted(
        links,
        at,
        (link) => this.found(link, this.context.own.regionOf(this.clause), null),
        'own-place',
      );
    if (article === null) return null;
    if (unit === '款') return emitted(links, at, this.inArticle(article), 'own-place');
    if (unit !== '项') return null;
    const around = this.context.own.around(this.clause, ['paragraph', 'article']);
    // 有前款第二项情形的，甲；有第一项情形的，乙: of a 款 without a list that of its article is meant.
    const from = around && this.context.own.lists(around) ? around : article;
    return emitted(links, at, (link) => this.found(link, null, from), 'own-place');
  }

  private article(): string | null {
    return this.context.own.around(this.clause, ['article']);
  }

  private inArticle(article: string): (link: Link) => CitedTarget | null {
    const region = this.context.own.regionOf(this.clause);
    return (link) => this.found(link, region, link.first[0]?.unit === '条' ? null : article);
  }

  private found(link: Link, region: string | null, from: string | null): CitedTarget | null {
    const own = this.context.own;
    const find = (path: readonly PlaceStep[]) => own.find(path, region, from);
    const clauses = clausesOf(link, find, own);
    return clauses && { is: 'own', clauses };
  }
}

const ITEMS = ['item', 'point', 'subpoint', 'paren', 'circle', 'part'] as const;

/** The first link begins with the words that name the document, if any. */
function emitted(
  links: readonly Link[],
  at: number | null,
  target: (link: Link) => CitedTarget | null,
  form: CitationForm,
): OwnFound | null {
  const found = links.flatMap((link, i) => {
    const one = target(link);
    return one
      ? [{ from: i === 0 ? (at ?? link.from) : link.from, to: link.to, target: one, form }]
      : [];
  });
  const end = links.at(-1)?.to;
  return end === undefined ? null : { end, found };
}
