import { readMetadata } from '../../../src/domain/policy/metadata.ts';
import { splitPolicy } from '../../../src/domain/policy/split.ts';
import type { CitationInText } from '../../../src/domain/relations/citation-in-text.ts';
import { type HeldDocument, HeldDocuments } from '../../../src/domain/relations/held-documents.ts';
import {
  type CitingDocument,
  readCitations,
} from '../../../src/domain/relations/read-citations.ts';
import type { Editions, ExpectedRelation, Part } from './manifest.ts';

interface Figures extends Record<string, number> {
  /** Expected citations of a document that is held. */
  citations: number;
  linked: number;
  /** Links, in any file, that lead to what the words do not name. */
  wrong: number;
}

type Document = CitingDocument & HeldDocument;

/**
 * Whether citations of held documents are found where the manifest has them, and lead where they should. A citation of a
 * document that is not held must be found, too, but counts in neither figure; where it is missed, that is listed.
 */
export function judgeRelations(editions: Editions): Part<Figures> {
  const documents = Object.keys(editions.files).map((key) => documentOf(editions, key));
  const held = new HeldDocuments(documents);
  const citations = new Map(documents.map((one) => [one.id, readCitations(one, held)]));
  const expected = editions.relations.filter(
    ({ kind, file, sentence }) => (kind === 'cites' || kind === 'repeals') && file && sentence,
  );
  const judged = expected.map((one) => judge(one, editions, documents, citations));
  const wrong = documents.flatMap((one) =>
    (citations.get(one.id) ?? []).flatMap((citation) => faultOf(one, citation, documents) ?? []),
  );
  return {
    figures: {
      citations: judged.reduce((sum, one) => sum + one.expected, 0),
      linked: judged.reduce((sum, one) => sum + one.linked, 0),
      wrong: wrong.length,
    },
    differs: [...judged.flatMap(({ differs }) => differs), ...wrong],
  };
}

function documentOf(editions: Editions, key: string): Document {
  const { clauses } = splitPolicy(editions.textOf(key));
  const { title = '', edition } = editions.files[key] ?? {};
  return {
    id: key,
    title,
    number: readMetadata(clauses).number?.value ?? '',
    ...(edition ? { date: edition } : {}),
    clauses,
  };
}

/** `nxj-tl t4-x2 … t4-x5` → key and clauses; a key stands for all editions of its document. */
const TARGET = /(?:^|;\s*)([a-z][a-z\d-]*)((?::|\s+t\d\S*.*)?)/giu;

function judge(
  { file, sentence = '', target }: ExpectedRelation,
  editions: Editions,
  documents: readonly Document[],
  all: ReadonlyMap<string, readonly CitationInText[]>,
): { expected: number; linked: number; differs: string[] } {
  const document = documents.find(({ id }) => id === file);
  const found = (all.get(file ?? '') ?? []).filter((one) => {
    const text = document ? sentenceOf(document, one) : '';
    return isWithin(bare(text), bare(sentence ?? ''));
  });
  const wanted = [...(target ?? '').matchAll(TARGET)].flatMap(([, key = '', rest = '']) => {
    const isHeld = Object.keys(editions.files).some((one) => isEditionOf(one, key));
    return isHeld ? [{ key, clauses: clausesIn(rest) }] : [];
  });
  const at = `${file}「${sentence}」`;
  if (wanted.length === 0) {
    const missed = found.length === 0 ? [`${at}：没有认出（应当是未收录的文件：${target}）`] : [];
    return { expected: 0, linked: 0, differs: missed };
  }
  const linked = wanted.filter(({ key, clauses }) => {
    const links = found.flatMap(({ target: to }) =>
      to.is === 'held' && isEditionOf(to.document, key) ? [to.clauses] : [],
    );
    return clauses.length
      ? clauses.every((clause) => links.some((one) => one.includes(clause)))
      : links.length > 0;
  });
  const missed = wanted.filter((one) => !linked.includes(one));
  return {
    expected: wanted.length,
    linked: linked.length,
    differs: missed.map(({ key, clauses }) =>
      `${at}：没有连到 ${key} ${clauses.join('、')}`.trim(),
    ),
  };
}

