/** Signs of symbol fonts, by font: the code of the first, then the characters that follow it; a blank: none is known. */
const TABLES: Record<string, [number, string][]> = {
  symbol: [
    [0x21, '!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_'],
    [0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'],
    [0xa2, '′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'],
    [0xc5, '⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓'],
    [0xe5, '∑'],
    [0xf2, '∫'],
  ],
  wingdings: [
    [0x28, '☎'],
    [0x2a, '✉'],
    [0x6c, '●'],
    [0x6e, '■□'],
    [0x71, '❑❒  ◆❖'],
    [0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'],
    [0x9f, '•'],
    [0xa1, '○'],
    [0xa7, '▪□'],
    [0xab, '★'],
    [0xd8, '➢'],
    [0xdf, '←→↑↓'],
    [0xfb, '✗✓☒☑'],
  ],
  'wingdings 2': [
    [0x4f, '✗✓☒☑'],
    [0x6a, '①②③④⑤⑥⑦⑧⑨⑩'],
    [0x97, '●'],
    [0xa3, '□'],
  ],
};

/** Word stores the codes of symbol fonts in this part of the private use area. */
const isPrivate = (code: number): boolean => code >= 0xf000 && code <= 0xf0ff;

/** The character that a font shows for a code; undefined: not known here. */
export const symbolOf = (code: number, font: string): string | undefined => {
  const name = font.toLowerCase();
  const table = Object.hasOwn(TABLES, name) ? TABLES[name] : undefined;
  if (!table) return code >= 0xe000 && code <= 0xf8ff ? undefined : String.fromCharCode(code);
  const inFont = isPrivate(code) ? code - 0xf000 : code;
  const stretch = table.findLast(([first]) => first <= inFont);
  const sign = stretch?.[1][inFont - stretch[0]];
  return sign === ' ' ? undefined : sign;
};
