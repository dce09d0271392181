/**
 * Lets the browser keep the policy for reading offline, once the page itself has come. Where it refuses, nothing is
 * missing online.
 */
const site = document.querySelector<HTMLAnchorElement>('header a[href$="search.html"]');

if (site && 'serviceWorker' in navigator && location.protocol !== 'file:') {
  addEventListener('load', () => {
    navigator.serviceWorker.register(new URL('sw.js', site.href)).catch(() => {});
  });
}
