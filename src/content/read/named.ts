import type { DocumentName } from '../../domain/policy/status.ts';
import type { PolicyFolder } from './policy.ts';

/** A document that somebody names in a `policy.yml`, with where. */
export interface NamedDocument extends DocumentName {
  file: string;
  line: number;
}

/** The documents that relations, events and decisions of a policy name, and the decisions that made its other editions. */
export function namedIn({ info, editions }: PolicyFolder): NamedDocument[] {
  const { relations = [], events = [] } = info.data ?? {};
  const { file } = info;
  return [
    ...relations.map(({ title, number }, i) => ({
      title,
      number,
      file,
      line: info.lineAt(['relations', i]),
    })),
    ...events.flatMap(({ by }, i) => (by ? { ...by, file, line: info.lineAt(['events', i]) } : [])),
    ...[info, ...editions.map((one) => one.info)].flatMap(({ file: own, data, lineAt }) =>
      data?.decision ? { ...data.decision, file: own, line: lineAt(['decision']) } : [],
    ),
  ];
}
