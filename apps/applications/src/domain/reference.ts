/** No 0, O, 1, I, L, U, V, 2, Z, 5, S: what people read aloud or copy by hand is not mistaken. */
const alphabet = '346789ABCDEFGHJKMNPQRTWXY';
const length = 6;
const range = BigInt(alphabet.length) ** BigInt(length);

/** How many different references an id can give. */
export const referenceAttempts = 4;

/**
 * What people call an application, `MS-2027-4F7K3Q`: the year of the intake and six letters derived from the id.
 * Two ids may give the same one (1 in 244 million): the caller claims it, and asks with the next `attempt` when it is taken.
 */
export function referenceOf(applicationId: string, startsOn: string, attempt = 0): string {
  const digits = applicationId.slice(applicationId.indexOf('-') + 1).split('');
  const number = digits.reduce(
    (sum, character) => sum * 36n + BigInt(Number.parseInt(character, 36) || 0),
    0n,
  );
  let rest = (number / range ** BigInt(attempt)) % range;
  let letters = '';
  for (let i = 0; i < length; i++) {
    letters += alphabet[Number(rest % BigInt(alphabet.length))];
    rest /= BigInt(alphabet.length);
  }
  return `MS-${startsOn.slice(0, 4)}-${letters}`;
}
