import { z } from 'astro/zod';
import { ordinal, slug, text } from './text.ts';

/** `aliases.yml`: what people call things, how they only ask, and what they ask for in vain. */
export const aliasesSchema = z.strictObject({
  terms: z.array(
    z.strictObject({
      term: text,
      clause: slug,
      s: ordinal,
      aliases: z.array(text).default([]),
      asking: z.array(text).default([]),
      gap: slug
        .optional()
        .describe('这一项里本文件没有写明的，gaps.yml 里的代号；问到时先说没有写'),
    }),
  ),
  notHere: z.array(
    z.union(
      [
        text.transform((word) => ({ word, near: undefined })),
        z.strictObject({ word: text, near: text.describe('原文里相近的词，是上面的一个 term') }),
      ],
      { error: '写一个词，或者写成 { word: 安家费, near: 生活补贴 }' },
    ),
  ),
  ignored: z.array(text).default([]),
});

export type Aliases = z.infer<typeof aliasesSchema>;
