import { z } from 'astro/zod';
import { optional, ordinal, slug, text } from './text.ts';

/** Days after which what was checked is to be checked again, where `site.yml` says nothing. */
export const RECHECK_AFTER = 365;

/** `content/site.yml`: what the site is called and who runs it. Empty slots show nothing. */
export const siteSchema = z.strictObject({
  name: text.describe('网站名称'),
  description: text.describe('一句话说明，给搜索引擎和微信卡片'),
  notice: optional.describe('每一页都写的提示；没有就留空'),
  host: optional.describe('主办单位；没有就留空'),
  closing: optional.describe('答复末尾的话，由本单位自己定；没有就留空'),
  footer: z.strictObject({
    contact: optional.describe('联系方式'),
    icp: optional.describe('备案号'),
    gongan: optional.describe('公安备案号'),
    identifier: optional.describe('网站标识码'),
  }),
  rootPolicy: z
    .union([z.literal(''), slug], { error: "写 policies 下的文件夹名，或者 ''" })
    .describe('主题、自查等网页放在根目录下的政策'),
  recheckAfter: ordinal.default(RECHECK_AFTER).describe('效力核对过多少天以后，要再核对一次'),
  examples: z.array(text).min(1, '至少写一个').describe('搜索框的例子，前三个写在框里'),
});

export type SiteData = z.infer<typeof siteSchema>;
