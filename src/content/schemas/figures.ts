import { z } from 'astro/zod';
import { ordinal, slug, text } from './text.ts';

/** The sentence that is quoted; what does not say it stands in the sentence of the whole figure. */
const place = { clause: slug.optional(), s: ordinal.optional() };

const asked = {
  gap: slug,
  ask: text
    .regex(/？$/u, '写成一句问话，以“？”结尾')
    .optional()
    .describe('比没有写明里的更短的问法'),
};

/** What is not written: the id of a gap, or that with a shorter question. */
const open = z
  .array(
    z.union([slug.transform((gap) => ({ gap, ask: undefined })), z.strictObject(asked)], {
      error: '写没有写明的代号，或者写成 { gap: apply, ask: 向谁申报？ }，问话以“？”结尾',
    }),
  )
  .default([]);

/** A part of a flow or of a line of time. */
const part = {
  name: text.optional().describe('我们的话：这一步叫什么'),
  ...place,
  quote: text.optional().describe('照抄那一句里的字'),
  items: z.array(text).default([]).describe('同一句里的几样，照抄'),
  open,
};

const flowStep = z.strictObject({
  ...part,
  as: z.enum(['card', 'branch'], { error: '只能写 card（画成卡片）、branch（分支）' }).optional(),
});
const timeStep = z.strictObject({
  ...part,
  as: z.literal('span', { error: '只能写 span（一段时间）' }).optional(),
});

const steps = <T extends z.ZodType>(step: T) =>
  z.array(step).min(2, '至少写两步').max(6, '最多写 6 步，再多就看不清了');

const row = z.strictObject({
  name: text,
  ...place,
  cells: z.array(
    z.union([z.string(), z.strictObject({ quote: text.optional(), ...asked })], {
      error: "写原文里的词；没有写到的写 ''；没有写明的写成 { gap: team, ask: 须是A类？ }",
    }),
  ),
});

const figure = {
  id: slug,
  title: text,
  audiences: z.array(slug).default([]).describe('画在哪些对象的网页上'),
  clauses: z.array(slug).default([]).describe('画在哪些条款的网页上'),
  ...place,
};

/** `figures.yml`: pictures of what the text says, drawn from its own words and from what it does not say. */
export const figuresSchema = z.array(
  z.discriminatedUnion(
    'kind',
    [
      z.strictObject({ ...figure, kind: z.literal('flow'), steps: steps(flowStep) }),
      z.strictObject({ ...figure, kind: z.literal('time'), steps: steps(timeStep) }),
      z.strictObject({
        ...figure,
        kind: z.literal('matrix'),
        columns: z.array(text).min(2).max(6, '最多写 6 列，再多手机上放不下'),
        rows: z.array(row).min(1, '至少写一行'),
      }),
    ],
    { error: '只能写 flow（流程）、time（时间线）、matrix（对照格）' },
  ),
);

export type Figure = z.infer<typeof figuresSchema>[number];
/** A step or a row. */
export type FigurePart = (Figure & { kind: 'flow' | 'time' })['steps'][number];
export type FigureRow = (Figure & { kind: 'matrix' })['rows'][number];

/** The sentence that a part of a figure quotes. One that names another clause names its sentence, too. */
export function quotedAt(
  figure: Pick<Figure, 'clause' | 's'>,
  part: Pick<FigureRow, 'clause' | 's'>,
): { clause: string | undefined; s: number | undefined } {
  const sameClause = part.clause === undefined || part.clause === figure.clause;
  return {
    clause: part.clause ?? figure.clause,
    s: part.s ?? (sameClause ? figure.s : undefined),
  };
}

/** The gaps that a figure shows, by id. */
export function gapsOfFigure(figure: Figure): string[] {
  return figure.kind === 'matrix'
    ? figure.rows.flatMap(({ cells }) =>
        cells.flatMap((cell) => (typeof cell === 'string' ? [] : cell.gap)),
      )
    : figure.steps.flatMap(({ open }) => open.map(({ gap }) => gap));
}
