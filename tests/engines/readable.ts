import { type Driver, waitFor } from './driver.ts';

/** One page of every kind. */
export const KINDS: Record<string, string> = {
  home: 'index.html',
  'whole policy': 'prs-2018-156.html',
  clause: 'prs-2018-156/p3-4.html',
  talent: 'talent.html',
  employer: 'employer.html',
  'employer of one kind': 'employer/university.html',
  staff: 'staff.html',
  duties: 'duties.html',
  topics: 'topics.html',
  topic: 'topics/leave.html',
  terms: 'terms.html',
  about: 'about.html',
  'self-check': 'check.html',
  question: 'check/flexible.html',
  result: 'check/flexible/over-3/ab/listed.html',
  sheet: 'sheet.html',
  search: 'search.html',
  'unknown address': 'no/such/page.html',
};

const LEAST_LETTERS = 200;
const LEAST_CONTRAST = 4.5;
/** A window with nothing drawn on it weighs 3 to 9 KB, the emptiest page of the site 54 KB. */
const LEAST_PICTURE = 25_000;

/** What keeps a page from being read, in words; empty where nothing does. */
export async function unreadable(driver: Driver, url: string): Promise<string[]> {
  await driver.open(url);
  await waitFor(driver, 'a complete page', () => document.readyState === 'complete');
  const seen = await driver.evaluate(measure);
  const picture = (await driver.screenshot()).byteLength;
  const contrast = contrastOf(seen.ink, seen.ground);
  return [
    seen.letters > LEAST_LETTERS ? '' : `${seen.letters} letters`,
    seen.heading > 0 ? '' : 'no h1 to be seen',
    contrast >= LEAST_CONTRAST ? '' : `ink ${seen.ink} on ${seen.ground}`,
    seen.sideways > 0 ? `${seen.sideways} px wider than the window` : '',
    picture > LEAST_PICTURE ? '' : `a picture of ${picture} bytes`,
  ].filter(Boolean);
}

function measure() {
  const heading = document.querySelector('h1');
  const box = heading?.getBoundingClientRect();
  const shown = heading && getComputedStyle(heading).visibility === 'visible';
  let behind: Element | null = heading;
  while (behind && /^transparent$|, 0\)$/.test(getComputedStyle(behind).backgroundColor))
    behind = behind.parentElement;
  let letters = 0;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement;
    if (parent && parent.getBoundingClientRect().height > 1)
      letters += (texts.currentNode.textContent ?? '').replace(/\s/g, '').length;
  }
  return {
    letters,
    heading: shown && box ? box.width * box.height : 0,
    ink: heading ? getComputedStyle(heading).color : '',
    ground: behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)',
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
}

/** The contrast of two colours as WCAG 2 counts it, from 1 to 21. */
function contrastOf(ink: string, ground: string): number {
  const [a, b] = [lightness(ink), lightness(ground)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The relative luminance of `rgb(1, 2, 3)`, from 0 to 1. */
export function lightness(colour: string): number {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/gu) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
