import { formatCitation } from '../domain/policy/citation.ts';
import type { State } from '../domain/policy/status.ts';
import { clauseHref, policyHref, siteUrl } from '../routes.ts';
import type { SiteClause, SitePolicy } from './policy.ts';

const force = (name: string) => ({ legislationLegalForce: `https://schema.org/${name}` });
/** https://schema.org/LegalForceStatus */
const FORCE: Readonly<Record<State, object>> = {
  'in-force': force('InForce'),
  pending: force('NotInForce'),
  expired: force('NotInForce'),
  ended: force('NotInForce'),
  unknown: {},
};

/**
 * schema.org `Legislation` for a policy, or for one clause as part of it (https://schema.org/Legislation, after ELI).
 * Of the policy a clause says what it is called, and the policy itself the rest. Addresses are given only where the site
 * knows its own. Whether it is in force is said where it is known, and not else.
 */
export function legislation(
  policy: SitePolicy,
  clause: SiteClause | null,
  site: URL | undefined,
): object {
  const url = (href: string) => (site ? { url: siteUrl(site, href) } : {});
  const { title, number, issuer, issued } = policy.data;
  const whole = {
    '@type': 'Legislation',
    name: title,
    ...(number ? { legislationIdentifier: number } : {}),
    ...url(policyHref(policy.id)),
  };
  if (!clause)
    return {
      '@context': 'https://schema.org',
      ...whole,
      ...(issued ? { legislationDate: issued } : {}),
      ...(issuer
        ? { legislationPassedBy: { '@type': 'GovernmentOrganization', name: issuer } }
        : {}),
      inLanguage: 'zh-CN',
      ...FORCE[policy.status.state],
    };
  return {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    name: `${clause.place} ${clause.label}`.trimEnd(),
    legislationIdentifier: formatCitation(policy, clause.id),
    inLanguage: 'zh-CN',
    ...url(clauseHref(policy.id, clause.id)),
    isPartOf: whole,
  };
}
