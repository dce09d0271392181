import type { ChangeKind } from '../domain/editions/change.ts';
import type { SentenceRow } from '../domain/editions/sentences.ts';
import type { ChangedRow, SiteChanges } from './changes.ts';
import { escapeText } from './escape.ts';

const KINDS: Partial<Record<ChangeKind, string>> = {
  changed: '修改',
  added: '新增',
  removed: '删去',
  split: '拆开',
  merged: '合并',
};

/** What an edition changed, where no page of ours shows it: in a few words, and as HTML without any style. */
export function saidOfChanges({ rows, renumbered }: SiteChanges): { said: string; html: string } {
  const counts = Object.entries(KINDS).flatMap(([kind, name]) => {
    const count = rows.filter((row) => row.kind === kind).length;
    return count ? `${name} ${count} 处` : [];
  });
  const numbers = renumbered.length ? `只改编号、位置 ${renumbered.length} 处` : '';
  const moved = renumbered.map(({ old, next }) => `${placesOf(old)}→${placesOf(next)}`).join('；');
  return {
    said: [...counts, ...(numbers ? [numbers] : [])].join('，') || '没有改变文字',
    html: [
      ...rows.map(rowHtml),
      ...(moved ? [`<h3>只改编号、位置</h3><p>${escapeText(moved)}</p>`] : []),
    ].join(''),
  };
}

function rowHtml({ kind, renumbered, old, next, sentences }: ChangedRow): string {
  const now = placesOf(next.length ? next : old);
  const was = renumbered && next.length && old.length ? `（原${placesOf(old)}）` : '';
  const head = `${now}${was}　${KINDS[kind] ?? ''}`;
  return `<h3>${escapeText(head)}</h3>${sentences.map(sentenceHtml).join('')}`;
}

function placesOf(places: ChangedRow['old']): string {
  return places.map(({ place }) => place).join('、');
}

/** A sentence with what was taken out and put in. */
function sentenceHtml({ old, next, pieces }: SentenceRow): string {
  if (!old || !next) {
    const mark = old ? 'del' : 'ins';
    return `<p><${mark}>${escapeText((old ?? next)?.text ?? '')}</${mark}></p>`;
  }
  const marked = pieces.map((piece) => {
    if (piece.kind === 'same') return escapeText(piece.next);
    const [mark, text] = piece.kind === 'removed' ? ['del', piece.old] : ['ins', piece.next];
    return `<${mark}>${escapeText(text)}</${mark}>`;
  });
  return `<p>${marked.join('')}</p>`;
}
