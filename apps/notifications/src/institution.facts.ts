import { Injectable } from '@nestjs/common';
import { Settings } from './config.ts';
import { readInstitution, type Institution } from './institution.ts';

/** The facts of the school, read once at boot: without them, or with half of them, the service does not start. */
@Injectable()
export class InstitutionFacts {
  readonly institution: Institution;

  constructor({ env }: Settings) {
    this.institution = readInstitution(env.INSTITUTION_FILE);
  }
}
