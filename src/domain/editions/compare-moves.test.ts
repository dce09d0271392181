import { describe, expect, it } from 'vitest';
import { splitPolicy } from '../policy/split.ts';
import { compareEditions } from './compare.ts';

/** `changed t3 → t4` of two made-up editions, in their order; what did not change is not told. */
function told(old: readonly string[], next: readonly string[]): string[] {
  const [one, other] = [old, next].map(
    (lines) => splitPolicy(['云泽市渔港办法', ...lines].join('\n')).clauses,
  );
  const { changes } = compareEditions(one ?? [], other ?? []);
  return changes.map(
    ({ kind, old: from, next: to }) =>
      `${kind} ${from.map(({ clause }) => clause).join('+')} → ${to.map(({ clause }) => clause).join('+')}`,
  );
}

const END = '第九条 本办法自公布之日起施行。';

describe('what went elsewhere', () => {
  it('a 款 that becomes an article is found beside a twin that stayed', () => {
    const twin =
      '市有关部门可以依照本办法和统一的登记制度制定特殊港区实施统一登记制度的具体办法，报市渔业部门批准。';
    expect(
      told(
        [
          '第一条 全市实行统一的登记制度。',
          twin,
          '驻市部队可以依照本办法和统一的登记制度制定部队实施统一登记制度的具体办法，报市渔业部门备案。',
          '第二条 船舶进港应当登记。',
          END,
        ],
        [
          '第一条 全市实行统一的登记制度。',
          twin,
          '鼓励采用现代信息技术开展登记工作。',
          '第二条 船舶进港应当登记。',
          '第三条 驻市部队有关单位可以依照本办法和统一的登记制度制定部队实施统一登记制度的具体办法，抄送市渔业部门。',
          END,
        ],
      ),
    ).toEqual(['added  → t1-k3', 'changed t1-k3 → t3']);
  });

  it('paragraphs in a row that went into one are merged, also the one that is likest to something else', () => {
    const alike =
      '授意、指使、强令船员伪造、变造船舶登记证书，编造虚假进港报告，构成犯罪的，依法追究刑事责任。';
    const fine =
      '有前款行为，尚不构成犯罪的，由渔港管理机构予以通报，可以对船主并处五千元以上十万元以下的罚款。';
    expect(
      told(
        [
          '第一条 船舶进港应当登记。',
          '第二条 伪造、变造船舶登记证书，编造虚假进港报告，构成犯罪的，依法追究刑事责任。',
          fine,
          '第三条 隐匿或者故意销毁应当保存的航行日志、油料账册、船员名册，构成犯罪的，依法追究刑事责任。',
          fine,
          `第四条 ${alike}`,
          END,
        ],
        [
          '第一条 船舶进港应当登记。',
          '第二条 隐匿或者故意销毁应当保存的航行日志、油料账册、船员名册，伪造、变造船舶登记证书，编造虚假进港报告的，由渔港管理机构责令限期改正，给予警告、通报批评，没收违法所得，可以对船主并处二十万元以上二百万元以下的罚款；构成犯罪的，依法追究刑事责任。',
          `第三条 ${alike}`,
          END,
        ],
      ),
    ).toEqual(['merged t3+t2+t2-k2+t3-k2 → t2', 'renumbered t4 → t3']);
  });

  it('a new article is no part of the 款 above it', () => {
    const first = '第一条 建议由渔港管理机构交有关单位研究办理。';
    expect(
      told(
        [
          first,
          '建议的办理情况，应当向渔民大会常设小组或者渔港管理机构报告，并印发下一次渔民大会。',
          END,
        ],
        [
          first,
          '建议的办理情况，由办事机构向船主代表报告，并印发下一次会议；办理情况的报告，应当予以公开。',
          '第二条 渔民大会有关专门小组和常设小组的办事机构、渔港管理机构，应当加强对建议的督促办理。',
          END,
        ],
      ),
    ).toEqual(['changed t1-k2 → t1-k2', 'added  → t2']);
  });

  it('an article written anew behind those that follow is found, though one that stayed is nearly as like', () => {
    const stayed =
      '第一条 市渔业部门负责渔港工作综合管理，对渔船主拖欠码头费用的，应当加强宏观指导；建立全市统一的投诉平台，与有关单位信息共享。';
    expect(
      told(
        [
          stayed,
          '第二条 市渔业部门负责渔港工作综合管理，应当建立便利畅通的渠道，受理对渔船主拖欠码头费用的投诉，按照属地管理的原则及时转交区渔业部门处理，并将处理结果告知投诉人。',
          '第三条 被投诉的渔船主不得对投诉人打击报复。',
          END,
        ],
        [
          stayed,
          '第二条 渔船主不得对提出付款请求的投诉人打击报复。',
          '第三条 市渔业部门受理对渔船主拖欠码头费用的投诉，按照属地管理的原则转交；与有关单位信息共享，建立全市统一的投诉平台。',
          END,
        ],
      ),
    ).toEqual(['changed t3 → t2', 'changed t2 → t3']);
  });
});
