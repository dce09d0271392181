/** A calendar day as Chinese documents write it: `2018-10-09 → 2018年10月9日`. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
