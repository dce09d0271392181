import { z } from 'astro/zod';
import { readYaml } from './yaml-file.ts';

/** Of each pair an entry has one; who writes it does without the other. */
const EITHER = [
  ['status', 'cases'],
  ['cases', 'status'],
] as const;

type Entries = Readonly<Record<string, unknown>>;

/**
 * The form of a file that says only how its entries differ from those of another: an entry has the fields that differ, and
 * is `null` where there is none; a field is `null` where it has none.
 */
export function over<T>(text: string, schema: z.ZodType<T>): z.ZodType<T> {
  return z.preprocess((own) => joinEntries(entriesOf(text), own), schema);
}

/** The entries that a file names, by their ids, as they stand there. */
export function entriesOf(text: string): Entries {
  const { data } = readYaml(text, z.unknown(), { file: '', section: '写法' });
  return isMap(data) ? data : {};
}

function joinEntries(base: Entries, own: unknown): unknown {
  if (!isMap(own)) return own;
  const ids = [...new Set([...Object.keys(base), ...Object.keys(own)])];
  return Object.fromEntries(
    ids.flatMap((id): [string, unknown][] => {
      const [there, here] = [base[id], own[id]];
      if (here === null) return [];
      if (!isMap(here)) return [[id, here === undefined ? there : here]];
      return [[id, isMap(there) ? joinFields(there, here) : here]];
    }),
  );
}

function joinFields(base: Entries, own: Entries): Entries {
  const dropped = EITHER.flatMap(([one, other]) => (one in own ? [other] : []));
  const fields = Object.entries({ ...base, ...own });
  return Object.fromEntries(
    fields.filter(
      ([name, value]) => value !== null && (name in own || !dropped.some((one) => one === name)),
    ),
  );
}

function isMap(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
