import { formatNumeral, NUMERAL, parseNumeral } from '../policy/numeral.ts';
import { matchAt } from './folded-text.ts';

/** The words for levels in statutes, outermost first. */
const UNITS = ['编', '分编', '部分', '章', '节', '条', '款', '项', '目'] as const;
export type Unit = (typeof UNITS)[number];

/** A level as a statute writes it: `第五条`, `第（二）`. */
export interface PlaceStep {
  unit: Unit;
  number: number;
  /** The 之二 of 第一百三十三条之二, or 0. */
  zhi: number;
}

/** A place in a running text, with all levels that it has from those before it in its list. */
export interface PlaceInText {
  path: readonly PlaceStep[];
  /** Where it stands in the folded text: in 第四条第（二）、（三）项 the second is `（三）项`. */
  from: number;
  to: number;
  /** Whether 至 leads to it from the place before. */
  range: boolean;
}

interface Atom extends Omit<PlaceStep, 'unit'> {
  unit: Unit | null;
  joint: '' | 'and' | 'to';
  from: number;
  to: number;
}

/** Characters that make another word of a level: 第一条件, 第三项目. */
const UNIT =
  '分编|编(?![制号外内])|部分|章(?!程)|节(?![能约假日目])|条(?![件例约])|款(?!项)|项(?!目)|目(?![标前录])';
const ATOM = new RegExp(
  `(?<ordinal>第)?(?:\\((?<inner>${NUMERAL})\\)|(?<n>${NUMERAL}))(?<unit>${UNIT})?(?:(?<=条)之(?<zhi>${NUMERAL}))?`,
  'uy',
);
/** Nobody cites more at once. */
const MOST = 50;
const JOINT = /(?<to>至|到|-)|、|和|与|以?及|或者?/uy;

/** A place as statutes write it: `第六十一条第一款第三项`. */
export function formatPath(path: readonly PlaceStep[]): string {
  return path
    .map(
      ({ unit, number, zhi }) =>
        `第${formatNumeral(number)}${unit}${zhi ? `之${formatNumeral(zhi)}` : ''}`,
    )
    .join('');
}

/** How deep a level stands. */
function depthOf(unit: Unit): number {
  return UNITS.indexOf(unit);
}

/**
 * The places of a list that begins at `index` of a folded text, none where none does:
 * `第四条第(二)、(三)项和第六条 → 第四条第(二), (三)项, 第六条`.
 */
export function readPlaces(text: string, index: number): PlaceInText[] {
  return placesOf(withUnits(atomsAt(text, index)));
}

function atomsAt(text: string, index: number): Atom[] {
  const atoms: Atom[] = [];
  let at = index;
  while (atoms.length < MOST) {
    const joint = atoms.length ? matchAt(JOINT, text, at) : null;
    const from = at + (joint?.[0].length ?? 0);
    const found = matchAt(ATOM, text, from);
    const { ordinal, inner, n, unit, zhi } = found?.groups ?? {};
    const number = parseNumeral(inner ?? n ?? '');
    const last = atoms.at(-1);
    // 二款 goes on after 第一、 only; a number alone is a number.
    const isNext = ordinal || (inner ? last : last?.unit === null && joint);
    // 第(二)(四)项 are two.
    const isBeside = !joint && last?.unit === null;
    if (!found || !number || !isNext) return atoms;
    atoms.push({
      unit: UNITS.find((one) => one === unit) ?? null,
      number,
      zhi: parseNumeral(zhi ?? '') ?? 0,
      joint: joint?.groups?.['to'] ? 'to' : joint || isBeside ? 'and' : '',
      from,
      to: from + found[0].length,
    });
    at = from + found[0].length;
  }
  return atoms;
}

/** The word that ends a list is that of all before it; what none follows is no place. */
function withUnits(atoms: readonly Atom[]): (Atom & PlaceStep)[] {
  let unit: Unit | null = null;
  const whole = atoms
    .toReversed()
    .map((atom) => {
      unit = atom.unit ?? unit;
      const own = unit;
      if (atom.joint === '' && atom.unit !== null) unit = null;
      return { ...atom, unit: own };
    })
    .toReversed();
  const end = whole.findIndex((atom) => atom.unit === null);
  return (end < 0 ? whole : whole.slice(0, end)) as (Atom & PlaceStep)[];
}

function placesOf(atoms: readonly (Atom & PlaceStep)[]): PlaceInText[] {
  const places: PlaceInText[] = [];
  for (const { unit, number, zhi, joint, from, to } of atoms) {
    const last = places.at(-1);
    const step = { unit, number, zhi };
    const innermost = last?.path.at(-1);
    if (joint === '' && last && innermost) {
      if (depthOf(unit) <= depthOf(innermost.unit)) return places;
      places[places.length - 1] = { ...last, path: [...last.path, step], to };
    } else {
      const outer = last?.path.filter((one) => depthOf(one.unit) < depthOf(unit)) ?? [];
      places.push({ path: [...outer, step], from, to, range: joint === 'to' });
    }
  }
  return places;
}