/** `ldf` is any of ldf-1995, ldf-2018-b; `mjd-2020b` itself. */
function isEditionOf(file: string, key: string): boolean {
  return (
    file === key || (/^[a-z]+$/u.test(key) && file.startsWith(`${key}-`) && /-\d{4}/u.test(file))
  );
}

/** `t39, t40`; `t4-x2 … t4-x5` with those between. */
function clausesIn(written: string): string[] {
  const ids = written.match(/t\d+[\da-z-]*/gu) ?? [];
  const [first = '', last = ''] = ids;
  if (!written.includes('…') || ids.length !== 2) return [...ids];
  const [, stem = '', from = ''] = /^(.*?)(\d+)$/u.exec(first) ?? [];
  const to = Number(/\d+$/u.exec(last)?.[0]);
  return Array.from({ length: to - Number(from) + 1 }, (_, i) => `${stem}${Number(from) + i}`);
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s“”"]/gu, '');
}

/** The manifest quotes a sentence whole, or a part of it. */
function isWithin(text: string, quoted: string): boolean {
  return text !== '' && (text.includes(quoted) || quoted.includes(text));
}

function sentenceOf({ clauses }: Document, { clause, n }: CitationInText): string {
  const paragraphs = clauses.find(({ id }) => id === clause)?.paragraphs ?? [];
  return paragraphs.flatMap(({ sentences }) => sentences).find((one) => one.n === n)?.text ?? '';
}

/** What is wrong with a link by what its own words say: no such clause, another number, another title. */
function faultOf(
  document: Document,
  citation: CitationInText,
  documents: readonly Document[],
): string | null {
  const { target, written, clause, n, from, to, form } = citation;
  const at = `${document.id} ${clause}#s${n}「${written}」`;
  if (sentenceOf(document, citation).slice(from, to) !== written) return `${at}：位置不对`;
  if (target.is === 'stub') return null;
  const cited = target.is === 'own' ? document : documents.find(({ id }) => id === target.document);
  if (!cited) return `${at}：没有文件 ${target.is === 'held' ? target.document : ''}`;
  const missing = target.clauses.filter((id) => !cited.clauses.some((one) => one.id === id));
  if (missing.length) return `${at}：${cited.id} 没有 ${missing.join('、')}`;
  const [last = ''] = target.clauses.slice(-1);
  // Of 第一、二、三项 each is a link of its own, and the unit stands behind the last.
  const numbers = bare(written).match(/[零〇一二三四五六七八九十百\d]+(?=[条款项)]|$)/gu) ?? [];
  const number = numbers.at(-1);
  const named = cited.clauses.find(({ id }) => id === last)?.marker;
  if (form !== 'relative' && number && named && named.number !== numberOf(number))
    if (!(numberOf(number) === 1 && /款$/u.test(written))) return `${at}：连到 ${cited.id} ${last}`;
  const [, title] = /^《([^》]+)》/u.exec(written) ?? [];
  if (title && form !== 'short-name' && !isTitleOf(title, cited))
    return `${at}：连到《${cited.title}》`;
  return null;
}

function isTitleOf(title: string, { title: whole, clauses }: Document): boolean {
  const alike = (text: string) => bare(text).replace(/中华人民共和国|[《》〈〉]/gu, '');
  const titles = [
    whole,
    ...clauses.flatMap(({ kind, heading }) => (kind === 'document' && heading ? heading : [])),
  ];
  return titles.some((one) =>
    alike(one)
      .replace(/\(.*号\)$/u, '')
      .endsWith(alike(title)),
  );
}

const DIGITS = '〇一二三四五六七八九';

/** Counted by itself, so that a slip in reading numbers would show. */
function numberOf(written: string): number {
  if (/^\d+$/u.test(written)) return Number(written);
  let total = 0;
  let digit = 0;
  for (const sign of written) {
    const unit = sign === '十' ? 10 : sign === '百' ? 100 : 0;
    if (unit) {
      total += (digit || 1) * unit;
      digit = 0;
    } else digit = Math.max(DIGITS.indexOf(sign), 0);
  }
  return total + digit;
}
