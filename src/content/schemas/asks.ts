import { z } from 'astro/zod';
import { slug, text } from './text.ts';

const ask = z.strictObject({
  id: slug,
  title: text.describe('人们怎样问'),
  work: z
    .boolean({ error: '只能写 true 或 false' })
    .default(false)
    .describe('写的是政府和部门的工作安排，折在最后'),
  outcomes: z.array(slug).min(1, '至少写一个结论'),
});

/** `asks.yml`: what each audience comes to ask, each gathering outcomes. */
export const asksSchema = z.record(slug, z.array(ask));

export type Asks = z.infer<typeof asksSchema>;
