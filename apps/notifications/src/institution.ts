import { readFileSync } from 'node:fs';
import { z } from 'zod';

const line = z.string().trim().min(1).max(300);

const signature = z.object({ capacity: line, delegation: line.optional() });

/** The facts of the school that letters print: one document, a setting of each deployment. */
export const institutionSchema = z.object({
  name: line,
  /** The name after « de », as French wants it: `de l’École…`, `d’Institut…`. */
  ofName: line,
  legalName: line,
  /** R67: a public establishment tells what its silence means and how to appeal (R21, R23, R69). */
  legalStatus: z.enum(['PUBLIC_ESTABLISHMENT', 'PRIVATE']),
  address: z.array(line).min(1).max(5),
  siret: z
    .string()
    .regex(/^\d{14}$/, '14 digits')
    .optional(),
  trainingDeclaration: line.optional(),
  /** R105: printed as it is; the accounting officer decides what it says, absent prints nothing. */
  vatMention: line.optional(),
  /** Who answers candidates (R21). */
  service: z.object({ name: line, email: z.email(), phone: line, hours: line.optional() }),
  appeal: z.object({ addressee: line, court: line }),
  /** R68: in which capacity decisions are signed, and by which delegation where there is one. */
  signatures: z.object({ admissibility: signature, jury: signature }),
  /** R82–R84: prints the notice of withdrawal and its form on the receipt of a payment. */
  withdrawalNotice: z.boolean(),
  /** R73. */
  mediator: line.optional(),
});
export type Institution = z.infer<typeof institutionSchema>;

/** A school that does not exist, for the local platform and the tests. The phone number is of the range kept for fiction. */
export const demonstrationInstitution: Institution = {
  name: 'École de démonstration',
  ofName: 'de l’École de démonstration',
  legalName: 'École de démonstration, établissement public',
  legalStatus: 'PUBLIC_ESTABLISHMENT',
  address: ['1 place de l’Exemple', '75000 Paris'],
  vatMention: 'Exonération de TVA, art. 261-4-4° du CGI',
  service: {
    name: 'Service des admissions',
    email: 'admissions@school.example',
    phone: '01 99 00 00 00',
    hours: 'du lundi au vendredi, de 9 h à 17 h',
  },
  appeal: { addressee: 'la direction de l’établissement', court: 'le tribunal administratif de Paris' },
  signatures: {
    admissibility: {
      capacity: 'Responsable des admissions',
      delegation: 'Par délégation de signature de la direction',
    },
    jury: { capacity: 'Présidence du jury d’admission' },
  },
  withdrawalNotice: true,
};

/** Reads the document that INSTITUTION_FILE names; fails saying that it cannot be read, or which facts are missing or wrong. */
export function readInstitution(file: string | undefined): Institution {
  if (file === undefined) return demonstrationInstitution;
  const parsed = institutionSchema.safeParse(contentOf(file));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`the institution in ${file} is not complete:\n${lines.join('\n')}`);
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`INSTITUTION_FILE names ${file}, which is no readable JSON`, { cause });
  }
}
