/** Words that count things up. */
const AND = /还有|以及|或者|一个是|包[括含]|[，,]也|[和与及或跟、&+/|\\]/u;
/** 公积金同门票, but not 合同 and 同样. */
const TOGETHER = /(^|[^合共相不协陪])同(?![等类时样意步])/gu;
/** Signs that do so only between names: 公积金 房补, but not in 我有门票，能打疫苗吗. */
const OR_SIGN = new RegExp(`${AND.source}|[，,；;。:()“”"\\s]`, 'u');

/**
 * Whether a member of an enumeration is treated, so that the others may be named as unknown: 门票和公积金. `treated` says
 * how a member is: one that is a name alone, or that has one in it.
 */
export function isBesideOthers(
  folded: string,
  treated: (member: string) => 'alone' | 'within' | null,
): boolean {
  const text = folded.replace(TOGETHER, '$1和');
  const members = (signs: RegExp) => text.split(signs).filter((member) => member.trim() !== '');
  const [counted, parted] = [members(AND), members(OR_SIGN)];
  return (
    (counted.length > 1 && counted.some((member) => treated(member) !== null)) ||
    (parted.length > 1 && parted.some((member) => treated(member) === 'alone'))
  );
}
