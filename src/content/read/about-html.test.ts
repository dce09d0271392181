import { expect, test } from 'vitest';
import { aboutHtml } from './about-html.ts';

test('settings stay out, headings can be linked to, and marks stay as written', () => {
  const text = '---\ntitle: 关于\n---\n## 用 A B（c）\n\n"甲" -- [乙](terms.html)\n\n- 丙\n';
  expect(aboutHtml(text)).toBe(
    '<h2 id="用-a-bc">用 A B（c）</h2>\n<p>"甲" -- <a href="terms.html">乙</a></p>\n<ul>\n<li>丙</li>\n</ul>',
  );
});
