import { makeCode } from './qr.ts';

/** Fills a panel with the code of an address: a picture that a long press reads, the address, and both files. */
export async function drawCode(panel: Element, address: string, name: string): Promise<void> {
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
  panel.replaceChildren(picture, where, help, files);
}

function file(href: string, name: string, kind: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'button';
  link.href = href;
  link.download = `${name}.${kind.toLowerCase()}`;
  link.textContent = `下载图片（${kind}）`;
  return link;
}
