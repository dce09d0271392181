/** `npm run -s headers -- nginx|storage`: what a host that reads no file of the site should send with it. */
import { existsSync } from 'node:fs';
import { filesOf } from '../src/finish/files-of.ts';
import { policyOf } from '../src/finish/headers/csp-of-pages.ts';
import { forNginx } from '../src/finish/headers/nginx.ts';
import { forStorage } from '../src/finish/headers/storage.ts';

const SITE = 'dist';

const HOSTS: Readonly<Record<string, (policy: string, files: string[]) => string>> = {
  nginx: forNginx,
  storage: (policy, files) => `${JSON.stringify(forStorage(policy, files), null, 2)}\n`,
};

const print = HOSTS[process.argv[2] ?? ''];
if (!print) {
  refuse(
    '用法：npm run -s headers -- nginx（nginx 设置）或 storage（对象存储每个文件的类型和缓存）',
  );
} else if (!existsSync(`${SITE}/index.html`)) {
  refuse('还没有生成网站，先运行 npm run build。');
} else {
  const files = await filesOf(SITE);
  const pages = files.filter((file) => file.endsWith('.html'));
  process.stdout.write(print(policyOf(SITE, pages), files));
}

function refuse(why: string): void {
  console.error(why);
  process.exitCode = 2;
}
