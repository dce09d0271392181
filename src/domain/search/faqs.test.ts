import { describe, expect, test } from 'vitest';
import { Faqs, packFaqs, SURE } from './faqs.ts';

const QUESTIONS = [
  { id: 'back', question: '期满能回原来的岗位吗？', also: ['三年后能回来吗', '回单位要竞聘吗'] },
  { id: 'pay', question: '期间还发工资吗？', also: ['停薪留职吗', '奖金发不发'] },
  { id: 'school', question: '孩子上学怎么安排？', also: ['子女入学', '孩子转学'] },
  { id: 'card', question: '绿卡怎么办，谁发？', also: ['办绿卡找谁'] },
];
const faqs = new Faqs(packFaqs(QUESTIONS));
const find = (raw: string, simplified: Record<string, string> = {}) =>
  faqs.find(raw, new Map(Object.entries(simplified)));

describe('a question of people is found', () => {
  test.each(
    QUESTIONS.flatMap(({ id, question, also }) => [question, ...also].map((one) => [one, id])),
  )('by each of its own wordings: %s', (wording, id) => {
    const found = find(wording);
    expect(found?.id).toBe(id);
    expect(found?.share).toBeGreaterThanOrEqual(SURE);
  });

  test.each([
    ['三年后还能回来吗', 'back'],
    ['小孩子上学怎么安排的', 'school'],
    ['这期间还发工资不', 'pay'],
  ])('by the nearest wording: %s', (asked, id) => {
    expect(find(asked)?.id).toBe(id);
  });

  test('the nearest of two that are both near, whichever is listed first', () => {
    const two = [
      { id: 'abroad', question: '出国期间还发工资吗？', also: [] },
      { id: 'leave', question: '离岗期间还发工资吗？', also: [] },
    ];
    for (const list of [two, two.toReversed()]) {
      const both = new Faqs(packFaqs(list));
      expect(both.find('离岗期间还发工资吗', new Map())?.id).toBe('leave');
      expect(both.find('出国期间还发工资吗', new Map())?.id).toBe('abroad');
    }
  });

  test('in a long question that holds a short one whole', () => {
    expect(find('我在外地的学校教书，今年想带团队出去开公司，想请问一下这期间还发工资吗')?.id).toBe(
      'pay',
    );
  });

  test('with the question as it stands on its page, whatever wording found it', () => {
    expect(find('奖金发不发')?.question).toBe('期间还发工资吗？');
  });

  test('in traditional characters', () => {
    const forms = { 後: '后', 來: '来', 嗎: '吗' };
    expect(find('三年後能回來嗎', forms)?.id).toBe('back');
    expect(find('三年後能回來嗎')?.share ?? 0).toBeLessThan(SURE);
  });

  test('whatever its punctuation and blanks are', () => {
    expect(find('孩子，上学 怎么安排')).toEqual(find('孩子上学怎么安排？'));
  });

  test('by a wording that holds a sign of the packing', () => {
    const signed = new Faqs(
      packFaqs([{ id: 'a', question: '甲|乙；丙;丁？', also: ['戊己庚|辛'] }]),
    );
    expect(signed.find('甲乙丙丁', new Map())?.id).toBe('a');
    expect(signed.find('戊己庚辛', new Map())?.id).toBe('a');
  });
});

describe('no question is found', () => {
  test.each(['', '？', '食堂几点开饭', '我想问一下', '的', '吗'])(
    'for “%s”, which is near to none',
    (asked) => {
      expect(find(asked)).toBeNull();
    },
  );

  test('for one word that a question has beside others', () => {
    expect(find('岗位')).toBeNull();
  });

  test('where a policy has none', () => {
    expect(new Faqs(packFaqs([])).find('孩子上学怎么安排', new Map())).toBeNull();
  });
});
