import { type Glyph, isBlank, judge } from './glyph.ts';

/** What can be no character of a text, and what it is, for an editor. */
const DOUBTS: readonly [RegExp, string][] = [
  [/\p{Co}/u, '私用区字符，认不出是什么字'],
  [/\uFFFD|\p{Cs}|\p{Cn}/u, '认不出是什么字'],
  [/\p{Cc}/u, '控制字符，认不出是什么字'],
  // Fonts that lack the way back to Unicode give the radical ⼀ for 一.
  [/[\u2E80-\u2FDF]/u, '部首字符，多半应是同形的汉字'],
];
/** The commonest characters of Chinese: more than a fifth of any text, and next to none of what is read through a wrong table. */
const COMMON = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理府市县规办务服保障应按照请部门',
);
const COMMON_SHARE = 0.04;
/** Fewer characters of a font prove nothing. */
const ENOUGH = 60;

/** Marks what can be no text, and the text of fonts that turn out rubbish. */
export function judgeDoubtful(glyphs: readonly Glyph[]): void {
  for (const glyph of glyphs) {
    if (isBlank(glyph.text)) continue;
    const doubt = DOUBTS.find(([pattern]) => pattern.test(glyph.text));
    if (doubt) judge(glyph, 'uncertain', doubt[1]);
  }
  for (const own of Map.groupBy(glyphs, ({ font }) => font).values())
    if (isRubbish(own.map(({ text }) => text).join('')))
      for (const glyph of own) if (!isBlank(glyph.text)) judge(glyph, 'uncertain', '疑似乱码');
}

/** Whether a text is what a wrong table makes of one: Chinese characters, but hardly any of the usual ones. */
export function isRubbish(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  const distinct = new Set(han).size;
  if (distinct < ENOUGH) return false;
  return han.filter((character) => COMMON.has(character)).length < COMMON_SHARE * han.length;
}
