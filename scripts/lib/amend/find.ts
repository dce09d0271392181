import { readFileSync, statSync } from 'node:fs';
import type { Content } from '../../../src/content/read/content.ts';
import type { PolicyFolder, ReadText } from '../../../src/content/read/policy.ts';
import { amendedDocuments, isSameTitle } from '../../../src/domain/editions/decision-items.ts';
import { paragraphText } from '../../../src/domain/policy/clause.ts';
import { datesIn, readMetadata } from '../../../src/domain/policy/metadata.ts';
import { splitPolicy } from '../../../src/domain/policy/split.ts';
import { Refusal } from '../../../src/intake/reading.ts';
import { refuse } from '../evaluated-file.ts';

/** A deciding document with what its text says of itself. */
export interface Decision {
  /** What it is called in messages. */
  file: string;
  source: string;
  title: string;
  number: string;
  issued: string;
  /** From when it applies, ISO 8601; empty where nobody has said. */
  inForce: string;
  /** The policy whose folder it is; `null` of a file. */
  id: string | null;
}

/** An edition with the day that it is of. */
export interface Dated {
  date: string;
  text: ReadText;
}

/** The decision of a policy's folder, or of a file; a `Refusal` where there is none. */
export function findDecision(content: Content, asked: string): Decision {
  const held = content.policies.find(({ id }) => id === asked);
  if (held?.source) {
    const { title = '', number = '', issued = '', events = [] } = held.info.data ?? {};
    const stated = metadataOf(held.source.text);
    return {
      file: `${held.folder}source.txt`,
      source: held.source.text,
      title: title || stated.title,
      number: number || stated.number,
      issued: issued || stated.issued,
      inForce: events.find(({ is }) => is === 'in-force')?.date ?? '',
      id: held.id,
    };
  }
  if (!statSync(asked, { throwIfNoEntry: false })?.isFile())
    refuse(
      `没有叫“${asked}”的政策，也没有这个文件。\n写收录的决定的文件夹名：${content.policies.map(({ id }) => id).join('、')}；或者写 .txt 文件的路径。`,
    );
  const source = readFileSync(asked, 'utf8').replaceAll('\r\n', '\n');
  return { file: asked, source, id: null, inForce: '', ...metadataOf(source) };
}

function metadataOf(source: string): Pick<Decision, 'title' | 'number' | 'issued'> {
  const { clauses } = splitPolicy(source);
  const { title, number, issued, notes } = readMetadata(clauses);
  const noted = notes.flatMap(({ text }) => datesIn(text)).at(-1);
  return {
    title: title?.value ?? '',
    number: number?.value ?? '',
    issued: issued?.value ?? noted ?? '',
  };
}

/** The policy that a decision amends: the one asked for, else the one that it names by title or number. */
export function findAmended(
  { policies }: Content,
  decision: Decision,
  asked: string | null,
): { policy: PolicyFolder; title: string } {
  const named = amendedDocuments(decision.source);
  const others = policies.filter(({ id }) => id !== decision.id);
  const titleIn = ({ info, editions }: PolicyFolder) => {
    const own = [info.data?.title, ...editions.map(({ info: { data } }) => data?.title)];
    return named.find((title) => own.some((one) => one && isSameTitle(one, title)));
  };
  if (asked !== null) {
    const policy = policies.find(({ id }) => id === asked);
    if (!policy)
      refuse(
        `没有叫“${asked}”的政策。--policy 后面写：${policies.map(({ id }) => id).join('、')}。`,
      );
    return { policy, title: titleIn(policy) ?? policy.info.data?.title ?? '' };
  }
  const text = decision.source.normalize('NFKC').replace(/\s/gu, '');
  const found = others.filter((policy) => {
    const number = (policy.info.data?.number ?? '').normalize('NFKC').replace(/\s/gu, '');
    return titleIn(policy) !== undefined || (number !== '' && text.includes(number));
  });
  const [policy] = found.filter((one) => titleIn(one) !== undefined).concat(found);
  const names = named.map((title) => `《${title}》`).join('、');
  if (!policy)
    throw new Refusal(
      `这份决定改的文件没有收录：${names || '没有认出它改哪份文件'}。\n先用 npm run intake 收录它改以前的文本；已经收录、名字不同的，写 --policy 和文件夹名。`,
    );
  const all = [...new Set(found)];
  if (all.length > 1)
    throw new Refusal(
      `这份决定改收录的 ${all.length} 份文件，一次改一份：写 --policy ${all.map(({ id }) => id).join(' 或者 --policy ')}。`,
    );
  return { policy, title: titleIn(policy) ?? policy.info.data?.title ?? '' };
}

/** All editions of a policy in the order of their days, the one that its folder holds as well. */
export function editionsOf(policy: PolicyFolder): Dated[] {
  const date = policy.info.data?.edition || amendedOn(policy) || policy.info.data?.issued || '';
  const own = { date, text: policy };
  const older = policy.editions.map((text) => ({ date: text.date, text }));
  return [...older, own].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The last day that the note below the title tells of. */
function amendedOn({ policy }: PolicyFolder): string | undefined {
  return policy?.clauses
    .flatMap(({ paragraphs }) => paragraphs)
    .filter(({ role }) => role === 'note')
    .flatMap((paragraph) => datesIn(paragraphText(paragraph)))
    .sort()
    .at(-1);
}
