import { z } from 'astro/zod';
import { isOurName } from '../domain/policy/citation.ts';
import type { ClauseKind } from '../domain/policy/clause.ts';
import { wordsOfLabel } from '../domain/policy/label.ts';
import { clausesIn, stretchesById } from '../domain/policy/stretch.ts';
import { dataHref, deskTableHref, searchTableHref, sentenceId } from '../routes.ts';

/** A file of JSON from which scripts, of ours and of others, draw the law. */
interface IssuedTable {
  /** The id of the policy it is of. */
  policy: string;
  /** What it calls the document and its clauses in the document's own words. */
  names: string[];
  /** The short numbers that it gives its clauses. */
  numbers: string[];
  /** The law it holds, each text with the id under which it stands on the whole-text page. */
  texts: [id: string, text: string][];
}

const DOCUMENT = z.object({ id: z.string(), title: z.string(), number: z.string() });

/** `<policy>.json`: the whole tree. */
const TREE = DOCUMENT.extend({
  clauses: z.array(
    z.object({
      id: z.string(),
      kind: z.custom<ClauseKind>((kind) => typeof kind === 'string'),
      parent: z.string().nullable(),
      paragraphs: z.array(
        z.object({ text: z.string(), sentences: z.array(z.object({ text: z.string() })) }),
      ),
    }),
  ),
}).transform(({ id, title, number, clauses }): IssuedTable => {
  const stretches = stretchesById(clauses);
  const texts = clauses.flatMap((clause) => {
    const sentences = clause.paragraphs.flatMap((paragraph) => paragraph.sentences);
    // The whole-text page has an article with all that stands in it under the article's id.
    const stretch = stretches.get(clause.id);
    const whole = stretch ? clausesIn(stretch) : [clause];
    const paragraphs = whole.flatMap((one) => one.paragraphs.map(({ text }) => text));
    return textsOf(
      clause.id,
      sentences.map(({ text }) => text),
      paragraphs,
    );
  });
  return { policy: id, names: [title, number], numbers: [], texts };
});

/** The desk's table with paragraphs, that of the search without. */
const DRAWN = z
  .object({
    policy: DOCUMENT,
    clauses: z.array(
      z.object({
        id: z.string(),
        short: z.string(),
        label: z.string().optional(),
        ours: z.boolean().optional(),
        paragraphs: z.array(z.string()).optional(),
        sentences: z.array(z.string()),
      }),
    ),
    around: z.array(z.tuple([z.string(), z.number(), z.string(), z.string()])).default([]),
  })
  .transform(({ policy: { id, title, number }, clauses, around }): IssuedTable => {
    // A clause without a heading is called by its first words and `…`; one without a label by its heading sentence.
    const labels = clauses.flatMap(({ label, ours }) =>
      ours || !label ? [] : wordsOfLabel(label)[0],
    );
    const texts = [
      ...clauses.flatMap((clause) => textsOf(clause.id, clause.sentences, clause.paragraphs)),
      ...around.map(([clause, n, , text]): [string, string] => [sentenceId(n, clause), text]),
    ];
    const numbers = clauses
      .filter((clause) => clause.id !== id && !isOurName(clause.short))
      .map(({ short }) => short);
    return { policy: id, names: [title, number, ...labels], numbers, texts };
  });

function textsOf(
  clause: string,
  sentences: readonly string[],
  paragraphs?: readonly string[],
): IssuedTable['texts'] {
  return [
    ...(paragraphs ? [[clause, paragraphs.join('')] as [string, string]] : []),
    ...sentences.map((text, i): [string, string] => [sentenceId(i + 1, clause), text]),
  ];
}

/** The names of the tables that a site of these policies may have. */
export function tablesOf(policies: readonly string[]): string[] {
  return policies
    .flatMap((id) => [deskTableHref(id), searchTableHref(id), dataHref(id)])
    .map((href) => href.slice(1));
}

/** What a table of a site says is the law; nothing where it is no such table. */
export function readTable(file: string, json: string): IssuedTable | undefined {
  try {
    const isTree = !file.includes('/');
    return (isTree ? TREE : DRAWN).safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
