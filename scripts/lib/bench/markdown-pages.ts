import type { PolicyFolder } from '../../../src/content/read/policy.ts';
import { plainRows } from '../../../src/domain/plain.ts';
import {
  type Clause,
  clauseText,
  hasPage,
  paragraphText,
} from '../../../src/domain/policy/clause.ts';
import { splitPolicy } from '../../../src/domain/policy/split.ts';
import type { GeneratedPolicy } from './generated-policy.ts';

/** A page of a site made of Markdown files, which is what Starlight is for. */
export interface MarkdownPage {
  /** Without its ending: `xx-2020-1/p2`. */
  path: string;
  title: string;
  /** The paragraphs, as plain text. */
  paragraphs: string[];
}

/** The home page, the whole text and each clause of one of our policies: number, label, issued text and our plain words. */
export function pagesOfOurs({ id, policy, clauses: files }: PolicyFolder): MarkdownPage[] {
  if (!policy) throw new Error(`Unexpected policy "${id}", expected one. Run: npm run check`);
  const clauses = policy.clauses.filter(hasPage);
  const words = new Map(files.map((file) => [file.id, plainWords(file)]));
  const labels = clauses.map(({ label }) => label);
  return [
    { path: 'index', title: policy.title, paragraphs: [policy.number, ...labels] },
    { path: `${id}/index`, title: policy.title, paragraphs: policy.text.split('\n') },
    ...clauses.map((clause): MarkdownPage => {
      const page = pageOf(id, clause);
      const children = policy.clauses.filter(({ parent }) => parent === clause.id);
      const own = [...children.map(({ label }) => label), ...(words.get(clause.id) ?? [])];
      return { ...page, paragraphs: [...page.paragraphs, ...own] };
    }),
  ];
}

function plainWords({ blocks }: PolicyFolder['clauses'][number]): string[] {
  return blocks.map(({ parts }) =>
    plainRows(Object.fromEntries(parts.map((part) => [part.name, part.text])))
      .map(({ label, text }) => `${label}：${text}`)
      .join('；'),
  );
}

/** Each clause of a generated policy. */
export function pagesOfGenerated({ id, source }: GeneratedPolicy): MarkdownPage[] {
  const { clauses } = splitPolicy(source, { labels: { pre: '序言' } });
  return clauses.filter(hasPage).map((clause) => pageOf(id, clause));
}

function pageOf(policy: string, clause: Clause): MarkdownPage {
  return {
    path: `${policy}/${clause.id}`,
    title: clause.label || clauseText(clause),
    paragraphs: clause.paragraphs.map(paragraphText),
  };
}

/**
 * The file of a page. What Markdown would take for its own is escaped, so that the text stays the text; the
 * description is as long as ours. */
export function markdownOf({ title, paragraphs }: MarkdownPage): string {
  const body = paragraphs.map((text) => text.trim().replace(/[\\`*_<>[\]{}|~]/gu, '\\$&'));
  const description = paragraphs.join(' ').slice(0, 110);
  const front = Object.entries({ title, description }).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}`,
  );
  return `---\n${front.join('\n')}\n---\n\n${body.join('\n\n')}\n`;
}
