import { unstatedIn } from '../../domain/wording.ts';
import { faqHref, folderOf } from '../../routes.ts';
import type { Content } from '../read/content.ts';
import { isTextInForce } from '../read/editions.ts';
import type { PolicyFolder } from '../read/policy.ts';
import type { Upkeep } from './upkeep.ts';

/** Answers of ours that say it is not stated, while documents in force state all of what they leave open. */
export function toldOpen(
  { id, faqs, gaps }: PolicyFolder,
  content: Content,
  day: string,
): Upkeep[] {
  const folder = folderOf(id, content.site.data?.rootPolicy ?? '');
  const isFilled = (gap: string) =>
    (gaps.data?.[gap]?.filled ?? []).some(({ policy }) => {
      const other = content.policies.find((one) => one.id === policy);
      return other !== undefined && isTextInForce(other, day);
    });
  return (faqs.data ?? []).flatMap((faq, i) => {
    const at = faq.says.findIndex(({ text }) => unstatedIn(text));
    if (at < 0 || faq.open.length === 0 || !faq.open.every(isFilled)) return [];
    return {
      kind: 'look-again' as const,
      policy: id,
      file: faqs.file,
      line: faqs.lineAt([i, 'says', at, 'text']),
      what: `“${faq.question}”的回答说没有写，别的文件已经写明了“${faq.open.map((gap) => gaps.data?.[gap]?.title).join('”“')}”。`,
      todo: '重看这一句；已经写明的，删去“没有写”的话。',
      href: faqHref({ id, folder }, faq.id),
    };
  });
}
