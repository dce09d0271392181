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

/** The Unicode character that a code prints in a font: `(0xf0b7, 'Symbol') → •`; `undefined` where that is not known. */
export function symbolOf(code: number, font: string): string | undefined {
  const table = FONTS.get(font.toLowerCase());
  if (table) return table.get(code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code);
  const ordinary = code >= 0x20 && (code < 0xe000 || code > 0xf8ff) && code < 0x10000;
  return ordinary && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
}

/** Whether a font draws its own signs in the place of letters. */
export function isSymbolFont(font: string): boolean {
  return FONTS.has(font.toLowerCase()) || /^(?:wingdings 3|webdings|marlett)$/iu.test(font);
}
