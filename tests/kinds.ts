/** One page of every kind, by what it is, for tests of what holds on all of them. */
export const KINDS = {
  home: 'index',
  policy: 'prs-2018-156',
  'policy at a sentence': 'prs-2018-156.html#p3-4-s3',
  part: 'prs-2018-156/p3',
  clause: 'prs-2018-156/p3-4',
  'clause at a sentence': 'prs-2018-156/p3-4.html#s4',
  'clause without a heading': 'prs-2018-156/p5-2',
  talent: 'talent',
  employer: 'employer',
  'employer, filtered': 'employer/public/hire',
  staff: 'staff',
  'staff with a list': 'staff.html#basket=p3-4-s4,p5-2',
  'sheet of codes': 'qr.html#basket=p3-4-s4,p5-2',
  topics: 'topics',
  topic: 'topics/leave',
  terms: 'terms',
  duties: 'duties',
  about: 'about',
  'self-check': 'check',
  question: 'check/flexible',
  'question in the middle': 'check/leave/public-institution',
  result: 'check/flexible/ab/over-3/yes/listed',
  'result with why-not': 'check/flexible/ab/3-or-less/yes/listed',
  'result with a long why-not': 'check/leave/other-unit',
  review: 'review',
  sheet: 'sheet',
  search: 'search',
  'search with results': 'search.html?q=绿卡',
  'unknown address': '404',
};

/** `clause` as a path in the site: `prs-2018-156/p3-4.html`. */
export const pathOf = (page: string) => (page.includes('.html') ? page : `${page}.html`);

/** With what others put behind `?`: `from=timeline`, as WeChat does. */
export const passedOn = (page: string) => {
  const [path = '', rest = ''] = pathOf(page).split(/(?=[?#])/u);
  return rest.startsWith('?') ? `${path}${rest}&from=timeline` : `${path}?from=timeline${rest}`;
};
