import { z } from 'astro/zod';
import { slug, text } from './text.ts';

/** How an audience's page is laid out: cards one below another, one table to compare, or the desk for answering others. */
const VIEWS = ['list', 'table', 'desk'] as const;

/** `audiences.yml`: whom a policy speaks to. The id is an address: `talent → /talent.html`. */
export const audiencesSchema = z.array(
  z.strictObject({
    id: slug,
    name: text.describe('读者怎样称呼'),
    door: text.describe('首页上这一类写的话：来看什么'),
    lead: text.describe('这一页开头的话'),
    view: z.enum(VIEWS, {
      error: '只能写 list（逐项排列）、table（对照表）、desk（查询台，答复别人用）',
    }),
    filters: z
      .array(z.strictObject({ fact: slug, name: text.describe('筛选的名称') }))
      .default([])
      .describe('对照表按哪些事实筛选，selfcheck/facts.yml 里的代号'),
  }),
);

export type Audience = z.infer<typeof audiencesSchema>[number];
