import { UNSURE } from '../../domain/selfcheck/rules.ts';
import { type KeptAnswer, keptAnswers, writeAnswers } from '../device/kept-answers.ts';
import { writeKept } from '../device/local-storage.ts';
import { takePassed } from '../device/state.ts';

/** What pages of the self-check pass on to each other. */
interface Passed {
  /** Not to go on by what was answered before: from this question on, or for the whole topic. */
  again: string;
  /** Which of the answers so far were taken from before, a digit each: nobody is asked ten questions. */
  used: string;
}

function fragmentOf({ again, used }: Passed): string {
  return again || used ? `again=${again}&used=${used}` : '';
}

/**
 * Adds to question and result pages that this device remembers the last one, and what was answered: a question that is
 * come to and was answered before, in this policy or another, goes on by that answer. The answers so far say so.
 */
class CheckPlace extends HTMLElement {
  connectedCallback(): void {
    const { address, label } = this.dataset;
    const state = takePassed();
    const passed = { again: state.get('again') ?? '', used: state.get('used') ?? '' };
    if (this.goOn(passed)) return;
    writeKept('check-place', { address, label });
    for (const [i, row] of [...document.querySelectorAll('[data-given] > li')].entries())
      if (passed.used.includes(String(i)))
        row.insertAdjacentHTML('beforeend', ' <span class="quiet">用了您以前的回答</span>');
    this.passOn(passed);
  }

  /** Goes on by the answer that was given before, where one comes to the question and not back to it. */
  private goOn({ again, used }: Passed): boolean {
    const kept = keptAnswers()[this.dataset['fact'] ?? ''];
    const { type } = Object(performance.getEntriesByType('navigation')[0]);
    const link = this.answers().find((one) => standsOf(one).includes(kept?.answer ?? ''));
    if (!link || again || type !== 'navigate') return false;
    const here = document.querySelectorAll('[data-given] > li').length;
    link.hash = fragmentOf({ again, used: used + here });
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
      // The question to be asked anew, by its place; none: all of them.
      const to = link.dataset['again'] ?? '';
      const before = [...used].filter((i) => i < to).join('');
      link.hash = fragmentOf({ again: to && again !== 'all' ? 'here' : 'all', used: before });
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

/**
 * Keeps what was answered, where that says which of the fact's own answers is so. One that stands for several keeps
 * nothing, and one who is not sure may know next time; what they gainsay is forgotten.
 */
function keepAnswer(
  fact: string,
  stands: readonly string[],
  words: Omit<KeptAnswer, 'answer'>,
): void {
  const kept = keptAnswers();
  const [answer = UNSURE, more] = stands;
  if (!more && answer !== UNSURE) kept[fact] = { answer, ...words };
  else if (!stands.includes(kept[fact]?.answer ?? '')) delete kept[fact];
  writeAnswers(kept);
}

customElements.define('check-place', CheckPlace);
