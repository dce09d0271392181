import { z } from 'astro/zod';
import { ordinal, slug, text } from './text.ts';

/** `terms.yml`: words a reader stumbles over, and what the text says of them. */
export const termsSchema = z.array(
  z.strictObject({
    id: slug,
    term: text,
    clause: slug,
    s: ordinal,
    quote: text,
    defined: z.enum(['here', 'described', 'elsewhere', 'not-stated'], {
      error:
        '只能写 here（原文有说明）、described（没有下定义，说了给谁、做什么）、elsewhere（见其他文件）、not-stated（没有写明）',
    }),
    says: z.strictObject({ s: ordinal, quote: text }).optional(),
    where: text.optional(),
    gap: slug.optional(),
  }),
);

export type Term = z.infer<typeof termsSchema>[number];
