import { expect, test } from 'vitest';
import { Budget, LIMITS } from './limits.ts';
import { parseXml, type XmlElement } from './xml.ts';

const parse = (...stretches: string[]) => parseXml(stretches, new Budget());

test('properties that are alike are one element; text never is', () => {
  const run = '<r><rPr><f a="1"/><g/></rPr><t>甲</t></r>';
  const [one, two] = parse(`<p>${run}${run}</p>`).children as XmlElement[];
  expect(one).toEqual(two);
  expect(one).not.toBe(two);
  expect(one?.children[0]).toBe(two?.children[0]);
  expect(one?.children[1]).not.toBe(two?.children[1]);
});

test.each([
  ['another value', '<a><f x="1"/></a>', '<a><f x="2"/></a>'],
  ['another name', '<a><f/></a>', '<a><g/></a>'],
  ['another order', '<a><f/><g/></a>', '<a><g/><f/></a>'],
  ['another depth', '<a><f><g/></f></a>', '<a><f/><g/></a>'],
])('what differs by %s stays apart', (_, first, second) => {
  const [one, two] = parse(`<p>${first}${second}</p>`).children;
  expect(one).not.toEqual(two);
});

test('a part in stretches, cut anywhere, is read as the whole', () => {
  const xml = '<p a="乙"><r/><t>甲&lt;乙丙丁戊己庚辛壬癸子丑寅卯</t></p>';
  const whole = parse(xml);
  for (let at = 1; at < xml.length; at += 1) {
    expect(parse(xml.slice(0, at), xml.slice(at))).toEqual(whole);
  }
});

test('elements that are alike cost nothing of the limit', () => {
  const many = LIMITS.nodes / 2 + 1;
  expect(parse(`<p>${'<a><b/></a>'.repeat(many)}</p>`).children).toHaveLength(many);
  expect(() => parse(`<p>${'<a>甲</a>'.repeat(many)}</p>`)).toThrow('太多');
});
