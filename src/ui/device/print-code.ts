import { makeCode } from './qr.ts';
import { ownAddress } from './state.ts';

/** Puts the code of the page's address into the strip at its end. */
export async function drawCode(): Promise<void> {
  const strip = document.querySelector('print-strip');
  if (!strip) return;
  const address = ownAddress();
  const picture = document.createElement('img');
  picture.alt = '';
  picture.src = (await makeCode(address)).svg;
  await picture.decode();
  if (address !== ownAddress()) return;
  strip.querySelector('img')?.remove();
  strip.append(picture);
}

// It is there then whatever the page is printed by.
addEventListener('hashchange', () => void drawCode().catch(() => {}));
