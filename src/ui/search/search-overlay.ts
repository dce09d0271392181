import { readTyped } from '../device/state.ts';
import './site-search.ts';

let dialog: HTMLDialogElement | undefined;

/** Opens the search over any page. `page` is the address of the search page, which does the same without this. */
export function openSearch(page: string): void {
  dialog ??= makeDialog(page);
  dialog.showModal();
  dialog.querySelector('input')?.select();
}

/** The sheet comes with the search, so that pages that do not search need not carry it. */
function dress(page: string): void {
  if (document.querySelector('link[href$="search.css"]')) return;
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = new URL('search.css', page).href;
  document.head.append(sheet);
}

function makeDialog(page: string): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'search-dialog';
  made.setAttribute('aria-label', '搜索');
  made.innerHTML =
    '<site-search><form role="search" method="get"><label class="sr-only" for="overlay-q">搜索条款</label>' +
    '<input class="field" id="overlay-q" name="q" type="search" autocomplete="off" spellcheck="false" maxlength="10000">' +
    '<button class="button" type="submit">搜索</button><button class="button" type="button" data-close>关闭</button></form>' +
    '<p role="status" class="sr-only"></p><div data-answers></div></site-search>';
  made.querySelector('form')?.setAttribute('action', page);
  made.addEventListener('click', (event) => {
    const target = event.target as Element;
    if (target === made || target.closest('[data-close]')) made.close();
  });
  const field = made.querySelector('input');
  if (field) field.value = readTyped();
  document.body.append(made);
  dress(page);
  return made;
}
