/**
 * Kinds of statement that people ask for, each with the sign it travels by: what a sentence says of a thing, told by its
 * words and structure. A sentence may say several. Nothing is concluded from a kind; it only helps to find the sentence.
 */
export const KINDS = {
  who: 'w',
  what: 'd',
  amount: 'a',
  place: 'p',
  material: 'm',
  time: 't',
  condition: 'c',
  bearer: 'b',
  procedure: 'r',
  penalty: 'f',
  complaint: 'g',
  validity: 'v',
  strength: 's',
} as const;

export type Kind = keyof typeof KINDS;

const NUMBER =
  '[\\d〇一二三四五六七八九十百千万亿]+(?:\\.\\d+)?(?:至|-|—|~)?[\\d〇一二三四五六七八九十百千万亿]*';

const SAID_BY: Record<Kind, RegExp> = {
  who: /适用于|是指|对象|符合[^。]{0,20}条件的|的(?:人员|单位|企业|个人|劳动者)[，,]/u,
  what: /所称|是指|包括|下列|以下|分为/u,
  amount: new RegExp(
    `${NUMBER}\\s*(?:元|万元|亿元|%|％|倍|个?百分点|平方米|人次|名)|百分之|分之[一二三四五六七八九十]|全额|免费|标准为|不超过|不低于|费用?由`,
    'u',
  ),
  place:
    /窗口|网站|平台|大厅|网址|向[^，。；]{2,30}(?:申请|提出|报告|备案|登记|投诉|举报)|到[^，。；]{2,20}办理|(?:所在地|户籍地|居住地|常住地)/u,
  material: /材料|证明|证件|凭证|提交|出示|申请[书表]|提供[^，。；]{0,12}(?:证|书|表|件)|复印件/u,
  time: new RegExp(
    `${NUMBER}\\s*(?:个?工作日|日内|日前|天|个月|个?小时|年[内以]|年)|期限|之日起|\\d+月\\d+日|及时|立即|每年|每季度|按月`,
    'u',
  ),
  condition:
    /条件|具备|具有|应当符合|须|方可|除外|不得|满[\d一二三四五六七八九十]|以上(?:学历|学位)|资格/u,
  bearer:
    /负责|牵头|主管|会同|承担|配合|指导|由[^，。；]{2,30}(?:审批|实施|组织|认定|审核|办理|支付|列支|承担)/u,
  procedure: /申请|受理|审查|审核|批准|备案|登记|公示|程序|流程|步骤|办理|提交/u,
  penalty: /罚款|责令|警告|处分|没收|吊销|追究|刑事责任|违法所得|失信|赔偿|停业/u,
  complaint: /投诉|举报|申诉|复议|诉讼|仲裁|控告|检举|复核|异议/u,
  validity: /施行|有效期|废止|失效|试行|暂行|执行至|同时停止/u,
  strength: /应当|必须|可以|不得|鼓励|支持|须|可(?=[^能以])|严禁|禁止/u,
};

/** The kinds that a sentence says, as signs in the order of `KINDS`. */
export function kindsOf(sentence: string): string {
  const kinds = Object.keys(KINDS) as Kind[];
  return kinds
    .filter((kind) => SAID_BY[kind].test(sentence))
    .map((kind) => KINDS[kind])
    .join('');
}
