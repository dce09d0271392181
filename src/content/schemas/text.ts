import { z } from 'astro/zod';

/** A text that is not empty. */
export const text = z.string({ error: '这里要写一段文字' }).trim().min(1, '不能空着');

/** A text that may be empty, and then says so: `''`. */
export const optional = z.string({ error: "没有就写一对英文引号 ''" });

/** A permanent name in addresses: lower-case letters, digits and hyphens, beginning with a letter. */
export const slug = z
  .string({ error: '这里要写一个代号，例如 green-card' })
  .regex(/^[a-z][a-z0-9-]*$/u, '代号只能用小写字母、数字和连字符，以字母开头，例如 green-card');

/** A line of source.txt or a sentence's place, from 1. */
export const ordinal = z
  .number({ error: '这里要写一个整数，不加引号' })
  .int('要写整数')
  .positive('从 1 数起');

/** A calendar day, quoted so that YAML leaves it alone: `'2018-10-09'`. */
export const day = z
  .string({ error: "日期要写在引号里，例如 '2018-10-09'" })
  .refine(isDay, "写一个确实有的日子，写成 '2018-10-09' 的样子");

/** A day, or `''` where none is known. */
export const optionalDay = z
  .string({ error: "日期要写在引号里，例如 '2018-10-09'" })
  .refine(
    (written) => written === '' || isDay(written),
    "写一个确实有的日子，写成 '2018-10-09' 的样子",
  );

/** `2018-10-09`, and no day like the 31st of February. */
function isDay(written: string): boolean {
  const at = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === written;
}

/** An answer in addresses: `over-3`, `3-or-less`. */
export const answerSlug = z
  .string({ error: "这里要写答案的代号；yes、no 和数字要加引号，例如 'yes'" })
  .regex(/^[a-z0-9][a-z0-9-]*$/u, '答案的代号只能用小写字母、数字和连字符，例如 over-3');

const answers = z.union([answerSlug.transform((one) => [one]), z.array(answerSlug).min(1)], {
  error: '写一个答案的代号，或者写成 [a, b]',
});
/** What must hold: facts with one of the answers listed. */
export const condition = z.record(slug, answers);

/** Answers of some readers, not of all. */
export const answersOfSome = condition.refine(
  (named) => Object.keys(named).length > 0,
  '写事实和回答，例如 { card: [held] }',
);
