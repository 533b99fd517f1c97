import type { PartialFacts } from '@admissions/contracts/applicant-facts';

/** The name by which a person is called in lists; empty while the identity is not filled in. */
export function nameIn({ identity }: Pick<PartialFacts, 'identity'>): string {
  return identity ? `${identity.firstNames[0]} ${identity.usedName ?? identity.birthName}` : '';
}
