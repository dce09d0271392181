import { readPolicy } from '../../../src/content/check/policy.ts';
import { readClauseFile } from '../../../src/content/read/clause-file.ts';
import type { ContentFiles } from '../../../src/content/read/content-files.ts';
import { plainRows } from '../../../src/domain/plain.ts';
import {
  type Clause,
  clauseText,
  hasPage,
  paragraphText,
} from '../../../src/domain/policy/clause.ts';
import { splitPolicy } from '../../../src/domain/policy/split.ts';
import type { GeneratedPolicy } from './generated-policy.ts';

/** A page of a site made of Markdown files, which is what Starlight and VitePress are for. */
export interface MarkdownPage {
  /** Without its ending: `prs-2018-156/p3-4`. */
  path: string;
  title: string;
  /** The paragraphs, as plain text. */
  paragraphs: string[];
}

/** The home page, the whole text and each clause of one of our policies: number, label, issued text and our plain words. */
export function pagesOfOurs(id: string, name: string, files: ContentFiles): MarkdownPage[] {
  const { policy } = readPolicy(id, files);
  if (!policy) throw new Error(`Unexpected policy "${id}", expected one. Run: npm run check`);
  const clauses = policy.clauses.filter(hasPage).map((clause): MarkdownPage => {
    const page = pageOf(id, clause);
    const path = `content/policies/${id}/clauses/${clause.id}.mdx`;
    const words = readClauseFile(path, files.get(path)?.text ?? '').blocks.map(({ parts }) =>
      plainRows(Object.fromEntries(parts.map((part) => [part.name, part.text])))
        .map(({ label, text }) => `${label}：${text}`)
        .join('；'),
    );
    const children = policy.clauses.filter(({ parent }) => parent === clause.id);
    const paragraphs = [...page.paragraphs, ...children.map(({ label }) => label), ...words];
    return { ...page, paragraphs };
  });
  const labels = policy.clauses.filter(hasPage).map(({ label }) => label);
  return [
    { path: 'index', title: name, paragraphs: [policy.title, policy.number, ...labels] },
    { path: `${id}/index`, title: policy.title, paragraphs: policy.text.split('\n') },
    ...clauses,
  ];
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
