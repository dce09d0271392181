import { z } from 'astro/zod';

/** A text that is not empty. */
export const text = z
  .string({ error: "这里要写一段文字；数字样的内容要加引号，例如 '3.10'" })
  .trim()
  .min(1, '不能空着');

/** A permanent name in addresses: lower-case letters, digits and hyphens, beginning with a letter. */
export const slug = z
  .string({ error: '这里要写一个代号；数字样的内容要加引号' })
  .regex(/^[a-z][a-z0-9-]*$/u, '代号只能用小写字母、数字和连字符，以字母开头，例如 green-card');

/** A line of source.txt or a sentence's place, from 1. */
export const ordinal = z
  .number({ error: '这里要写一个整数，不加引号' })
  .int('要写整数')
  .positive('从 1 数起');

/** A calendar day, quoted so that YAML leaves it alone: `'2018-10-09'`. */
export const day = z
  .string({ error: "日期要加引号，例如 '2018-10-09'" })
  .regex(/^\d{4}-\d{2}-\d{2}$/u, "日期写成 '2018-10-09' 的样子");
