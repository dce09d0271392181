/** What kind of word the text uses. */
export const STRENGTH_WORDS: Readonly<Record<string, string>> = {
  must: '要求',
  entitle: '待遇',
  may: '可以',
  permit: '允许',
  encourage: '鼓励',
  assist: '服务工作',
  plan: '工作安排',
  scope: '范围',
};
