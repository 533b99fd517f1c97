/**
 * The field of a narrow copy that says that a person takes part. Copies are flat and lists filter by equality, on every engine the
 * same, so that "those of mine" is one field for each person: its name is the id in hexadecimal, which is safe as a field name.
 */
export function memberField(accountId: string): string {
  return `member${Buffer.from(accountId).toString('hex')}`;
}
