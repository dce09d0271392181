import { z } from 'astro/zod';
import { ordinal, slug, text } from './text.ts';

/** `content/aliases.yml`: what people call things, how they only ask, and what they ask for in vain. */
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
  notHere: z.array(text),
  ignored: z.array(text).default([]),
});

export type Aliases = z.infer<typeof aliasesSchema>;
