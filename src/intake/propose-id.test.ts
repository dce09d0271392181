import { expect, test } from 'vitest';
import { proposeId } from './propose-id.ts';

test.each([
  ['某人社〔2018〕156号', null, null, 'mrs-2018-156'],
  ['某政办发[2020] 7 号', null, null, 'mzbf-2020-7'],
  ['某发﹝２０２０﹞３号', null, null, 'mf-2020-3'],
  [null, '某市某局关于印发《某办法》的通知', '2020-03-05', 'mbf-2020'],
  ['第7号', '某办法', '2020-01-02', 'mbf-2020'],
  [null, '某条例', null, 'mtl'],
  [null, null, '2020-01-02', null],
])('%s, %s, %s → %s', (number, title, issued, id) => {
  expect(proposeId({ number, title, issued })).toBe(id);
});
