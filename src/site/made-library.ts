import { createHash } from 'node:crypto';

const DECISION = '某市示例局关于修改《某市示例补贴办法》的决定';

const OLD = `某市示例补贴办法
第一条 为了示例，制定本办法。
第二条 每人每月补贴八十元。申请在受理点提出。
第三条 领取人对“结果 & 理由”不服的，可以申请复核。
第四条 本办法由某市示例局解释，自2020年2月1日起施行。
某市示例局
2020年1月5日
`;

const NEXT = `某市示例补贴办法
第一条 为了示例，制定本办法。
第二条 每人每月补贴一百元。申请在受理点提出。
第三条 补贴按月发放。
第四条 领取人对“结果 & 理由”不服的，可以申请复核。
第五条 本办法由某市示例局解释，自2020年2月1日起施行。
某市示例局
2020年1月5日
`;

const AMENDING = `${DECISION}
一、将第二条中的“八十元”修改为“一百元”。
二、增加一条，作为第三条：“补贴按月发放。”
三、本决定自2025年4月1日起施行。
某市示例局
2025年3月1日
`;

const info = (title: string, issued: string, source: string) => `title: ${title}
issuer: 某市示例局
issued: '${issued}'
ask: 某市示例局
sha256: ${createHash('sha256').update(source).digest('hex')}
`;

const words = (topic: string, quotes: string, can: string) => `---
concerns: [all]
topics: [${topic}]
quotes:
  - ${quotes}
---
<Plain s="1" who="领取人" can="${can}" />
`;

/** The day before which everything of the made library but one end has happened. */
export const DAY = '2025-06-01';

/** For tests: a content folder, made up, by its paths: a measure `a` in two editions with topics, and the decision `b` between them. */
export const MADE: Readonly<Record<string, string>> = {
  'site.yml': `name: 示例
description: 编写的示例
notice: ''
host: ''
closing: ''
footer: { contact: '', icp: '', gongan: '', identifier: '' }
rootPolicy: ''
examples: [补贴]
`,
  'about.mdx': '---\ntitle: 关于\ndescription: 说明\n---\n## 这是什么\n\n一个网站。\n',
  'policies/a/source.txt': NEXT,
  'policies/a/policy.yml': `${info('某市示例补贴办法', '2020-01-05', NEXT)}edition: '2025-03-01'
decision: { title: ${DECISION} }
events:
  - { date: '2020-02-01', is: in-force, source: 第五条, checked: '2025-05-01' }
  - { date: '2025-04-01', is: amended, by: { title: ${DECISION} }, source: 第三条, checked: '2025-05-01' }
  - { date: '2026-02-01', is: expired, source: '某公告 <1>', checked: '2025-05-01' }
`,
  'policies/a/editions/2020-01-05/source.txt': OLD,
  'policies/a/editions/2020-01-05/policy.yml': info('某市示例补贴办法', '2020-01-05', OLD),
  'policies/a/audiences.yml':
    '- { id: all, name: 领取人, door: 我要申请, lead: 申请补贴的人看这里。, view: list }\n',
  'policies/a/topics.yml':
    '- { id: money, title: 数额, summary: 补贴写了多少。 }\n- { id: aim, title: 目的, summary: 为什么制定。 }\n',
  'policies/a/clauses/t1.mdx': words('aim', '{ s: 1, text: 为了示例，制定本办法。 }', '看目的'),
  'policies/a/clauses/t2.mdx': words('money', '{ s: 1, text: 每人每月补贴一百元。 }', '领取补贴'),
  'policies/b/source.txt': AMENDING,
  'policies/b/policy.yml': `${info(DECISION, '2025-03-01', AMENDING)}events:
  - { date: '2025-04-01', is: in-force, source: 第三条, checked: '2025-05-01' }
`,
};
