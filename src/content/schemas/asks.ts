import { z } from 'astro/zod';
import { AUDIENCES } from '../../domain/audience.ts';
import { slug, text } from './text.ts';

const ask = z.strictObject({
  id: slug,
  title: text.describe('人们怎样问'),
  note: text.optional(),
  compare: z.boolean({ error: '只能写 true 或 false' }).default(false),
  outcomes: z.array(slug).min(1, '至少写一个结论'),
});

/** `asks.yml`: what each of the three readers comes to ask, each gathering outcomes. */
export const asksSchema = z.partialRecord(
  z.enum(AUDIENCES, { error: '只能写 talent（人才）、employer（用人单位）、staff（工作人员）' }),
  z.array(ask),
);
