import { makeCode } from './qr.ts';

/** The code of an address: a picture that a long press reads, the address, and both files where they can be had. */
export async function drawCode(address: string, name: string): Promise<Element[]> {
  const { png, svg } = await makeCode(address);
  const picture = document.createElement('img');
  picture.src = png;
  picture.alt = `二维码：${name}`;
  picture.width = 240;
  picture.height = 240;
  const where = document.createElement('p');
  where.textContent = address;
  const help = document.createElement('p');
  help.className = 'quiet';
  help.textContent = '用手机扫，或者长按图片识别、保存。';
  const files = document.createElement('p');
  files.className = 'files';
  files.append(file(png, name, 'PNG'), file(svg, name, 'SVG'));
  // In WeChat a long press is what keeps the picture (wechat.ts).
  const inWeChat = /MicroMessenger/u.test(navigator.userAgent);
  return inWeChat ? [picture, where, help] : [picture, where, help, files];
}

function file(href: string, name: string, kind: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'button';
  link.href = href;
  link.download = `${name}.${kind.toLowerCase()}`;
  link.textContent = `下载图片（${kind}）`;
  return link;
}
