import { make } from '../device/dom.ts';
import { isCheckAddress, readKept, whenKeptChanges, writeKept } from '../device/local-storage.ts';
import { takePassed } from '../device/state.ts';
import { forgetAnswers, keepAnswer, keptAnswers } from './kept-answers.ts';

interface Place {
  address: string;
  label: string;
}

function isPlace(value: unknown): value is Place {
  const { address, label } = Object(value);
  return isCheckAddress(address) && typeof label === 'string';
}

/** What pages of the self-check pass on to each other. */
interface Passed {
  /** Not to go on by what was answered before: from this question on, or for the whole topic. */
  again: string;
  /** Which of the answers so far were taken from before, by their place. */
  used: number[];
}

function fragmentOf({ again, used }: Passed): string {
  const pairs = { ...(again && { again }), ...(used.length && { used: used.join('.') }) };
  return String(new URLSearchParams(pairs));
}

/**
 * Adds to question and result pages that this device remembers the last one, and what was answered: a question that is
 * come to and was answered before, in this policy or another, goes on by that answer. The answers so far say so.
 */
class CheckPlace extends HTMLElement {
  connectedCallback(): void {
    const { address, label } = this.dataset;
    const state = takePassed();
    const passed = {
      again: state.get('again') ?? '',
      used: (state.get('used') ?? '').split('.').filter(Boolean).map(Number),
    };
    if (this.goOn(passed)) return;
    writeKept('check-place', { address, label });
    for (const [i, row] of [...document.querySelectorAll('[data-given] > li')].entries())
      if (passed.used.includes(i))
        row.append(' ', make('span', { class: 'quiet' }, '用了您以前的回答'));
    this.passOn(passed);
  }

  /** Goes on by the answer that was given before, where one comes to the question and not back to it. */
  private goOn({ again, used }: Passed): boolean {
    const kept = keptAnswers()[this.dataset['fact'] ?? ''];
    const [navigation] = performance.getEntriesByType('navigation');
    const { type } = Object(navigation);
    const link = this.answers().find((one) => standsOf(one).includes(kept?.answer ?? ''));
    if (!link || again || type !== 'navigate') return false;
    const here = document.querySelectorAll('[data-given] > li').length;
    link.hash = fragmentOf({ again: '', used: [...used, here] });
    location.replace(link.href);
    return true;
  }

  private passOn({ again, used }: Passed): void {
    const { fact } = this.dataset;
    const question = document.querySelector('h1')?.textContent ?? '';
    for (const link of this.answers()) {
      link.hash = fragmentOf({ again: again === 'all' ? again : '', used });
      link.addEventListener('click', () => {
        if (fact) keepAnswer(fact, standsOf(link), { question, label: link.textContent ?? '' });
      });
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-again]')) {
      const to = link.dataset['again'] ?? '';
      const before = used.filter((i) => i < Number(to));
      link.hash = fragmentOf({
        again: to === 'all' || again === 'all' ? 'all' : 'here',
        used: before,
      });
    }
  }

  private answers(): HTMLAnchorElement[] {
    return [...document.querySelectorAll<HTMLAnchorElement>('a[data-answer]')];
  }
}

/** The answers of the fact that an answer of the question stands for. */
function standsOf(link: HTMLElement): string[] {
  return (link.dataset['stands'] ?? '').split(' ').filter(Boolean);
}

/** Adds to the start of the self-check a link to the page seen last, and a way to forget it. */
class CheckResume extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => {
      writeKept('check-place', null);
      this.show();
    });
    whenKeptChanges('check-place', () => this.show());
    this.show();
  }

  private show(): void {
    const place = readKept('check-place', isPlace);
    const link = this.querySelector('a');
    this.hidden = !place;
    if (!place || !link) return;
    link.href = place.address;
    link.textContent = place.label;
  }
}

/** Adds to the start of the self-check what was answered on this device, and a way to forget it. */
class CheckAnswers extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => {
      forgetAnswers();
      this.show();
    });
    whenKeptChanges('check-answers', () => this.show());
    this.show();
  }

  private show(): void {
    const rows = Object.values(keptAnswers()).map(({ question, label }) =>
      make('li', {}, `${question} `, make('strong', {}, label)),
    );
    this.querySelector('ul')?.replaceChildren(...rows);
    this.hidden = rows.length === 0;
  }
}

customElements.define('check-place', CheckPlace);
customElements.define('check-resume', CheckResume);
customElements.define('check-answers', CheckAnswers);
