import { nameOf } from '../../domain/policy/citation.ts';
import { documentNamed, type RelationKind } from '../../domain/policy/relation.ts';
import { DONE_BY, type DocumentName, type EventKind } from '../../domain/policy/status.ts';
import { statusHref } from '../../routes.ts';
import type { Content } from '../read/content.ts';
import type { PolicyFolder } from '../read/policy.ts';
import type { PolicyData } from '../schemas/policy.ts';
import type { Upkeep } from './upkeep.ts';

/** What of one document says the same as what of another. Who repeals may replace, and the other way round. */
const SAYS: Partial<Record<EventKind, readonly RelationKind[]>> = {
  amended: ['amends'],
  repealed: ['repeals', 'replaces'],
  replaced: ['replaces', 'repeals'],
};

const CALLED: Partial<Record<RelationKind, string>> = {
  amends: '修改',
  repeals: '废止',
  replaces: '代替',
};

/** A policy that is held, with what it says of itself. */
interface Held extends DocumentName {
  folder: PolicyFolder;
  data: PolicyData;
}

/** What one document held says that another held did to it, or it to that, and the other does not say. */
export function oneSided({ policies }: Content): Upkeep[] {
  const held = policies.flatMap((folder): Held[] => {
    const { policy, info } = folder;
    return policy && info.data
      ? [{ title: policy.title, number: policy.number, folder, data: info.data }]
      : [];
  });
  return held.flatMap((one) => [
    ...eventsAlone(one, held),
    ...relationsAlone(one, held),
    ...decisionsAlone(one, held),
  ]);
}

/** Its own events that the document that did it has no relation for. */
function eventsAlone(one: Held, held: readonly Held[]): Upkeep[] {
  return one.data.events.flatMap(({ is, by }, i) => {
    const other = by && documentNamed(by, held);
    const wanted = SAYS[is];
    if (!other || !wanted || says(other, wanted, one)) return [];
    return item(
      one,
      one.folder.info.file,
      one.folder.info.lineAt(['events', i]),
      `这里写由${nameOf(other)}${DONE_BY[is]}，那份文件的 relations 里没有写。`,
      `看${nameOf(other)}的原文：写了的，在 ${other.folder.info.file} 的 relations 里加一项 is: ${wanted[0]}，标题和文号写本文件；没有写的，改这里。`,
    );
  });
}

/** What it says that it did to a document held, of which that has no event. */
function relationsAlone(one: Held, held: readonly Held[]): Upkeep[] {
  return one.data.relations.flatMap((relation, i) => {
    const name = CALLED[relation.is];
    const other = name && documentNamed(relation, held);
    if (!other) return [];
    const told = other.data.events.some(
      ({ is, by }) => by && SAYS[is]?.includes(relation.is) && documentNamed(by, [one]),
    );
    if (told) return [];
    const event = relation.is === 'amends' ? 'amended' : `${relation.is.slice(0, -1)}d`;
    return item(
      one,
      one.folder.info.file,
      one.folder.info.lineAt(['relations', i]),
      `这里写${name}${nameOf(other)}，那份文件的 events 里没有写。`,
      `在 ${other.folder.info.file} 的 events 里加一项 is: ${event}，by 写本文件，date 写从哪一天起。`,
    );
  });
}

/** Decisions that made an edition and do not say that they amend; those of events are told already. */
function decisionsAlone(one: Held, held: readonly Held[]): Upkeep[] {
  const { folder, data } = one;
  return [folder, ...folder.editions].flatMap(({ info }) => {
    const decision = info.data?.decision;
    const other = decision && documentNamed(decision, held);
    if (!other || says(other, ['amends'], one)) return [];
    if (data.events.some(({ is, by }) => is === 'amended' && by && documentNamed(by, [other])))
      return [];
    return item(
      one,
      info.file,
      info.lineAt(['decision']),
      `这里写这一版由${nameOf(other)}修改而来，那份文件的 relations 里没有写。`,
      `看${nameOf(other)}的原文：写了的，在 ${other.folder.info.file} 的 relations 里加一项 is: amends；没有写的，改这里。`,
    );
  });
}

function says({ data }: Held, kinds: readonly RelationKind[], of: DocumentName): boolean {
  return data.relations.some(
    (relation) => kinds.includes(relation.is) && documentNamed(relation, [of]),
  );
}

function item(
  { folder: { id } }: Held,
  file: string,
  line: number,
  what: string,
  todo: string,
): Upkeep[] {
  return [{ kind: 'one-sided', policy: id, file, line, what, todo, href: statusHref(id) }];
}
