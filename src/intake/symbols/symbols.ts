import { uncertain } from '../pieces.ts';
import type { Piece } from '../reading.ts';

/**
 * Characters of symbol fonts, which files store as U+F000 and the code in the font. Only the common ones: what is not
 * here is for a person to look at.
 */

/** Codes that follow each other, as the characters they print; a blank stands where nothing is mapped. */
type Stretch = readonly [first: number, characters: string];

const SYMBOL: readonly Stretch[] = [
  [0x21, '!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_'],
  [0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'],
  [0xa1, 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'],
  [0xc4, '⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊'],
  [0xe5, '∑'],
  [0xf2, '∫'],
];

const WINGDINGS: readonly Stretch[] = [
  [0x22, '✂✁'],
  [0x28, '☎'],
  [0x2a, '✉'],
  [0x45, '☜☞☝☟'],
  [0x4a, '☺'],
  [0x4c, '☹'],
  [0x6c, '●'],
  [0x6e, '■□'],
  [0x71, '❑❒⬧⧫◆❖⬥'],
  [0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'],
  [0x9e, '·•'],
  [0xa1, '○'],
  [0xa4, '◉◎'],
  [0xa7, '▪□'],
  [0xab, '★'],
  [0xd8, '➢'],
  [0xdf, '←→↑↓'],
  [0xe8, '➔'],
  [0xef, '⇦⇨⇧⇩'],
  [0xfb, '✗✓☒☑'],
];

const WINGDINGS_2: readonly Stretch[] = [
  [0x4f, '✗✓☒☑'],
  [0x6a, '①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'],
  [0x97, '●'],
  [0xa3, '□'],
];

const FONTS = new Map<string, Map<number, string>>([
  ['symbol', tableOf(SYMBOL)],
  ['wingdings', tableOf(WINGDINGS)],
  ['wingdings 2', tableOf(WINGDINGS_2)],
]);

function tableOf(stretches: readonly Stretch[]): Map<number, string> {
  return new Map(
    stretches.flatMap(([first, characters]) =>
      Array.from(characters, (c, i): [number, string] => [first + i, c]).filter(
        ([, c]) => c !== ' ',
      ),
    ),
  );
}

/** Fonts that draw signs of their own in the place of letters, of which none is mapped here. */
const UNMAPPED = /^(?:wingdings 3|webdings|marlett)$/iu;

/** The Unicode character that a code prints in a font: `(0xf0b7, 'Symbol') → •`; `undefined` where that is not known. */
export function symbolOf(code: number, font: string): string | undefined {
  const table = FONTS.get(font.toLowerCase());
  if (table) return table.get(code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code);
  if (UNMAPPED.test(font) || code < 0x20 || code > 0x10ffff) return undefined;
  const sign = String.fromCodePoint(code);
  return /[\p{Co}\p{Cs}]/u.test(sign) ? undefined : sign;
}

/** A sign of a font; one that is not known stands as U+FFFD, so that no other font shows something else for it. */
export function symbolPiece(code: number, font: string): Piece {
  const symbol = symbolOf(code, font);
  if (symbol) return { text: symbol, fate: 'kept', reason: '' };
  const name = code.toString(16).toUpperCase().padStart(4, '0');
  return uncertain('\uFFFD', `${font || '字体'}里的符号 ${name}，认不出来`);
}
