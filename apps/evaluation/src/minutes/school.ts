import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Settings } from '../config.ts';

const line = z.string().trim().min(1).max(300);
/** What minutes print of the school: a part of the one document of its facts. */
const schoolFacts = z.object({ name: line, legalName: line, address: z.array(line).min(1).max(5) });
export type SchoolFacts = z.infer<typeof schoolFacts>;

/** The facts of the school, read once at boot; a file that cannot be read keeps the service from starting. Without one, minutes have no letterhead. */
@Injectable()
export class School {
  readonly facts: SchoolFacts | undefined;

  constructor({ env }: Settings) {
    this.facts = env.INSTITUTION_FILE === undefined ? undefined : readSchool(env.INSTITUTION_FILE);
  }
}

function readSchool(file: string): SchoolFacts {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`INSTITUTION_FILE names ${file}, which is no readable JSON`, { cause });
  }
  const parsed = schoolFacts.safeParse(content);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`the institution in ${file} is not complete:\n${lines.join('\n')}`);
}
