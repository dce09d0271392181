import { SITE } from './local-storage.ts';

/**
 * Lets the browser keep the policy for reading offline, once the page itself has come. Where it refuses, nothing is
 * missing online.
 */
if ('serviceWorker' in navigator && location.protocol !== 'file:') {
  addEventListener('load', () => {
    navigator.serviceWorker.register(new URL('sw.js', SITE)).catch(() => {});
  });
}
