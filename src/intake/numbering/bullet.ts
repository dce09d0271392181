import { symbolOf } from '../symbols/symbols.ts';
import type { Written } from './number-format.ts';

/** The signs of a bullet as Unicode has them, and where one is not known the usual one. */
export function bulletOf(signs: string, font: string): Written {
  let doubt = '';
  const text = Array.from(signs, (sign) => {
    if (sign === 'o' && /courier/iu.test(font)) return '○';
    const symbol = symbolOf(sign.codePointAt(0) ?? 0, font);
    if (!symbol) doubt = '这个项目符号认不出来，先写成了 •';
    return symbol ?? '•';
  });
  return { text: text.join(''), doubt };
}
