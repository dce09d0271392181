import { make } from './dom.ts';
import { makeCode } from './qr.ts';

/** The code of an address: a picture that a long press reads, the address, and both files where they can be had. */
export async function drawCode(address: string, name: string): Promise<Element[]> {
  const { png, svg } = await makeCode(address);
  const picture = make('img', { src: png, alt: `二维码：${name}`, width: '240', height: '240' });
  const where = make('p', {}, address);
  const help = make('p', { class: 'quiet' }, '用手机扫，或者长按图片识别、保存。');
  const files = make('p', { class: 'files' }, file(png, name, 'PNG'), file(svg, name, 'SVG'));
  // In WeChat a long press is what keeps the picture (wechat.ts).
  const inWeChat = /MicroMessenger/u.test(navigator.userAgent);
  return inWeChat ? [picture, where, help] : [picture, where, help, files];
}

function file(href: string, name: string, kind: string): HTMLAnchorElement {
  const download = `${name}.${kind.toLowerCase()}`;
  return make('a', { class: 'button', href, download }, `下载图片（${kind}）`);
}
