import { describe, expect, test } from 'vitest';
import { Faqs, packFaqs, SURE } from './faqs.ts';

const QUESTIONS = [
  { id: 'back', question: '期满能回原来的岗位吗？', also: ['三年后能回来吗', '回单位要竞聘吗'] },
  { id: 'pay', question: '期间还发工资吗？', also: ['停薪留职吗', '奖金发不发'] },
  { id: 'school', question: '孩子上学怎么安排？', also: ['子女入学', '孩子转学'] },
  { id: 'card', question: '绿卡怎么办，谁发？', also: ['办绿卡找谁'] },
  { id: 'classes', question: 'A、B、C类怎么分？', also: ['ABC类是什么', '有没有D类'] },
].map((one, i) => ({ ...one, places: [i] }));
const PLACES = new Map(QUESTIONS.map(({ id, places: [place = -1] }) => [id, place]));
const ask = (
  questions: readonly Omit<(typeof QUESTIONS)[number], 'places'>[],
  ignored?: string[],
) => new Faqs(packFaqs(questions.map((one) => ({ places: [], ...one }))), ignored);
const faqs = ask(QUESTIONS, ['某市']);
const find = (raw: string, simplified: Record<string, string> = {}, led: number[] = []) =>
  faqs.find(raw, new Map(Object.entries(simplified)), led);

describe('a question of people is found', () => {
  test.each(
    QUESTIONS.flatMap(({ id, question, also }) => [question, ...also].map((one) => [one, id])),
  )('by each of its own wordings: %s', (wording, id) => {
    const found = find(wording);
    expect(found).toEqual({
      id,
      question: QUESTIONS.find((one) => one.id === id)?.question,
      share: 2,
    });
    expect(find(`请问${wording}呢？`)).toEqual(found);
    expect(find(wording, {}, [99]), 'wherever the hits lead').toEqual(found);
  });

  test.each([
    ['三年后还能回来吗', 'back'],
    ['小孩子上学怎么安排的', 'school'],
    ['这期间还发工资不', 'pay'],
    ['到底有没有d类呢', 'classes'],
    ['某市的孩子上学咋安排', 'school'],
  ])('by the nearest wording: %s', (asked, id) => {
    expect(find(asked)?.id).toBe(id);
  });

  test('the nearest of two that are both near, whichever is listed first', () => {
    const two = [
      { id: 'abroad', question: '出国期间还发工资吗？', also: [] },
      { id: 'leave', question: '离岗期间还发工资吗？', also: [] },
    ];
    for (const list of [two, two.toReversed()]) {
      const both = ask(list);
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
    const signed = ask([{ id: 'a', question: '甲|乙；丙;丁？', also: ['戊己庚|辛'] }]);
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

  test('for what two questions hold whole', () => {
    const two = ask([
      { id: 'abroad', question: '国外的职称认吗？', also: [] },
      { id: 'leave', question: '离岗能评职称吗？', also: [] },
    ]);
    expect(two.find('职称', new Map(), [])).toBeNull();
    expect(two.find('国外职称', new Map(), [])?.id).toBe('abroad');
  });

  test('where two are as near', () => {
    const two = ask([
      { id: 'a', question: '甲地的博士有补贴吗？', also: [] },
      { id: 'b', question: '乙地的博士有补贴吗？', also: [] },
    ]);
    expect(two.find('丙地的博士有补贴吗', new Map())).toBeNull();
    expect(two.find('乙地博士有补贴吗', new Map())?.id).toBe('b');
  });

  test('where a policy has none', () => {
    expect(ask([]).find('孩子上学怎么安排', new Map())).toBeNull();
  });
});

describe('where the query leads by itself', () => {
  const asked = '这期间还发工资不';
  const pay = PLACES.get('pay') ?? 0;

  test('to the clauses of a question, less of it need be alike, and to others more', () => {
    const alone = find(asked)?.share ?? 0;
    expect(find(asked, {}, [pay])?.share).toBeGreaterThan(alone);
    expect(find(asked, {}, [98, pay])?.share).toBeGreaterThan(alone);
    expect(find(asked, {}, [98, 99])?.share ?? 0).toBeLessThan(alone);
  });

  test('what is none of its wordings is never told as one', () => {
    expect(find('奖金还发不发', {}, [pay])?.share).toBeLessThan(2);
  });
});
