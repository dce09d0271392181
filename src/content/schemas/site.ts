import { z } from 'astro/zod';
import { optional, slug, text } from './text.ts';

/** `content/site.yml`: what the site is called and who runs it. Empty slots show nothing. */
export const siteSchema = z.strictObject({
  name: text.describe('网站名称'),
  description: text.describe('一句话说明，给搜索引擎和微信卡片'),
  host: optional.describe('主办单位；没有就留空'),
  closing: optional.describe('答复末尾的话，由本单位自己定；没有就留空'),
  footer: z.strictObject({
    contact: optional.describe('联系方式'),
    icp: optional.describe('备案号'),
    gongan: optional.describe('公安备案号'),
    identifier: optional.describe('网站标识码'),
  }),
  defaultPolicy: slug.describe('首页的政策，content/policies 下的文件夹名'),
  examples: z.array(text).min(1, '至少写一个').describe('搜索框的例子，前三个写在框里'),
});

export type SiteData = z.infer<typeof siteSchema>;
