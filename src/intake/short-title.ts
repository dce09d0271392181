/**
 * What a title is about, without who issued it and how: 某局关于印发《某办法》的通知 → 某办法, 某市某条例 → 某市某条例.
 */
export function shortTitle(title: string): string {
  const bare = title.replace(/\s+/gu, '');
  const [, named] =
    /(?:印发|转发|发布|公布|修订|重新发布)[^《]*《(.+)》(?:的[^》]*)?$/u.exec(bare) ?? [];
  if (named) return named;
  const [, about] =
    /关于(?:(?:重新)?(?:印发|转发|发布|公布))?(.+?)的(?:通知|函|公告|通告|决定)$/u.exec(bare) ?? [];
  return about ?? bare;
}
