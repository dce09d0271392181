/** What must hold in every engine. A check throws with what it saw. */
import { clauseText } from '../../src/domain/policy/clause.ts';
import { clauses, POLICY, paged } from '../policy.ts';
import { type Driver, follow, waitFor } from './driver.ts';
import type { ListeningSite } from './listening-site.ts';
import { KINDS, lightness, unreadable } from './readable.ts';

export interface Check {
  name: string;
  /** What else is worth a place in the table, such as how narrow the window was. */
  run: (driver: Driver, site: ListeningSite) => Promise<string | undefined>;
}

const clauseUrl = ({ url }: ListeningSite, id: string) => `${url}${POLICY}/${id}.html`;

const everyKind: Check = {
  name: '各种网页都能读：字、标题、颜色、不横向滚动、画出来不是空白',
  run: async (driver, { url }) => {
    const wrong: string[] = [];
    for (const [kind, path] of Object.entries(KINDS)) {
      const problems = await unreadable(driver, url + path);
      if (problems.length) wrong.push(`${kind}: ${problems.join(', ')}`);
    }
    if (wrong.length)
      throw new Error(`Unexpected pages, expected readable ones: ${wrong.join('; ')}`);
    const width = await driver.evaluate(() => document.documentElement.clientWidth);
    return `${Object.keys(KINDS).length} 种，窗口宽 ${width} px`;
  },
};

const issuedText: Check = {
  name: '每条的原文完整显示，与收到的逐字相同',
  run: async (driver, site) => {
    for (const clause of paged) {
      await driver.open(clauseUrl(site, clause.id));
      const shown = await driver.evaluate(() =>
        [...document.querySelectorAll('[data-issued]')]
          .filter((paragraph) => paragraph.getBoundingClientRect().height > 0)
          .map((paragraph) => paragraph.textContent)
          .join('\n'),
      );
      expectSame(shown, clauseText(clause));
    }
    return `${paged.length} 条`;
  },
};

const selfCheck: Check = {
  name: '从首页点链接，自查到结果',
  run: async (driver, { url }) => {
    await driver.open(`${url}index.html`);
    await follow(driver, 'main a[href="check.html"]');
    await follow(driver, 'main a[href="check/flexible.html"]');
    let answers = 0;
    while (await driver.evaluate(() => document.querySelector('[data-answer]') !== null)) {
      await follow(driver, '[data-answer]');
      answers++;
    }
    const heading = await driver.evaluate(() => document.querySelector('h1')?.textContent.trim());
    if (!/^\d 项/u.test(heading ?? ''))
      throw new Error(`Unexpected "${heading}", expected a count`);
    return `${answers} 个回答`;
  },
};

const search: Check = {
  name: '搜“柔性引进”，三（四）在最前，点开就是',
  run: async (driver, { url }) => {
    await driver.open(`${url}index.html`);
    await driver.type('input[type=search]', '柔性引进');
    await driver.pressEnter();
    const first = await waitFor(driver, 'an answer', () =>
      document.querySelector('site-search[data-state=done] [data-hit]')?.getAttribute('data-hit'),
    );
    expectSame(first, 'p3-4');
    await follow(driver, '[data-hit] a');
    const path = await driver.evaluate(() => location.pathname);
    expectSame(path, `/${POLICY}/p3-4.html`);
    return undefined;
  },
};

const copying: Check = {
  name: '复制引文到剪贴板，或者说明怎样手工复制',
  run: async (driver, site) => {
    await driver.open(clauseUrl(site, 'p3-4'));
    const citation = await driver.evaluate(
      () => document.querySelector('[data-citation]')?.textContent ?? '',
    );
    await driver.click('cite-actions [data-do=copy]');
    const said = await waitFor(
      driver,
      'what became of the copy',
      () => document.querySelector('cite-actions [role=status]')?.textContent,
    );
    if (said.includes('请长按复制')) {
      const selected = await driver.evaluate(() => String(getSelection()));
      if (!selected.includes('第三部分第（四）项'))
        throw new Error(`Unexpected selection "${selected}", expected the citation`);
      return '浏览器不让复制，文字已选中';
    }
    await driver.open(`${site.url}search.html`);
    await driver.paste('input[type=search]');
    await waitFor(
      driver,
      'the citation on the clipboard',
      (wanted) =>
        document.querySelector<HTMLInputElement>('input[type=search]')?.value.includes(wanted),
      citation,
    );
    return '剪贴板里是引文';
  },
};

const desk: Check = {
  name: '工作人员页：输入“绿卡”、回车，答复里有原文',
  run: async (driver, { url }) => {
    await driver.open(`${url}staff.html`);
    await driver.type('answer-desk input[name=q]', '绿卡');
    // As a person does, who sees the answer before pressing Enter.
    await waitFor(
      driver,
      'an answer',
      () => document.querySelector('site-search[data-state=done] [data-hit]') !== null,
    );
    await driver.pressEnter();
    const reply = await waitFor(driver, 'a reply', () => {
      const text = document.querySelector<HTMLTextAreaElement>('[data-reply] [data-text]');
      return text && text.getBoundingClientRect().height > 0 && text.value;
    });
    const quoted = clauses
      .filter(({ id }) => id === 'p5-2')
      .flatMap(({ paragraphs }) => paragraphs.flatMap(({ sentences }) => sentences))
      .some(({ text }) => reply.includes(text));
    if (!quoted) throw new Error(`Unexpected reply "${reply}", expected a quote of p5-2`);
    return undefined;
  },
};

const dark: Check = {
  name: '显示设置选深色，换一页还在',
  run: async (driver, site) => {
    await driver.open(`${site.url}index.html`);
    await driver.click('header .menu summary');
    await waitFor(driver, 'the settings', () => document.querySelector('display-settings input'));
    await driver.click('display-settings input[name=theme][value=dark]');
    await driver.open(clauseUrl(site, 'p3-4'));
    const ground = await driver.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = lightness(ground);
    const problems = await unreadable(driver, clauseUrl(site, 'p3-4'));
    await driver.evaluate(() => localStorage.clear());
    if (light > 0.1) throw new Error(`Unexpected ground ${ground}, expected a dark one`);
    expectSame(problems.join(', '), '');
    return undefined;
  },
};

/** Last, since it counts what was heard all along. */
const noErrors: Check = {
  name: '全程没有脚本错误、没有取不到的文件、没有被策略拒绝',
  run: async (driver, { heard, wrong }) => {
    await driver.open(wrong);
    const end = performance.now() + 5000;
    const own = () => heard.filter((words) => !words.startsWith('/wrong.html'));
    while (heard.length === own().length && performance.now() < end)
      await new Promise((done) => setTimeout(done, 100));
    if (heard.length === own().length)
      throw new Error('Unexpected silence of a page that goes wrong on purpose');
    expectSame(own().join('; '), '');
    return undefined;
  },
};

export const CHECKS: Check[] = [
  everyKind,
  issuedText,
  selfCheck,
  search,
  copying,
  desk,
  dark,
  noErrors,
];

function expectSame(seen: string | null | undefined, expected: string): void {
  if (seen !== expected) throw new Error(`Unexpected "${seen}", expected "${expected}"`);
}
