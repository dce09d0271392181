import { mattersIn, UPKEEP, type Upkeep, type UpkeepKind } from '../content/upkeep/upkeep.ts';
import type { Library } from './library.ts';
import type { SitePolicy } from './policy.ts';

/** Things of a kind to look at. */
interface OfficeGroup {
  kind: UpkeepKind;
  name: string;
  count: number;
  items: Upkeep[];
}

/** What the office should look at, as its page shows it. */
export interface OfficeList {
  /** Matters, not lines: what a line lists counts by itself. */
  all: number;
  /** How many there are of each kind, the most urgent first. */
  counts: { name: string; count: number }[];
  /** Policies as they are listed; those without anything are left out. */
  policies: { policy: SitePolicy; groups: OfficeGroup[] }[];
}

/** What the office should look at, by policy and kind. */
export function officeList({ policies, upkeep }: Pick<Library, 'policies' | 'upkeep'>): OfficeList {
  const kinds = Object.keys(UPKEEP) as UpkeepKind[];
  const groupsOf = (items: readonly Upkeep[]) =>
    kinds.flatMap((kind): OfficeGroup[] => {
      const own = items.filter((one) => one.kind === kind);
      return own.length ? [{ kind, name: UPKEEP[kind], count: mattersIn(own), items: own }] : [];
    });
  return {
    all: mattersIn(upkeep),
    counts: groupsOf(upkeep).map(({ name, count }) => ({ name, count })),
    policies: policies.flatMap((policy) => {
      const groups = groupsOf(upkeep.filter((one) => one.policy === policy.id));
      return groups.length ? [{ policy, groups }] : [];
    }),
  };
}
