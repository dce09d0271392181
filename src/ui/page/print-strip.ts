import { ownAddress } from '../device/state.ts';

// What a static page cannot know of the printed strip: the day of printing and the whole of its address.
addEventListener('beforeprint', () => {
  const where = document.querySelector('print-strip [data-where]');
  const today = new Date();
  const day = `${today.getFullYear()}年${today.getMonth() + 1}月${today.getDate()}日`;
  if (where) where.textContent = `打印日期：${day}　网址：${ownAddress()}`;
});
