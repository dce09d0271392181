import { z } from 'astro/zod';
import { slug, text } from './text.ts';

/** `content/site.yml`: what the site is called and who runs it. Empty slots show nothing. */
export const siteSchema = z.strictObject({
  name: text.describe('网站名称'),
  description: text.describe('一句话说明，给搜索引擎和微信卡片'),
  host: z.string().describe('主办单位；没有就留空'),
  footer: z.strictObject({
    contact: z.string().describe('联系方式'),
    icp: z.string().describe('备案号'),
    gongan: z.string().describe('公安备案号'),
    identifier: z.string().describe('网站标识码'),
  }),
  defaultPolicy: slug.describe('首页的政策，content/policies 下的文件夹名'),
});

export type SiteData = z.infer<typeof siteSchema>;
