/**
 * WeChat's view neither prints nor downloads; its own menu opens the page in a browser, where both work. Controls for
 * either are taken away and say so. What is made later sees to it itself (code-panel.ts).
 */
if (/MicroMessenger/u.test(navigator.userAgent)) {
  // Links to what is no page, and what makes such a file.
  const files = '[download], [data-download], [href$=".txt"], [href$=".json"]';
  for (const button of document.querySelectorAll('[data-print]'))
    button.replaceWith('打印请先在浏览器打开');
  for (const file of document.querySelectorAll(files))
    file.replaceWith(`${file.textContent?.replace(/^下载/u, '')}，在浏览器打开后下载`);
}
